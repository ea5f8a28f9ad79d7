import { readArguments } from '../report/arguments';
import { summary, Tallies } from '../report/table';
import { CHECKS, type Check } from './checks';
import { type CorpusText, readCorpus } from './text';

const { directory, verbose, option } = readArguments(
  'usage: npm run -s corpus -- DIR [--verbose] [--name PART] [--check NAME]',
);

const name = option('name');
const only = option('check');
const tallies = new Tallies();
for (const text of readCorpus(directory).filter((one) => name === undefined || one.name.includes(name))) {
  const checks = text.isDefinition ? CHECKS : CHECKS.filter((check) => check.name === 'parses');
  for (const check of checks) if (only === undefined || check.name === only) await count(text, check);
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
