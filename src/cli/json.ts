import { type Json, jsonOf } from '../asl';
import { type Terminal, UsageError } from './terminal';

/** An option's value: JSON text, or the name of a file that holds it. @throws UsageError when it is neither */
export function jsonOption(given: string, name: string, terminal: Terminal): Json {
  const inline = jsonOf(given);
  if (inline !== undefined) return inline;
  const value = jsonOf(terminal.read(given));
  if (value === undefined) throw new UsageError(`--${name}: ${given} does not hold JSON.`);
  return value;
}
