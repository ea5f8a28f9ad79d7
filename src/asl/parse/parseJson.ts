import type { ParsedText } from '../syntax';
import { JsonReader } from './jsonReader';

/** Reads a JSON text, tolerating comments, trailing commas and `${placeholders}` outside strings. Never throws. */
export function parseJson(text: string): ParsedText {
  const reader = new JsonReader(text);
  const root = reader.read();
  return { text, format: 'json', root, problems: reader.problems.list };
}
