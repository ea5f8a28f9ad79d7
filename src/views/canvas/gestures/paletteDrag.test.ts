import { describe, expect, it } from 'vitest';
import { additionsById } from '../model/additions';
import type { AddTarget } from '../model/addTarget';
import { transition } from '../testing';
import {
  NO_PALETTE_DRAG,
  type PaletteDrag,
  type PaletteDragEvent,
  type PaletteDragStep,
  stepPaletteDrag,
} from './paletteDrag';

const [wait] = additionsById(['state:Wait']);
if (!wait) throw new Error('Wait cannot be added');
const onEdge: AddTarget = { kind: 'transition', transition: transition('A#next') };
const press: PaletteDragEvent = { type: 'press', addition: wait, at: { x: 10, y: 10 } };
const move = (x: number, over?: AddTarget): PaletteDragEvent => ({ type: 'move', at: { x, y: 10 }, over });

function play(...events: readonly PaletteDragEvent[]): PaletteDragStep {
  return events.reduce<PaletteDragStep>(
    ({ drag }: { readonly drag: PaletteDrag }, event) => stepPaletteDrag(drag, event),
    { drag: NO_PALETTE_DRAG },
  );
}

describe('dragging something from the palette', () => {
  it('asks for a drop where it is let go', () => {
    expect(play(press, move(40), move(90, onEdge), { type: 'release' })).toEqual({
      drag: NO_PALETTE_DRAG,
      plan: { type: 'drop', addition: wait, on: onEdge },
    });
  });

  it('is a click when the pointer hardly moved', () => {
    expect(play(press, move(12), { type: 'release' }).plan).toEqual({ type: 'click', addition: wait });
  });

  it('stays a drag when the pointer comes back to where it was pressed', () => {
    expect(play(press, move(40), move(10), { type: 'release' }).plan).toBeUndefined();
  });

  it('comes to nothing outside the canvas, and when it is called off', () => {
    expect(play(press, move(40), { type: 'release' }).plan).toBeUndefined();
    expect(play(press, move(90, onEdge), { type: 'cancel' }, { type: 'release' }).plan).toBeUndefined();
  });

  it('does not begin without a press', () => {
    expect(play(move(40, onEdge)).drag).toEqual(NO_PALETTE_DRAG);
  });
});
