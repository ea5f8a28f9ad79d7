import type { Json } from '../../asl';

/**
 * A value as Java's `toString` prints it: maps as `{a=1, b=[]}`, lists as `[1, 2]`, texts without quotes.
 * Recorded: intrinsic_functions/generic.test_format_2, base/test_query_context_object_values.
 */
export function javaText(value: Json): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(javaText).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([key, each]) => `${key}=${javaText(each)}`)
    .join(', ')}}`;
}
