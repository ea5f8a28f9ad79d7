import { buildModel, isBroken, lineColumnAt, parseText, type StateMachine } from '../asl';
import { type Terminal, UsageError } from './terminal';

/** A file's definition, JSON or YAML. @throws UsageError when its text cannot be read */
export function readDefinition(terminal: Terminal, path: string): StateMachine {
  const text = terminal.read(path);
  const parsed = parseText(text);
  if (isBroken(parsed)) {
    const [problem] = parsed.problems.filter(({ severity }) => severity === 'error');
    const { line, column } = lineColumnAt(text, problem?.range.start ?? 0);
    throw new UsageError(`${path}:${line}:${column}: ${problem?.message ?? 'there is nothing to read'}`);
  }
  const machine = buildModel(parsed);
  if (machine.states.length === 0) throw new UsageError(`${path}: the definition has no States to run.`);
  return machine;
}
