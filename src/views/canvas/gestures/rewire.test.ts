import { describe, expect, it } from 'vitest';
import type { NodeId } from '../../../asl';
import { node, transition } from '../testing';
import { NO_REWIRE, type RewireEvent, type RewireStep, stepRewire } from './rewire';

const press: RewireEvent = {
  type: 'press',
  transition: transition('A#next'),
  from: { x: 0, y: 0 },
  at: { x: 0, y: 50 },
};
const move = (y: number, over?: NodeId): RewireEvent => ({ type: 'move', at: { x: 0, y }, over });

function play(...events: readonly RewireEvent[]): RewireStep {
  return events.reduce<RewireStep>(({ rewire }, event) => stepRewire(rewire, event), { rewire: NO_REWIRE });
}

describe("dragging a transition's end", () => {
  it('keeps the line fast to where it comes from', () => {
    expect(play(press, move(90)).rewire).toEqual({
      phase: 'dragging',
      transition: transition('A#next'),
      from: { x: 0, y: 0 },
      at: { x: 0, y: 90 },
      over: undefined,
    });
  });

  it('asks for the node it is let go over', () => {
    expect(play(press, move(90, node('B')), { type: 'release' })).toEqual({
      rewire: NO_REWIRE,
      plan: { transition: transition('A#next'), to: node('B'), from: { x: 0, y: 0 }, at: { x: 0, y: 90 } },
    });
  });

  it('asks for something new where it is let go on empty canvas', () => {
    expect(play(press, move(80, node('B')), move(90), { type: 'release' })).toEqual({
      rewire: NO_REWIRE,
      plan: { transition: transition('A#next'), from: { x: 0, y: 0 }, at: { x: 0, y: 90 } },
    });
  });

  it('comes to nothing without a move, and when it is called off', () => {
    expect(play(press, move(52, node('B')), { type: 'release' }).plan).toBeUndefined();
    expect(play(press, move(90, node('B')), { type: 'cancel' }, { type: 'release' }).plan).toBeUndefined();
  });
});
