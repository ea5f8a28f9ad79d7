import { describe, expect, it } from 'vitest';
import type { ScopePath } from '../../../asl';
import { graphOf, transition } from '../testing';
import { addIntent, describeTarget } from './addTarget';

const index = graphOf({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', End: true } });
const blueprint = { kind: 'state', stateType: 'Wait' } as const;
const machine = '' as ScopePath;
const on = (name: string) => ({ kind: 'transition', transition: transition(name) }) as const;

describe('the intent behind adding', () => {
  it('inserts, adds, or adds and leads there', () => {
    expect(addIntent(blueprint, on('A#next'))).toEqual({
      type: 'insertState',
      on: transition('A#next'),
      blueprint,
    });
    expect(addIntent(blueprint, { kind: 'scope', scope: machine })).toEqual({
      type: 'addState',
      scope: '',
      blueprint,
    });
    expect(addIntent(blueprint, { kind: 'lead', transition: transition('A#next'), scope: machine })).toEqual({
      type: 'addState',
      scope: '',
      from: transition('A#next'),
      blueprint,
    });
  });
});

describe('the words for where something is added', () => {
  it('name the states around it', () => {
    expect(describeTarget(index, on('A#next'))).toBe('Insert between “A” and “B”');
    expect(describeTarget(index, on('start'))).toBe('Insert before “A”');
    expect(describeTarget(index, on('B#end'))).toBe('Add after “B”');
    expect(describeTarget(index, { kind: 'lead', transition: transition('A#next'), scope: machine })).toBe(
      'Add, led to by “A”',
    );
  });
  it('say that nothing leads there', () => {
    expect(describeTarget(index, { kind: 'scope', scope: machine })).toBe('Add, not connected');
    expect(describeTarget(graphOf({}), { kind: 'scope', scope: machine })).toBe('Add the first state');
  });
  it('do not wait for the drawing of a state that was just added', () => {
    expect(describeTarget(index, on('New#next'))).toBe('Add the next one');
  });
});
