import { expect, it } from 'vitest';
import type { StatePath } from '../../../asl';
import type { FieldSymbol, HoverText, NamedPlace } from '../../../worker';
import type { FieldNames, Named } from '../form/useFieldNames';
import { type Card, createNameCards, type Key, type NamedField } from './nameCards';

const ABOUT: HoverText = { parts: [{ kind: 'text', text: 'about' }], range: { start: 0, end: 1 } };
const PLACE: NamedPlace = {
  ...{ start: 1, defines: true, name: 'B', field: ['Assign', 'n'] },
  state: '/States/B' as StatePath,
};
const SYMBOL: Named = { type: 'symbol', kind: 'variable', name: 'n', offset: 0, places: [PLACE] };

/** A field whose questions are answered, and whose time passes, when the test says so. */
function createField() {
  const timers = new Set<() => void>();
  const questions: ((answer: unknown) => void)[] = [];
  const told: string[] = [];
  let card: Card | undefined;
  const ask = <Answer>() =>
    new Promise<Answer>((resolve) => questions.push((answer) => resolve(answer as Answer)));
  const names: FieldNames = {
    hover: () => ask(),
    symbol: () => ask<FieldSymbol>(),
    rename: () => ask<string | undefined>(),
  };
  const tell = (what: string) => () => void told.push(what);
  const field: NamedField = {
    names,
    draft: { text: 'n', leave: tell('leave'), enter: tell('enter'), drop: tell('drop') },
    object: '/States/A',
    caret: () => ({ draft: 'n', offset: 1 }),
    offsetAt: (x) => (x < 0 ? undefined : x),
    leadTo: ({ state }) => told.push(`to ${state}`),
    show(next) {
      card = next;
    },
    after(milliseconds, act) {
      const timer = () => act();
      told.push(`${milliseconds} ms`);
      timers.add(timer);
      return () => timers.delete(timer);
    },
  };
  return {
    cards: createNameCards(() => field),
    told,
    questions,
    waiting: () => timers.size,
    shown: () => card?.kind,
    card: () => card,
    pass() {
      for (const timer of [...timers]) {
        timers.delete(timer);
        timer();
      }
    },
    async answer(answer: unknown) {
      questions.shift()?.(answer);
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

const key = (name: string, held: Partial<Key> = {}): Key => ({
  ...{ key: name, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false },
  ...{ preventDefault: () => undefined, stopPropagation: () => undefined },
  ...held,
});
const at = (x: number) => ({ clientX: x, clientY: 0, buttons: 0 });

it('says nothing about a name that F2 asked for once something was typed', async () => {
  const { cards, answer, shown, told } = createField();
  expect(cards.press(key('F2'))).toBe(true);
  // What was typed is written first.
  expect(told).toEqual(['leave', 'enter']);
  expect(cards.press(key('a'))).toBe(false);
  await answer(SYMBOL);
  expect(shown()).toBeUndefined();

  cards.press(key('F2'));
  cards.press(key('Shift'));
  await answer(SYMBOL);
  expect(shown()).toBe('rename');
});

it('shows what was asked last, whatever is answered first', async () => {
  const { cards, questions, answer, shown } = createField();
  cards.press(key('F2'));
  cards.press(key('F12', { shiftKey: true }));
  questions.reverse();
  await answer(SYMBOL);
  expect(shown()).toBe('uses');
  await answer(SYMBOL);
  expect(shown()).toBe('uses');
});

it('drops what was asked when the focus leaves, but no card that one works in', async () => {
  const { cards, answer, shown } = createField();
  cards.press(key('F2'));
  cards.left();
  await answer(SYMBOL);
  expect(shown()).toBeUndefined();
  cards.press(key('F2'));
  await answer(SYMBOL);
  // The card has the focus now.
  cards.left();
  expect(shown()).toBe('rename');
});

it('says something where the pointer rests, and not all along its way', async () => {
  const { cards, pass, answer, questions, card, told } = createField();
  cards.pointed(at(3));
  cards.pointed(at(4));
  expect(questions).toHaveLength(0);
  pass();
  expect(told).toEqual(['350 ms', '350 ms']);
  expect(questions).toHaveLength(1);
  await answer(ABOUT);
  expect(card()).toMatchObject({ kind: 'hover', offset: 4 });
  // A button is held, or nothing is there.
  cards.pointed({ ...at(3), buttons: 1 });
  pass();
  expect(questions).toHaveLength(0);
  cards.pointed(at(-1));
  pass();
  expect(card()).toBeUndefined();
});

it('goes a little after the pointer is gone, unless that comes back in time', async () => {
  const { cards, pass, answer, shown, waiting } = createField();
  cards.pointed(at(3));
  pass();
  await answer(ABOUT);
  cards.letGo();
  cards.keep();
  expect(waiting()).toBe(0);
  pass();
  expect(shown()).toBe('hover');
  cards.letGo();
  pass();
  expect(shown()).toBeUndefined();
});

it('takes nothing away that a key asked for, when the pointer moves or goes', async () => {
  const { cards, pass, answer, questions, shown } = createField();
  cards.pointed(at(3));
  cards.press(key('F2'));
  cards.pointed(at(5));
  cards.letGo();
  pass();
  expect(questions).toHaveLength(1);
  await answer(SYMBOL);
  expect(shown()).toBe('rename');
  cards.pointed(at(5));
  cards.letGo();
  pass();
  expect(shown()).toBe('rename');
});

it('answers the pointer no more once a key was pressed', async () => {
  const { cards, pass, answer, shown, waiting } = createField();
  cards.pointed(at(3));
  cards.press(key('x'));
  expect(waiting()).toBe(0);
  cards.pointed(at(3));
  pass();
  cards.press(key('x'));
  await answer(ABOUT);
  expect(shown()).toBeUndefined();
});

it('leads to where a name gets its value, or says that it is here', async () => {
  const { cards, answer, told, card } = createField();
  cards.press(key('F12'));
  await answer(SYMBOL);
  expect(told).toContain('to /States/B');
  cards.press(key('F12'));
  await answer({ ...SYMBOL, places: [{ ...PLACE, state: '/States/A' }] });
  expect(card()).toMatchObject({ kind: 'note', text: 'It gets its value in this state: Assign › n' });
  expect(cards.press(key('Escape'))).toBe(true);
  expect(card()).toBeUndefined();
  expect(cards.press(key('Escape'))).toBe(false);
});

it('says why a caret has no name, and forgets what is typed only when it was renamed', async () => {
  const { cards, answer, told, card } = createField();
  cards.press(key('F2'));
  await answer({ type: 'unwritten' });
  expect(card()).toMatchObject({ kind: 'note', text: expect.stringContaining('not in the workflow') });
  cards.press(key('i', { ctrlKey: true }));
  await answer(undefined);
  expect(card()).toMatchObject({ kind: 'note', text: 'Nothing is known of this place.' });
  const refused = cards.rename(SYMBOL, { draft: 'n', offset: 1 }, '2');
  await answer('no');
  expect(await refused).toBe('no');
  expect(told).not.toContain('drop');
  const renamed = cards.rename(SYMBOL, { draft: 'n', offset: 1 }, 'm');
  await answer(undefined);
  expect(await renamed).toBeUndefined();
  expect(told).toContain('drop');
});
