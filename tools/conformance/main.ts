import { readArguments } from '../report/arguments';
import { summary, Tallies } from '../report/table';
import { type Case, readCases } from './case';
import { EXCEPTIONS } from './exceptions';
import { runCase } from './runCase';

const { directory, verbose, option } = readArguments(
  'usage: npm run -s conformance -- DIR [--verbose] [--kind KIND] [--group GROUP] [--name PART]',
);

const [kind, group, name] = ['kind', 'group', 'name'].map(option);
const wanted = (of: Case) =>
  (kind === undefined || of.kind === kind) &&
  (group === undefined || of.group === group) &&
  (name === undefined || of.name.includes(name));

const kinds = new Tallies();
const groups = new Tallies();
const excepted: string[] = [];
for (const of of readCases(directory).filter(wanted)) {
  const outcome = of.runnable ? await check(of) : 'skipped';
  kinds.count(of.kind, outcome);
  kinds.countTotal(outcome);
  groups.count(of.group, outcome);
}

console.log(`${kinds.table('kind')}\n\n${groups.table('group')}\n\n${summary(kinds.total)}`);
if (excepted.length > 0)
  console.log(`Not run (tools/conformance/exceptions.ts):\n  ${excepted.join('\n  ')}`);
process.exitCode = kinds.total.failed > 0 ? 1 : 0;

async function check(of: Case): Promise<'passed' | 'failed' | 'skipped'> {
  const problems: string[] = await runCase(of).then(
    (found) => [...found],
    (error: unknown) => [`crashed: ${error instanceof Error ? error.stack : String(error)}`],
  );
  const exception = EXCEPTIONS.get(of.name);
  if (exception !== undefined && problems.length > 0) {
    excepted.push(`${of.name}: ${exception}`);
    return 'skipped';
  }
  if (exception !== undefined) problems.push('passes, though it is on the list of exceptions');
  if (problems.length === 0) return 'passed';
  if (verbose) console.log(`${of.name} (${of.kind})\n    ${problems[0]}\n`);
  return 'failed';
}
