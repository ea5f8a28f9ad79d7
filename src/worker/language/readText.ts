import { buildModel, isBroken, parseText } from '../../asl';
import type { StateMachine } from '../../asl/model';
import type { ParsedText, TextFormat } from '../../asl/syntax';

/** A text as read, and its model when it can be read whole. */
export interface ReadText {
  readonly parsed: ParsedText;
  readonly machine: StateMachine | undefined;
}

/** Reads a text once: the analysis, and the edit planned on the same text right after, share the work. */
export function createReader(): (text: string, format: TextFormat) => ReadText {
  let last: (ReadText & { readonly format: TextFormat }) | undefined;
  return (text, format) => {
    if (last?.parsed.text === text && last.format === format) return last;
    const parsed = parseText(text, format);
    const whole = !isBroken(parsed) && parsed.root?.kind === 'object';
    last = { parsed, format, machine: whole ? buildModel(parsed) : undefined };
    return last;
  };
}
