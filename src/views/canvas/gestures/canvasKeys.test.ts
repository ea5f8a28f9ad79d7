import { describe, expect, it } from 'vitest';
import { graphOf, node, scopeOf, transition } from '../testing';
import { type KeyPlace, planKey } from './canvasKeys';

const index = graphOf({
  Start: { Type: 'Pass', Next: 'Each' },
  Each: {
    Type: 'Map',
    ItemProcessor: scopeOf({ Inside: { Type: 'Pass', End: true } }),
    Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Bad' }],
    Next: 'Done',
  },
  Done: { Type: 'Succeed' },
  Bad: { Type: 'Fail' },
});
const inside = node('Each/ItemProcessor/States/Inside');
const press = (
  place: Partial<KeyPlace>,
  key: string,
  held: Partial<Record<'altKey' | 'ctrlKey' | 'shiftKey', boolean>> = {},
) =>
  planKey(
    index,
    { direction: 'down', ...place },
    { key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...held },
  );

describe('keys on a state', () => {
  it('lead along the transitions', () => {
    expect(press({ node: node('Start') }, 'ArrowDown')).toEqual({ type: 'goTo', state: node('Each') });
    expect(press({ node: node('Start') }, 'ArrowUp')).toBeUndefined();
  });

  it('lead along the transitions of a workflow drawn from left to right, too', () => {
    const place = { node: node('Start'), direction: 'right' } as const;
    expect(press(place, 'ArrowRight')).toEqual({ type: 'goTo', state: node('Each') });
    expect(press(place, 'ArrowDown')).toBeUndefined();
  });

  it('select, then enter a container; Escape leaves it, then deselects', () => {
    const each = node('Each');
    expect(press({ node: each }, 'Enter')).toEqual({ type: 'select', state: each });
    expect(press({ node: each, selected: each }, 'Enter')).toEqual({ type: 'goTo', state: inside });
    expect(press({ node: inside }, 'Escape')).toEqual({ type: 'goTo', state: each });
    expect(press({ node: each }, 'Escape')).toEqual({ type: 'deselect' });
  });

  it('rename and delete', () => {
    const place = { node: node('Done') };
    expect(press(place, 'F2')).toEqual({ type: 'rename', state: node('Done') });
    expect(press(place, 'Delete')).toEqual({ type: 'remove', state: node('Done') });
    expect(press(place, 'Backspace')).toEqual({ type: 'remove', state: node('Done') });
  });

  it('A asks what to add after it, on what it leads to', () => {
    expect(press({ node: node('Start') }, 'a')).toEqual({
      type: 'quickAdd',
      target: { kind: 'transition', transition: transition('Start#next') },
    });
    expect(press({ node: inside }, 'A')).toEqual({
      type: 'quickAdd',
      target: { kind: 'transition', transition: `${inside}#end` },
    });
  });
  it('with Alt go to its transitions', () => {
    expect(press({ node: node('Each') }, 'ArrowDown', { altKey: true })).toEqual({
      type: 'focusTransition',
      transition: transition('Each#next'),
    });
    expect(press({ node: node('Each') }, 'x')).toBeUndefined();
  });

  it('with Ctrl are left to the shell', () => {
    expect(press({ node: node('Each') }, 'Delete', { ctrlKey: true })).toBeUndefined();
  });
});

describe('keys on a transition', () => {
  const held = { transition: transition('Each#next') };
  it('lead to its ends', () => {
    expect(press(held, 'ArrowDown')).toEqual({ type: 'goTo', state: node('Done') });
    expect(press(held, 'ArrowUp')).toEqual({ type: 'goTo', state: node('Each') });
    expect(press(held, 'Escape')).toEqual({ type: 'goTo', state: node('Each') });
  });

  it('lead to the transitions beside it', () => {
    expect(press(held, 'ArrowRight')).toEqual({
      type: 'focusTransition',
      transition: transition('Each#catch:0'),
    });
    expect(press(held, 'ArrowLeft')).toBeUndefined();
  });

  it('ask what to insert where something can be inserted', () => {
    expect(press(held, 'Enter')).toEqual({
      type: 'quickAdd',
      target: { kind: 'transition', transition: transition('Each#next') },
    });
    expect(press(held, 'a')).toEqual(press(held, 'Enter'));
    expect(press(held, '+')).toEqual(press(held, 'Enter'));
    expect(press({ transition: transition('Done#end') }, 'Enter')).toBeUndefined();
  });

  it('open the menu of states it may lead to', () => {
    expect(press(held, 'F2')).toEqual({
      type: 'retarget',
      transition: transition('Each#next'),
    });
  });

  it('leave the first transition to nowhere: Start is no state', () => {
    expect(press({ transition: transition('start') }, 'ArrowUp')).toEqual({ type: 'deselect' });
  });
});

describe('keys on the canvas itself', () => {
  it('enter at the first state, or go on from the selected one', () => {
    expect(press({}, 'ArrowDown')).toEqual({ type: 'goTo', state: node('Start') });
    expect(press({ selected: node('Each') }, 'ArrowDown')).toEqual({ type: 'goTo', state: node('Done') });
    expect(press({}, 'Delete')).toBeUndefined();
  });
  it('A asks what to add at the end', () => {
    expect(press({}, 'a')).toEqual({
      type: 'quickAdd',
      target: { kind: 'transition', transition: transition('Each#next') },
    });
  });
});

describe('several states', () => {
  it('are all those of the scope with Ctrl+A', () => {
    const plan = press({ node: node('Start') }, 'a', { ctrlKey: true });
    expect(plan).toMatchObject({ type: 'selectAll' });
    expect(plan?.type === 'selectAll' && plan.states).toContain('/States/Start');
    expect(press({}, 'a', { ctrlKey: true })).toEqual(plan);
  });
  it('are added to with Shift and an arrow', () => {
    const next = press({ node: node('Start') }, 'ArrowDown');
    expect(next).toMatchObject({ type: 'goTo' });
    expect(press({ node: node('Start') }, 'ArrowDown', { shiftKey: true })).toEqual({
      ...next,
      type: 'extend',
    });
  });
  it('are left for one with Escape', () => {
    const place = { node: node('Start'), selected: node('Start'), several: true };
    expect(press(place, 'Escape')).toEqual({ type: 'select', state: node('Start') });
  });
});

describe('a state moved by hand', () => {
  it('goes a dot of the grid further with Ctrl and an arrow', () => {
    expect(press({ node: node('Start') }, 'ArrowLeft', { ctrlKey: true })).toEqual({
      type: 'nudge',
      state: node('Start'),
      by: { x: -20, y: 0 },
    });
  });
});

describe('containers', () => {
  const each = node('Each');
  it('are closed with minus and opened with plus or Enter', () => {
    expect(press({ node: each }, '-')).toEqual({ type: 'collapse', state: each });
    expect(press({ node: each, closed: true }, '+')).toEqual({ type: 'expand', state: each });
    expect(press({ node: each, selected: each, closed: true }, 'Enter')).toEqual({
      type: 'expand',
      state: each,
    });
    expect(press({ node: each, closed: true }, '-')).toBeUndefined();
    expect(press({ node: node('Start') }, '-')).toBeUndefined();
  });
});

describe('the menu of a state', () => {
  it('opens with the menu key and with Shift+F10', () => {
    const menu = { type: 'openMenu', state: node('Start') };
    expect(press({ node: node('Start') }, 'ContextMenu')).toEqual(menu);
    expect(press({ node: node('Start') }, 'F10', { shiftKey: true })).toEqual(menu);
    expect(press({ node: node('Start') }, 'F10')).toBeUndefined();
  });
});
