import { describe, expect, it } from 'vitest';
import type { EdgeRoute, Layout } from '../../../asl';
import { analyze } from '../../../asl';
import { transition } from '../testing';
import { drawnTransitions } from './drawnTransitions';
import { type GraphIndex, indexGraph } from './graphIndex';

const text = `{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Succeed"}}}`;
const indexOf = (definition: string) => indexGraph(analyze(definition).graph);
const route = (y: number): EdgeRoute => ({
  points: [
    { x: 0, y },
    { x: 0, y: y + 40 },
  ],
  back: false,
});
const layoutOf = (index: GraphIndex, top = 0): Layout => ({
  nodes: {},
  edges: Object.fromEntries([...index.transitions.keys()].map((id, at) => [id, route(top + at * 100)])),
  width: 0,
  height: 0,
  x: 0,
  y: 0,
});

describe('the transitions to draw', () => {
  const index = indexOf(text);
  const before = drawnTransitions(index, layoutOf(index), new Map());

  it('know their words and whether a state can be put on them', () => {
    expect(before.get(transition('A#next'))?.words).toBe('A to B, next');
    expect(before.get(transition('A#next'))?.insertable).toBe(true);
    expect(before.get(transition('B#end'))?.insertable).toBe(false);
  });

  it('are the same objects after a change of the text that does not touch them', () => {
    const again = indexOf(text.replace('{"StartAt"', '{"Comment":"a longer text","StartAt"'));
    const after = drawnTransitions(again, layoutOf(again), before);
    expect([...after.values()].every((drawn) => before.get(drawn.id) === drawn)).toBe(true);
    expect(after.size).toBe(3);
  });

  it('are new objects where they moved', () => {
    const after = drawnTransitions(index, layoutOf(index, 20), before);
    expect([...after.values()].some((drawn) => before.get(drawn.id) === drawn)).toBe(false);
  });
});
