import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { FieldSymbol, HoverText, NamedPlace } from '../../../worker';
import { useWorkspaceActions } from '../../../workspace';
import { expectArrival } from '../form/arrivals';
import { useForm } from '../form/form';
import type { FieldNames } from '../form/useFieldNames';
import { offsetAt } from './textPlaces';
import type { Draft } from './useDraft';

type Named = Extract<FieldSymbol, { readonly type: 'symbol' }>;

/** What is shown about a place of a field. */
export type Card = { readonly offset: number } & (
  | { readonly kind: 'hover'; readonly about: HoverText }
  | { readonly kind: 'rename'; readonly symbol: Named }
  | { readonly kind: 'uses'; readonly symbol: Named }
  | { readonly kind: 'note'; readonly text: string }
);

export interface Names {
  readonly card: Card | undefined;
  close(): void;
  /** The pointer is on the card: it stays. */
  keep(): void;
  /** The pointer is over neither. */
  letGo(): void;
  pointed(event: PointerEvent): void;
  /** @returns whether the key was for this */
  press(event: KeyboardEvent): boolean;
  goToDefinition(): void;
  goTo(place: NamedPlace): void;
  rename(symbol: Named, name: string): Promise<string | undefined>;
}

/** How long the pointer rests before something is said, and is gone before it is no longer; in milliseconds. */
const REST = 350;
const GONE = 200;

const NO_NAME = 'There is no name of a state or a variable here.';

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
  useEffect(() => () => clearTimeout(timer.current), []);

  const close = () => {
    clearTimeout(timer.current);
    asked.current++;
    setCard(undefined);
  };
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
  const withName = async (act: (symbol: Named, offset: number) => void) => {
    const { selectionStart: offset = 0, value = '' } = area.current ?? {};
    draft.leave();
    draft.enter();
    const question = ++asked.current;
    const symbol = await names.symbol(value, offset);
    if (question !== asked.current) return;
    if (symbol) act(symbol, offset);
    else setCard({ kind: 'note', offset, text: NO_NAME });
  };
  const goTo = (place: NamedPlace) => {
    close();
    if (place.state === undefined) return;
    expectArrival(place);
    selection.select(place.state, 'inspector');
  };
  const goToDefinition = () =>
    void withName((symbol, offset) => {
      const place = symbol.places.find(({ defines }) => defines);
      if (!place) return setCard({ kind: 'note', offset, text: 'Nothing gives it a value.' });
      if (place.state !== form.object) return goTo(place);
      const text = `${symbol.kind === 'state' ? 'This state' : 'It gets its value in this state'}: ${place.field.join(' › ') || place.name}`;
      setCard({ kind: 'note', offset, text });
    });

  return {
    card,
    close,
    keep: () => clearTimeout(timer.current),
    letGo: () => {
      if (card === undefined || card.kind === 'hover') later(GONE, close);
    },
    pointed({ clientX, clientY, buttons }) {
      if (buttons !== 0 || (card && card.kind !== 'hover')) return;
      const offset = colours.current && offsetAt(colours.current, clientX, clientY);
      if (typeof offset === 'number') later(REST, () => void say(offset));
      else if (card) later(GONE, close);
      else clearTimeout(timer.current);
    },
    press(event) {
      const { key, shiftKey, altKey } = event;
      const command = event.ctrlKey || event.metaKey;
      if (key === 'Escape' && card) close();
      else if (key === 'F12' && shiftKey)
        void withName((symbol, offset) => setCard({ kind: 'uses', offset, symbol }));
      else if (key === 'F12') goToDefinition();
      else if (key === 'F2') void withName((symbol, offset) => setCard({ kind: 'rename', offset, symbol }));
      else if (command && !altKey && key.toLowerCase() === 'i')
        void say(area.current?.selectionStart ?? 0, 'Nothing is known of this place.');
      else {
        if (card && !['Control', 'Meta', 'Shift', 'Alt'].includes(key)) close();
        return false;
      }
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
    goToDefinition,
    goTo,
    async rename(symbol, name) {
      const refused = await names.rename(symbol, name);
      // What is typed has the old name: it is written already.
      if (refused === undefined) draft.drop();
      return refused;
    },
  };
}
