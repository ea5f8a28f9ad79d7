import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { HoverText, NamedPlace } from '../../../worker';
import { useWorkspaceActions } from '../../../workspace';
import { expectArrival } from '../form/arrivals';
import { useForm } from '../form/form';
import type { Caret, FieldNames, Named } from '../form/useFieldNames';
import { offsetAt } from './textPlaces';
import type { Draft } from './useDraft';

/** What is shown about a place of a field. */
export type Card = { readonly offset: number } & (
  | { readonly kind: 'hover'; readonly about: HoverText }
  | { readonly kind: 'rename'; readonly symbol: Named; readonly caret: Caret }
  | { readonly kind: 'uses'; readonly symbol: Named }
  | { readonly kind: 'note'; readonly text: string }
);

export interface Names {
  readonly card: Card | undefined;
  close(): void;
  /** The focus left the field: what only tells something goes, and what was asked is not wanted any more. */
  left(): void;
  /** The pointer is on the card: it stays. */
  keep(): void;
  /** The pointer is over neither. */
  letGo(): void;
  pointed(event: PointerEvent): void;
  /** @returns whether the key was for this */
  press(event: KeyboardEvent): boolean;
  goToDefinition(): void;
  goTo(place: NamedPlace): void;
  rename(symbol: Named, caret: Caret, name: string): Promise<string | undefined>;
}

/** How long the pointer rests before something is said, and is gone before it is no longer; in milliseconds. */
const REST = 350;
const GONE = 200;

const NO_NAME = 'There is no name of a state or a variable here.';
const UNWRITTEN = 'What is typed here is not in the workflow: it cannot be read as it stands.';

/** In more characters than this, nothing is said of where the pointer is: it would take too long to find. */
const MOST_POINTED = 20_000;

/** What is under the pointer or at the caret of a text area, where it comes from, and other names for it. */
export function useNames(
  area: RefObject<HTMLTextAreaElement | null>,
  colours: RefObject<HTMLPreElement | null>,
  draft: Draft,
  names: FieldNames,
): Names {
  const { selection } = useWorkspaceActions();
  const form = useForm();
  const [card, setCard] = useState<Card>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** What was asked last: other answers come too late. */
  const asked = useRef(0);
  /** What was asked by a key or a click: the pointer does not get in its way. */
  const wanted = useRef(-1);
  const shown = useRef(card);
  shown.current = card;
  useEffect(() => () => clearTimeout(timer.current), []);

  const close = () => {
    clearTimeout(timer.current);
    asked.current++;
    setCard(undefined);
  };
  const mayPoint = () =>
    (shown.current === undefined || shown.current.kind === 'hover') && wanted.current !== asked.current;
  const later = (wait: number, act: () => void) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(act, wait);
  };
  const say = async (offset: number, nothing?: string) => {
    const question = ++asked.current;
    const about = await names.hover(area.current?.value ?? '', offset);
    if (question !== asked.current) return;
    if (about) setCard({ kind: 'hover', offset, about });
    else setCard(nothing === undefined ? undefined : { kind: 'note', offset, text: nothing });
  };
  /** Of the name at the caret; what was typed is written first. */
  const withName = async (act: (symbol: Named, caret: Caret) => void) => {
    const { selectionStart: offset = 0, value: text = '' } = area.current ?? {};
    const caret = { draft: text, offset };
    clearTimeout(timer.current);
    draft.leave();
    draft.enter();
    const question = ++asked.current;
    wanted.current = question;
    const symbol = await names.symbol(caret);
    if (question !== asked.current) return;
    wanted.current = -1;
    if (symbol.type === 'symbol') act(symbol, caret);
    else setCard({ kind: 'note', offset, text: symbol.type === 'nothing' ? NO_NAME : UNWRITTEN });
  };
  const goTo = (place: NamedPlace) => {
    close();
    expectArrival(place);
    // Of the machine's own fields none is looked for: its form is what comes.
    if (place.state !== form.object) selection.select(place.state, 'inspector');
  };
  const goToDefinition = () =>
    void withName((symbol, { offset }) => {
      const place = symbol.places.find(({ defines }) => defines);
      if (!place) return setCard({ kind: 'note', offset, text: 'Nothing gives it a value.' });
      if (place.state !== form.object) return goTo(place);
      const text = `${symbol.kind === 'state' ? 'This state' : 'It gets its value in this state'}: ${place.field.join(' › ') || place.name}`;
      setCard({ kind: 'note', offset, text });
    });

  return {
    card,
    close,
    left() {
      if (card?.kind !== 'rename' && card?.kind !== 'uses') close();
    },
    keep: () => clearTimeout(timer.current),
    letGo: () => {
      if (mayPoint()) later(GONE, () => mayPoint() && close());
    },
    pointed({ clientX, clientY, buttons }) {
      if (buttons !== 0 || !mayPoint()) return;
      if (draft.text.length > MOST_POINTED) return;
      // What is there is looked up where the pointer rests, not all along its way.
      later(REST, () => {
        if (!mayPoint()) return;
        const offset = colours.current && offsetAt(colours.current, clientX, clientY);
        if (typeof offset === 'number') void say(offset);
        else if (shown.current) close();
      });
    },
    press(event) {
      const { key, shiftKey, altKey } = event;
      const command = event.ctrlKey || event.metaKey;
      if (key === 'Escape' && card) close();
      else if (key === 'F12' && shiftKey)
        void withName((symbol, { offset }) => setCard({ kind: 'uses', offset, symbol }));
      else if (key === 'F12') goToDefinition();
      else if (key === 'F2')
        void withName((symbol, caret) => setCard({ kind: 'rename', offset: caret.offset, symbol, caret }));
      else if (command && !altKey && key.toLowerCase() === 'i')
        void say(area.current?.selectionStart ?? 0, 'Nothing is known of this place.');
      else {
        // Also what is still being asked: its answer would be about another caret.
        if (!['Control', 'Meta', 'Shift', 'Alt'].includes(key)) close();
        return false;
      }
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
    goToDefinition,
    goTo,
    async rename(symbol, caret, name) {
      const refused = await names.rename(symbol, caret, name);
      // What is typed has the old name: it is written already.
      if (refused === undefined) draft.drop();
      return refused;
    },
  };
}
