import { convertFormat, type Diagnostic, detectFormat, lineColumnAt } from '../asl';
import { checkDefinition, validateDefinition } from '../interpreter';
import { type FixedFile, fixSafely } from './fix';
import { executionType, type Options, readOptions } from './options';
import { type ExitCode, type Terminal, UsageError } from './terminal';
import { unifiedDiff } from './unifiedDiff';

export const VALIDATE_OPTIONS = {
  json: 'flag',
  aws: 'flag',
  type: 'value',
  fix: 'flag',
  'dry-run': 'flag',
} as const;

interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: Diagnostic['severity'];
  readonly code: string;
  readonly message: string;
}

/** `statecraft validate FILE...`: what is wrong with the definitions, a line each; 1 when something is an error. */
export function validate(given: readonly string[], terminal: Terminal): ExitCode {
  const options = readOptions(given, VALIDATE_OPTIONS);
  const { files, flag } = options;
  if (files.length === 0) throw new UsageError('validate wants one FILE or more, or - for standard input.');
  if (flag('dry-run') && !flag('fix')) throw new UsageError('--dry-run goes with --fix.');
  if (flag('aws')) {
    if (flag('fix')) throw new UsageError('--fix does not go with --aws.');
    return validateAsAws(options, terminal);
  }
  if (options.value('type') !== undefined) throw new UsageError('--type goes with --aws.');
  if (flag('fix')) return fixAndValidate(options, terminal);
  const findings = files.flatMap((file) => findingsOf(file, terminal.read(file)));
  if (flag('json')) terminal.out(JSON.stringify(findings, null, 2));
  else for (const finding of findings) terminal.out(lineOf(finding));
  return findings.some(isError) ? 1 : 0;
}

const isError = ({ severity }: Finding): boolean => severity === 'error';

const lineOf = ({ file, line, column, severity, code, message }: Finding): string =>
  `${file}:${line}:${column}: ${severity} ${code} ${message}`;

/**
 * `--fix`: writes the files with every safe fix applied, and says which, then what is left. Standard input comes out
 * fixed, what is said about it as an error. `--dry-run` writes nothing and shows the changes.
 */
function fixAndValidate({ files, flag }: Options, terminal: Terminal): ExitCode {
  const dry = flag('dry-run');
  const done = files.map((file) => fixSafely(file, terminal.read(file)));
  const left = done.flatMap(({ file, after }) => findingsOf(file, after));
  const changed = done.filter(({ before, after }) => after !== before);
  if (flag('json')) {
    terminal.out(JSON.stringify({ fixed: done.flatMap(({ fixed }) => fixed), findings: left }, null, 2));
  } else tell(done, left, dry, terminal);
  if (!dry) for (const { file, after } of changed) if (file !== '-') terminal.write(file, after);
  if (!dry && !flag('json') && files.includes('-')) {
    terminal.out((done.find(({ file }) => file === '-')?.after ?? '').replace(/\r?\n$/, ''));
  }
  return left.some(isError) || (dry && changed.length > 0) ? 1 : 0;
}

function tell(done: readonly FixedFile[], left: readonly Finding[], dry: boolean, terminal: Terminal): void {
  const say = done.some(({ file }) => file === '-') && !dry ? terminal.error : terminal.out;
  for (const { file, before, edits, fixed } of done) {
    if (dry) {
      const diff = unifiedDiff(file, before, edits);
      if (diff !== '') say(diff);
      continue;
    }
    for (const { line, column, code, fix } of fixed) say(`${file}:${line}:${column}: fixed ${code} ${fix}`);
  }
  for (const finding of left) if (!dry || finding.severity === 'error') say(lineOf(finding));
}

/** What ValidateStateMachineDefinition would answer, in AWS's words; YAML is converted first, as a deployment does. */
function validateAsAws(options: Options, terminal: Terminal): ExitCode {
  const type = executionType(options);
  const answers = options.files.map((file) => {
    const text = terminal.read(file);
    const json =
      detectFormat(text) === 'yaml' ? convertFormat(text, 'yaml', 'json') : { ok: true as const, text };
    if (!json.ok) throw new UsageError(`${file}: ${json.reason}`);
    return { file, ...validateDefinition(json.text, type) };
  });
  if (options.flag('json')) terminal.out(JSON.stringify(answers, null, 2));
  else {
    for (const { file, diagnostics } of answers) {
      for (const { severity, code, message, location } of diagnostics) {
        terminal.out(
          `${file}: ${severity.toLowerCase()} ${code} ${message}${location ? ` at ${location}` : ''}`,
        );
      }
    }
  }
  return answers.some(({ result }) => result === 'FAIL') ? 1 : 0;
}

function findingsOf(file: string, text: string): readonly Finding[] {
  return [...checkDefinition(text, undefined, 'STANDARD').diagnostics]
    .sort((a, b) => a.range.start - b.range.start)
    .map(({ severity, code, message, range }) => ({
      file,
      ...lineColumnAt(text, range.start),
      severity,
      code,
      message,
    }));
}
