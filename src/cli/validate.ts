import { convertFormat, type Diagnostic, detectFormat, lineColumnAt } from '../asl';
import { checkDefinition, validateDefinition } from '../interpreter';
import { executionType, type Options, readOptions } from './options';
import { type ExitCode, type Terminal, UsageError } from './terminal';

export const VALIDATE_OPTIONS = { json: 'flag', aws: 'flag', type: 'value' } as const;

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
  if (flag('aws')) return validateAsAws(options, terminal);
  if (options.value('type') !== undefined) throw new UsageError('--type goes with --aws.');
  const findings = files.flatMap((file) => findingsOf(file, terminal.read(file)));
  if (flag('json')) terminal.out(JSON.stringify(findings, null, 2));
  else {
    for (const { file, line, column, severity, code, message } of findings) {
      terminal.out(`${file}:${line}:${column}: ${severity} ${code} ${message}`);
    }
  }
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
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
