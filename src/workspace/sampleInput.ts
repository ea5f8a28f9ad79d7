import type { TextFormat } from '../asl/syntax';

/** An example input that the definition's first states can read, as JSON text. */
export function sampleInput(_text: string, _format: TextFormat): string {
  return '{}';
}
