import type { EditResult } from '../edit.types';
import type { StateMachine } from '../model';
import type { ParsedText } from '../syntax';

/** A text and what was read out of it. */
export interface EditSource {
  readonly parsed: ParsedText;
  readonly machine: StateMachine;
}

export const no = (reason: string): EditResult => ({ ok: false, reason });

/** The text has moved on since the user saw it. */
export const GONE = 'This state is no longer in the text.';
export const TRANSITION_GONE = 'This transition is no longer in the text.';
