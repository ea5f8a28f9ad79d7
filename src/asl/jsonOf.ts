import type { Json } from './json';

/** The value of a JSON text; undefined when there is no text, or it is not JSON: cut short, or no data at all. */
export function jsonOf(text: string | undefined): Json | undefined {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
