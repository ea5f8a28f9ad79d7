import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { SignatureHere, Suggestion, Suggestions } from '../../../worker';
import type { AskFieldHelp } from '../form/useFieldHelp';
import { type Offered, offered, stillOffered, type Typed, typedOn, withChosen } from './completing';
import type { Draft } from './useDraft';

export interface OpenCompletions extends Offered {
  readonly chosen: number;
}

export interface Completing {
  readonly open: OpenCompletions | undefined;
  /** The call that the caret is in. */
  readonly signature: SignatureHere | undefined;
  /** The text has changed by typing. */
  typed(): void;
  /** The caret may have moved. */
  moved(): void;
  close(): void;
  choose(item: Suggestion): boolean;
  /** @returns whether the key was for what is open */
  press(event: KeyboardEvent): boolean;
}

/** After one of these something is offered without being asked for: an Enter after others is a line's end. */
const BEGINS = /[\w$"'.%]$/;

interface Answered {
  readonly found: Suggestions;
  readonly about: Typed;
}

/** What may follow at the caret of a text area, and the call it is in: while typing, and at Ctrl+Space. */
export function useCompletions(
  area: RefObject<HTMLTextAreaElement | null>,
  draft: Draft,
  ask: AskFieldHelp,
): Completing {
  const [open, setOpen] = useState<OpenCompletions>();
  const [signature, setSignature] = useState<SignatureHere>();
  const answered = useRef<Answered>(undefined);
  /** What was asked about last: answers about anything else come too late. */
  const asked = useRef<Typed>(undefined);
  const wanted = useRef(false);
  /** Where the caret goes once the completed text is in the area. */
  const next = useRef<{ readonly caret: number; readonly again: boolean }>(undefined);

  const show = (found: Suggestions, now: Typed) => {
    const shown = offered(found, now);
    setOpen((before) => {
      const label = before?.items[before.chosen]?.label;
      const same = shown?.items.findIndex((item) => item.label === label) ?? 0;
      return shown && { ...shown, chosen: Math.max(0, same) };
    });
  };
  const closeList = () => {
    answered.current = undefined;
    setOpen(undefined);
  };
  const lookUp = async (list: boolean) => {
    const about = typedIn(area.current);
    asked.current = about;
    if (!about) return;
    const found = await ask(about.text, about.caret);
    if (asked.current !== about || !isSame(typedIn(area.current), about)) return;
    setSignature(found?.signature ?? undefined);
    if (!list) return;
    if (!found?.suggestions) return closeList();
    answered.current = { found: found.suggestions, about };
    show(found.suggestions, about);
  };
  // Before the next key: where it goes depends on the caret, and what it takes on the list.
  useLayoutEffect(() => {
    if (next.current) {
      const { caret, again } = next.current;
      next.current = undefined;
      area.current?.setSelectionRange(caret, caret);
      void lookUp(again);
    }
    if (!wanted.current) return;
    wanted.current = false;
    const now = typedIn(area.current);
    if (!now) return;
    const list = BEGINS.test(now.text.slice(0, now.caret));
    // The list there is goes on until the answer about the new text is here.
    if (list && answered.current) show(typedOn(answered.current.found, answered.current.about, now), now);
    else closeList();
    void lookUp(list);
  });

  const close = () => {
    asked.current = undefined;
    closeList();
    setSignature(undefined);
  };
  /** @returns whether there was still something to choose */
  const choose = (wanted: Suggestion): boolean => {
    const now = typedIn(area.current);
    const known = answered.current;
    const still = now && known && stillOffered(known.found, known.about, now, wanted);
    if (!still) return false;
    const taken = withChosen(now.text, still.there, still.item);
    next.current = { caret: taken.caret, again: still.item.again === true };
    draft.change(taken.text);
    closeList();
    return true;
  };
  return {
    open,
    signature,
    close,
    choose,
    typed() {
      wanted.current = true;
    },
    moved() {
      // Typing and choosing move the caret, too, and have asked or will ask.
      if (wanted.current || next.current || isSame(typedIn(area.current), asked.current)) return;
      closeList();
      if (signature) void lookUp(false);
    },
    press(event) {
      if (event.key === ' ' && event.ctrlKey) {
        event.preventDefault();
        void lookUp(true);
        return true;
      }
      const item = open?.items[open.chosen];
      const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (event.key === 'Escape' && open) closeList();
      else if (event.key === 'Escape' && signature) close();
      else if (open && move !== undefined) {
        const count = open.items.length;
        setOpen({ ...open, chosen: (open.chosen + move + count) % count });
      } else if (!item || (event.key !== 'Enter' && event.key !== 'Tab') || !choose(item)) return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}

const isSame = (a: Typed | undefined, b: Typed | undefined): boolean =>
  a?.text === b?.text && a?.caret === b?.caret;

const typedIn = (area: HTMLTextAreaElement | null): Typed | undefined =>
  area ? { text: area.value, caret: area.selectionStart } : undefined;
