import { useCallback, useEffect, useRef, useState } from 'react';
import type { Burst } from '../../../workspace';

/** What a typed text means: a value to be set, or why it is none. */
export type Reading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: string };

export interface Draft {
  readonly text: string;
  /** Why what is typed cannot be set; it stays typed. */
  readonly problem: string | undefined;
  change(text: string): void;
  enter(): void;
  leave(): void;
  /** Back to what the document says. */
  drop(): void;
}

/** Milliseconds of quiet before what is typed is written into the document. */
const PAUSE = 300;

let stays = 0;

/**
 * A field's text while it is typed. It is written after a pause and when the field is left; all that is written in one
 * stay is one step of the undo history. What cannot be read stays in the field, with the reason.
 *
 * @param shown what the document says
 */
export function useDraft<Value>(
  shown: string,
  read: (text: string) => Reading<Value>,
  write: (value: Value, burst: Burst) => void,
): Draft {
  const [draft, setDraft] = useState<string>();
  const focused = useRef(false);
  const burst = useRef<Burst>('field 0');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const written = useRef<string>(undefined);
  const latest = useRef({ read, write, shown });
  latest.current = { read, write, shown };

  const flush = useCallback((text: string) => {
    clearTimeout(timer.current);
    const { shown, read, write } = latest.current;
    if (text === (written.current ?? shown)) return true;
    const reading = read(text);
    if (!reading.ok) return false;
    written.current = text;
    write(reading.value, burst.current);
    return true;
  }, []);

  const [last, setLast] = useState(shown);
  if (last !== shown) {
    // What was typed has arrived in the document, or the document was changed from elsewhere.
    setLast(shown);
    if (!focused.current && draft !== undefined && read(draft).ok) setDraft(undefined);
  }
  useEffect(() => {
    if (last === shown) written.current = undefined;
  }, [last, shown]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const text = draft ?? shown;
  const reading = draft === undefined ? undefined : read(draft);
  return {
    text,
    problem: reading?.ok === false ? reading.problem : undefined,
    change(typed) {
      setDraft(typed);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => flush(typed), PAUSE);
    },
    enter() {
      focused.current = true;
      burst.current = `field ${++stays}`;
    },
    leave() {
      focused.current = false;
      if (draft === undefined) return;
      if (flush(draft) && draft === shown) setDraft(undefined);
    },
    drop() {
      clearTimeout(timer.current);
      setDraft(undefined);
    },
  };
}
