import { analyze, type Diagnostic, lineColumnAt } from '../asl';
import { readOptions } from './options';
import { type ExitCode, type Terminal, UsageError } from './terminal';

export const VALIDATE_OPTIONS = { json: 'flag' } as const;

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
  const { files, flag } = readOptions(given, VALIDATE_OPTIONS);
  if (files.length === 0) throw new UsageError('validate wants one FILE or more, or - for standard input.');
  const findings = files.flatMap((file) => findingsOf(file, terminal.read(file)));
  if (flag('json')) terminal.out(JSON.stringify(findings, null, 2));
  else {
    for (const { file, line, column, severity, code, message } of findings) {
      terminal.out(`${file}:${line}:${column}: ${severity} ${code} ${message}`);
    }
  }
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function findingsOf(file: string, text: string): readonly Finding[] {
  return [...analyze(text).diagnostics]
    .sort((a, b) => a.range.start - b.range.start)
    .map(({ severity, code, message, range }) => ({
      file,
      ...lineColumnAt(text, range.start),
      severity,
      code,
      message,
    }));
}
