import { describe, expect, it } from 'vitest';
import type { NodeId, TransitionId } from '../../../asl';
import { type MoveEvent, NO_MOVE, stepMove } from './moveDrag';

const state = '/States/A' as NodeId;
const over = '/States/B#next' as TransitionId;
const afterwards = (...events: MoveEvent[]) =>
  events.reduce((step, event) => stepMove(step.move, event), { move: NO_MOVE } as ReturnType<
    typeof stepMove
  >);
const press: MoveEvent = { type: 'press', state, at: { x: 0, y: 0 } };
const to = (x: number, on?: TransitionId): MoveEvent => ({
  type: 'move',
  at: { x, y: 0 },
  over: on,
  copy: false,
});

describe('dragging a state', () => {
  it('is a click until the pointer has moved a little', () => {
    expect(afterwards(press, to(3), { type: 'release' })).toEqual({ move: NO_MOVE });
    expect(afterwards(press, to(9)).move).toMatchObject({ phase: 'dragging', state });
  });
  it('puts it on the transition it is let go over', () => {
    expect(afterwards(press, to(9, over), { type: 'release' }).plan).toEqual({
      type: 'insert',
      onto: over,
      copy: false,
    });
  });
  it('places it by hand where there is none, unless the hand only trembled', () => {
    expect(afterwards(press, to(9), to(80), { type: 'release' }).plan).toEqual({
      type: 'place',
      from: { x: 0, y: 0 },
      to: { x: 80, y: 0 },
    });
    expect(afterwards(press, to(9), { type: 'release' }).plan).toBeUndefined();
  });
  it('can be given up', () => {
    expect(afterwards(press, to(9, over), { type: 'cancel' }, { type: 'release' })).toEqual({
      move: NO_MOVE,
    });
  });
});
