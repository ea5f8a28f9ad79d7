import type { Json } from '../../asl';
import { jsonText } from './jsonText';

/** The same text for values that are equal, and for those only: JSON with keys in alphabetical order at every depth. */
export function canonicalText(value: Json): string {
  if (typeof value !== 'object' || value === null) return jsonText(value);
  if (Array.isArray(value)) return `[${value.map(canonicalText).join()}]`;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${jsonText(key)}:${canonicalText(each)}`).join()}}`;
}
