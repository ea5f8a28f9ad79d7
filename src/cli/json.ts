import type { Json } from '../asl';
import { type Terminal, UsageError } from './terminal';

export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** An option's value: JSON text, or the name of a file that holds it. @throws UsageError when it is neither */
export function jsonOption(given: string, name: string, terminal: Terminal): Json {
  const inline = parseJson(given);
  if (inline !== undefined) return inline;
  const value = parseJson(terminal.read(given));
  if (value === undefined) throw new UsageError(`--${name}: ${given} does not hold JSON.`);
  return value;
}
