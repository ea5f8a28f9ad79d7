/** Why a text is not JSON, in the words of the JSON parser; undefined when it is. An empty text means `{}`. */
export function inputProblem(text: string): string | undefined {
  if (text.trim() === '') return undefined;
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
