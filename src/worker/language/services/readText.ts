import { buildModel, type ParsedText, parseText, type StateMachine, type TextFormat } from '../../../asl';

export interface ReadText {
  readonly parsed: ParsedText;
  readonly machine: StateMachine;
}

let last: { readonly text: string; readonly format: TextFormat; readonly read: ReadText } | undefined;

/** Reads a text; the last one is kept, because hovering and colouring ask about the same text again and again. */
export function readText(text: string, format: TextFormat): ReadText {
  if (last?.text === text && last.format === format) return last.read;
  const parsed = parseText(text, format);
  const read = { parsed, machine: buildModel(parsed) };
  last = { text, format, read };
  return read;
}
