/**
 * The expression in a string of a JSONata state: the text between `{%` at the very start and `%}` at the very
 * end, without the space around it; undefined for any other string, which stands for itself.
 * Recorded: outputdecl/test_base_cases_BASE_LITERALS.
 */
export function expressionText(text: string): string | undefined {
  if (text.length < 4 || !text.startsWith('{%') || !text.endsWith('%}')) return undefined;
  return text.slice(2, -2).trim();
}
