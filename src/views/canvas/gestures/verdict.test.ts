import { describe, expect, it } from 'vitest';
import type { NodeId } from '../../../asl';
import { graphOf, node, scopeOf, transition } from '../testing';
import { legalTargets, verdictOn } from './verdict';

const index = graphOf({
  A: { Type: 'Pass', Next: 'Nowhere' },
  Which: { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'A' }], Default: 'Each' },
  Each: { Type: 'Map', ItemProcessor: scopeOf({ Inside: { Type: 'Pass', End: true } }), End: true },
});
const ok = (from: string, to: string) => verdictOn(index, transition(from), to as NodeId).ok;

describe('where a transition may lead', () => {
  it('is any state of its scope, itself included', () => {
    expect(ok('A#next', node('Each'))).toBe(true);
    expect(ok('A#next', node('A'))).toBe(true);
    expect(ok('start', node('Which'))).toBe(true);
  });

  it('is not inside or outside a container', () => {
    expect(ok('A#next', node('Each/ItemProcessor/States/Inside'))).toBe(false);
    expect(ok('Each/ItemProcessor/States/Inside#end', node('A'))).toBe(false);
  });

  it('is End for Next, but not for rules, Default or Start', () => {
    expect(ok('A#next', 'end:')).toBe(true);
    expect(ok('Each#end', 'end:')).toBe(true);
    expect(ok('Which#choice:0', 'end:')).toBe(false);
    expect(ok('Which#default', 'end:')).toBe(false);
    expect(ok('start', 'end:')).toBe(false);
  });

  it('is never Start, nor a state that does not exist', () => {
    expect(ok('A#next', 'start:')).toBe(false);
    expect(ok('Which#default', 'missing:/Nowhere')).toBe(false);
  });

  it('is judged for a transition that is still to be made', () => {
    expect(verdictOn(graphOf({ A: { Type: 'Pass' } }), transition('A#next'), node('A')).ok).toBe(true);
  });
});

describe('the targets offered for a transition', () => {
  it('are those it may lead to and does not', () => {
    const names = (from: string) => legalTargets(index, transition(from)).map(({ id }) => id);
    expect(names('Which#choice:0')).toEqual([node('Which'), node('Each')]);
    expect(names('Each#end')).toEqual([node('A'), node('Which'), node('Each')]);
    expect(names('A#next')).toEqual([node('A'), node('Which'), node('Each'), 'end:']);
  });
});
