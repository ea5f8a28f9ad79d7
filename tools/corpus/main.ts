import { readArguments } from '../report/arguments';
import { summary, Tallies } from '../report/table';
import { CHECKS, type Check } from './checks';
import { type CorpusText, readCorpus } from './text';
import { verdicts } from './verdicts';

const { directory, verbose, option } = readArguments(
  'usage: npm run -s corpus -- DIR [--verbose] [--name PART] [--check NAME]',
);

const VERDICTS = 'agrees with validators';
const name = option('name');
const only = option('check');
const tallies = new Tallies();
for (const text of readCorpus(directory).filter((one) => name === undefined || one.name.includes(name))) {
  const checks = text.isDefinition ? CHECKS : CHECKS.filter((check) => check.name === 'parses');
  for (const check of checks) if (only === undefined || check.name === only) await count(text, check);
}
if (only === undefined || only === VERDICTS) {
  for (const verdict of verdicts(directory)) {
    if (name !== undefined && !verdict.name.includes(name)) continue;
    const kind = verdict.failed === undefined ? 'passed' : 'failed';
    tallies.count(VERDICTS, kind);
    tallies.countTotal(kind);
    if (verdict.failed !== undefined) console.log(`${verdict.name}: ${verdict.failed}`);
  }
}
console.log(`${tallies.table('check')}\n\n${summary(tallies.total)}`);
process.exitCode = tallies.total.failed > 0 ? 1 : 0;

async function count(text: CorpusText, check: Check): Promise<void> {
  const outcome = await attempt(text, check);
  const kind = outcome === undefined ? 'passed' : 'skipped' in outcome ? 'skipped' : 'failed';
  tallies.count(check.name, kind);
  tallies.countTotal(kind);
  if (verbose && outcome)
    console.log(
      `${text.name}: ${check.name}: ${'skipped' in outcome ? `skipped: ${outcome.skipped}` : outcome.failed}`,
    );
}

async function attempt({ text, isInvalid }: CorpusText, check: Check) {
  if (check.validOnly && isInvalid) return { skipped: 'its own source calls it wrong' };
  try {
    return await check.run(text);
  } catch (error) {
    return { failed: `crashed: ${error instanceof Error ? error.stack : String(error)}` };
  }
}
