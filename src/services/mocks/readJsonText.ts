import type { Json } from '../../asl';

/** A JSON text's value, or why it has none. */
export function readJsonText(
  text: string,
): { readonly ok: true; readonly json: Json } | { readonly ok: false; readonly reason: string } {
  try {
    return { ok: true, json: JSON.parse(text) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}
