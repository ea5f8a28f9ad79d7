import { describe, expect, it } from 'vitest';
import type { Box, EdgeRoute, Layout, NodeId, ScopePath, TransitionId } from '../../../asl';
import { graphOf, node, scopeOf, transition } from '../testing';
import { defaultTarget, dropTargetAt, targetAfter } from './dropTarget';
import { canInsert, plusPoint, targetBeforeEnd } from './insertion';

const index = graphOf({
  A: { Type: 'Pass', Next: 'Which' },
  Which: { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'Bad' }], Default: 'Each' },
  Each: { Type: 'Map', ItemProcessor: scopeOf({ Inside: { Type: 'Pass', End: true } }), Next: 'Done' },
  Done: { Type: 'Succeed' },
  Bad: { Type: 'Fail' },
});
const inner = '/States/Each/ItemProcessor' as ScopePath;
const inside = node('Each/ItemProcessor/States/Inside');

/** A (0..100, 0..50), a line down to Which (0..100, 150..200), and Each with Inside below. */
const layout: Layout = {
  nodes: {
    [node('A')]: box(0, 0, 100, 50),
    [node('Which')]: box(0, 150, 100, 50),
    [node('Each')]: box(0, 300, 300, 200),
    [inside]: box(20, 380, 100, 50),
  } as Readonly<Record<NodeId, Box>>,
  edges: {
    [transition('A#next')]: line(50, 50, 150),
    [`${inside}#end`]: line(70, 430, 480),
  } as Readonly<Record<TransitionId, EdgeRoute>>,
  width: 300,
  height: 500,
  x: 0,
  y: 0,
};

function box(x: number, y: number, width: number, height: number): Box {
  return { x, y, width, height };
}
function line(x: number, from: number, to: number): EdgeRoute {
  return {
    points: [
      { x, y: from },
      { x, y: to },
    ],
    back: false,
  };
}
const dropAt = (x: number, y: number) => dropTargetAt(index, layout, { x, y }, 12);
const onto = (name: string) => ({ kind: 'transition', transition: transition(name) });

describe('where a state can be inserted', () => {
  it('is on every transition but those that leave Succeed and Fail', () => {
    expect(canInsert(index, transition('start'))).toBe(true);
    expect(canInsert(index, transition('Which#choice:0'))).toBe(true);
    expect(canInsert(index, `${inside}#end` as TransitionId)).toBe(true);
    expect(canInsert(index, transition('Done#end'))).toBe(false);
    expect(canInsert(index, transition('Bad#end'))).toBe(false);
    expect(canInsert(index, transition('Gone#next'))).toBe(false);
  });
});

describe('a state let go over the canvas', () => {
  it('goes on the transition within reach', () => {
    expect(dropAt(58, 100)).toEqual(onto('A#next'));
    expect(dropAt(75, 460)).toEqual({ kind: 'transition', transition: `${inside}#end` });
  });

  it('goes after the state it is let go on', () => {
    expect(dropAt(10, 10)).toEqual(onto('A#next'));
  });

  it('goes into the scope it is let go in, unconnected', () => {
    expect(dropAt(200, 100)).toEqual({ kind: 'scope', scope: '' });
    expect(dropAt(250, 400)).toEqual({ kind: 'scope', scope: inner });
    expect(dropAt(10, 160)).toEqual({ kind: 'scope', scope: '' });
  });
});

describe('a state added without a place', () => {
  it('goes after the selected state', () => {
    expect(defaultTarget(index, node('A'))).toEqual(onto('A#next'));
    expect(defaultTarget(index, inside)).toEqual({ kind: 'transition', transition: `${inside}#end` });
  });

  it('goes on the Default of a selected Choice, and becomes it where there is none', () => {
    expect(defaultTarget(index, node('Which'))).toEqual(onto('Which#default'));
    const rules = [{ Variable: '$.a', IsNull: true, Next: 'S' }];
    const bare = graphOf({ C: { Type: 'Choice', Choices: rules }, S: { Type: 'Succeed' } });
    expect(defaultTarget(bare, node('C'))).toEqual({
      kind: 'lead',
      transition: transition('C#default'),
      scope: '',
    });
  });
  it('goes beside a selected state that nothing may follow', () => {
    expect(defaultTarget(index, node('Done'))).toEqual({ kind: 'scope', scope: '' });
    expect(defaultTarget(index, node('Bad'))).toEqual({ kind: 'scope', scope: '' });
  });

  it('goes to the end of the main path when nothing is selected', () => {
    expect(defaultTarget(index, undefined)).toEqual(onto('Each#next'));
    const ends = graphOf({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', End: true } });
    expect(defaultTarget(ends, undefined)).toEqual(onto('B#end'));
  });

  it('finds the end of a loop', () => {
    const loop = graphOf({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', Next: 'A' } });
    expect(defaultTarget(loop, undefined)).toEqual(onto('B#next'));
  });
});

describe('the place of the "+" on a transition', () => {
  it('is its middle, or the right of its label', () => {
    expect(plusPoint(line(50, 0, 100))).toEqual({ x: 50, y: 50 });
    // A short line's middle is where its grip is.
    expect(plusPoint(line(50, 0, 34))).toEqual({ x: 65, y: 17 });
    expect(plusPoint({ ...line(50, 0, 200), label: box(0, 90, 100, 20) })).toEqual({ x: 113, y: 100 });
  });
});

describe('a state let go on End', () => {
  const ends = graphOf({
    A: { Type: 'Pass', Next: 'Which' },
    Which: { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'Other' }], Default: 'B' },
    Other: { Type: 'Pass', End: true },
    B: { Type: 'Pass', End: true },
  });
  it('goes on the main path before it', () => {
    expect(targetBeforeEnd(ends, '' as ScopePath)).toEqual(onto('B#end'));
  });
  it('goes on the way that can take it when the main path cannot', () => {
    const one = graphOf({
      A: { Type: 'Pass', Next: 'S', Catch: [] },
      S: { Type: 'Succeed' },
      B: { Type: 'Pass', End: true },
    });
    expect(targetBeforeEnd(one, '' as ScopePath)).toEqual(onto('B#end'));
  });
  it('is alone in a scope that has nothing that could lead there', () => {
    expect(targetBeforeEnd(graphOf({ S: { Type: 'Succeed' } }), '' as ScopePath)).toEqual({
      kind: 'scope',
      scope: '',
    });
  });
  it('is found under the pointer', () => {
    const layout = {
      nodes: { 'end:': box(0, 100, 50, 50) } as Readonly<Record<NodeId, Box>>,
      edges: {},
      width: 100,
      height: 200,
      x: 0,
      y: 0,
    };
    expect(dropTargetAt(ends, layout, { x: 10, y: 120 }, 12)).toEqual(onto('B#end'));
  });
});

describe('what is added after a state', () => {
  it('comes on its Next or End, and on a Next that is still to be made', () => {
    const broken = graphOf({
      A: { Type: 'Pass', Next: 'B' },
      B: { Type: 'Pass', End: true },
      C: { Type: 'Pass' },
    });
    const follow = (name: string) => {
      const state = broken.nodes.get(node(name));
      return state?.kind === 'state' ? targetAfter(broken, state) : undefined;
    };
    expect(follow('A')).toEqual(onto('A#next'));
    expect(follow('B')).toEqual(onto('B#end'));
    expect(follow('C')).toEqual({ kind: 'lead', transition: transition('C#next'), scope: '' });
  });
});
