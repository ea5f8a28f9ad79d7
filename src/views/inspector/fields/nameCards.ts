import type { HoverText, NamedPlace } from '../../../worker';
import type { Caret, FieldNames, Named } from '../form/useFieldNames';
import type { Draft } from './useDraft';

/** What is shown about a place of a field. */
export type Card = { readonly offset: number } & (
  | { readonly kind: 'hover'; readonly about: HoverText }
  | { readonly kind: 'rename'; readonly symbol: Named; readonly caret: Caret }
  | { readonly kind: 'uses'; readonly symbol: Named }
  | { readonly kind: 'note'; readonly text: string }
);

/** The field that the names are in, as it is now. */
export interface NamedField {
  readonly names: FieldNames;
  readonly draft: Pick<Draft, 'text' | 'leave' | 'enter' | 'drop'>;
  /** What its form is about: a state, or the machine. */
  readonly object: string;
  caret(): Caret;
  /** The character at a point of the page. */
  offsetAt(x: number, y: number): number | undefined;
  leadTo(place: NamedPlace): void;
  show(card: Card | undefined): void;
  /** @returns how to call it off */
  after(milliseconds: number, act: () => void): () => void;
}

/** A key, as the browser tells of it. */
export type Key = Pick<
  KeyboardEvent,
  'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey' | 'preventDefault' | 'stopPropagation'
>;

export interface NameCards {
  close(): void;
  /** The focus left the field: what only tells something goes, and what was asked is not wanted any more. */
  left(): void;
  /** The pointer is on the card: it stays. */
  keep(): void;
  /** The pointer is over neither. */
  letGo(): void;
  pointed(at: { readonly clientX: number; readonly clientY: number; readonly buttons: number }): void;
  /** @returns whether the key was for this */
  press(event: Key): boolean;
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

const MODIFIERS: readonly string[] = ['Control', 'Meta', 'Shift', 'Alt'];

/**
 * Which card a field shows: one at a time, the one that was asked for last. Answers that come too late are dropped, and
 * the pointer takes nothing away that a key has asked for.
 */
export function createNameCards(field: () => NamedField): NameCards {
  let shown: Card | undefined;
  let callOff: (() => void) | undefined;
  /** What was asked last: other answers come too late. */
  let asked = 0;
  /** What was asked by a key or a click: the pointer does not get in its way. */
  let wanted = -1;

  const keep = () => {
    callOff?.();
    callOff = undefined;
  };
  const later = (wait: number, act: () => void) => {
    keep();
    callOff = field().after(wait, act);
  };
  const show = (card: Card | undefined) => {
    shown = card;
    field().show(card);
  };
  const close = () => {
    keep();
    asked++;
    show(undefined);
  };
  const mayPoint = () => (shown === undefined || shown.kind === 'hover') && wanted !== asked;

  const say = async (offset: number, nothing?: string) => {
    const question = ++asked;
    const about = await field().names.hover(field().caret().draft, offset);
    if (question !== asked) return;
    if (about) show({ kind: 'hover', offset, about });
    else show(nothing === undefined ? undefined : { kind: 'note', offset, text: nothing });
  };
  /** Of the name at the caret; what was typed is written first. */
  const withName = async (act: (symbol: Named, caret: Caret) => void) => {
    const { draft, names } = field();
    const caret = field().caret();
    keep();
    draft.leave();
    draft.enter();
    const question = ++asked;
    wanted = question;
    const symbol = await names.symbol(caret);
    if (question !== asked) return;
    wanted = -1;
    if (symbol.type === 'symbol') act(symbol, caret);
    else show({ kind: 'note', offset: caret.offset, text: symbol.type === 'nothing' ? NO_NAME : UNWRITTEN });
  };
  const goTo = (place: NamedPlace) => {
    close();
    field().leadTo(place);
  };
  const goToDefinition = () =>
    void withName((symbol, { offset }) => {
      const place = symbol.places.find(({ defines }) => defines);
      if (!place) return show({ kind: 'note', offset, text: 'Nothing gives it a value.' });
      if (place.state !== field().object) return goTo(place);
      const here = symbol.kind === 'state' ? 'This state' : 'It gets its value in this state';
      show({ kind: 'note', offset, text: `${here}: ${place.field.join(' › ') || place.name}` });
    });
  const take = ({ key, shiftKey, altKey, ctrlKey, metaKey }: Key): boolean => {
    if (key === 'Escape' && shown) close();
    else if (key === 'F12' && shiftKey)
      void withName((symbol, { offset }) => show({ kind: 'uses', offset, symbol }));
    else if (key === 'F12') goToDefinition();
    else if (key === 'F2')
      void withName((symbol, caret) => show({ kind: 'rename', offset: caret.offset, symbol, caret }));
    else if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'i')
      void say(field().caret().offset, 'Nothing is known of this place.');
    else return false;
    return true;
  };

  return {
    close,
    left() {
      if (shown?.kind !== 'rename' && shown?.kind !== 'uses') close();
    },
    keep,
    letGo() {
      if (mayPoint()) later(GONE, () => mayPoint() && close());
    },
    pointed({ clientX, clientY, buttons }) {
      if (buttons !== 0 || !mayPoint() || field().draft.text.length > MOST_POINTED) return;
      // What is there is looked up where the pointer rests, not all along its way.
      later(REST, () => {
        if (!mayPoint()) return;
        const offset = field().offsetAt(clientX, clientY);
        if (offset !== undefined) void say(offset);
        else if (shown) close();
      });
    },
    press(event) {
      if (take(event)) {
        event.preventDefault();
        event.stopPropagation();
        return true;
      }
      // Also what is still being asked: its answer would be about another caret.
      if (!MODIFIERS.includes(event.key)) close();
      return false;
    },
    goToDefinition,
    goTo,
    async rename(symbol, caret, name) {
      const { names, draft } = field();
      const refused = await names.rename(symbol, caret, name);
      // What is typed has the old name: it is written already.
      if (refused === undefined) draft.drop();
      return refused;
    },
  };
}
