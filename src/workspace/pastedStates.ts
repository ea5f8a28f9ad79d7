/**
 * States of a workflow in a text that was pasted: an object of states by name, as Copy writes it, or some members of a
 * States object without its braces. Undefined for anything else, a whole state machine too.
 *
 * @returns the object's JSON text
 */
export function readPastedStates(text: string): string | undefined {
  const trimmed = text.trim();
  const json = trimmed.startsWith('"') ? `{${trimmed.replace(/,$/, '')}}` : trimmed;
  if (!json.startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    const members = typeof value === 'object' && value !== null ? Object.values(value) : [];
    return members.length > 0 && members.every(isState) ? json : undefined;
  } catch {
    return undefined;
  }
}

const isState = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'Type' in value && typeof value.Type === 'string';
