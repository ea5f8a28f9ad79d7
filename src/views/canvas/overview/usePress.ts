import { useStoreApi } from '@xyflow/react';
import { useEffect, useState } from 'react';
import type { Point, StateNode } from '../../../asl';
import { selectedStates, useWorkspaceActions } from '../../../workspace';
import type { CanvasView } from '../../parts';
import { interaction } from '../gestures/interaction';
import { type Picture, type StateSpot, spotAt } from './picture';

/** Screen pixels beside a state at which a press still means it. */
const REACH = 6;
/** A name needs so much room beside the pointer, and below it. */
const TIP_ROOM = 240;
const TIP_ROOM_BELOW = 44;

export interface SpotUnderPointer {
  readonly node: StateNode;
  /** From the upper left corner of the canvas, or with `left` from the upper right one. */
  readonly x: number;
  /** The same with `above`: from the upper, or from the lower edge. */
  readonly y: number;
  readonly left: boolean;
  readonly above: boolean;
}

/**
 * What presses on the picture come to: one selects a state, two go there. What is beside every state is left
 * to the canvas. @returns the state under the pointer, to be named
 */
export function usePress(picture: Picture, view: CanvasView): SpotUnderPointer | undefined {
  const flow = useStoreApi();
  const { selection, store } = useWorkspaceActions();
  const [under, setUnder] = useState<SpotUnderPointer>();
  useEffect(() => {
    const root = flow.getState().domNode;
    if (!root) return;
    const within = ({ clientX, clientY }: MouseEvent): Point => {
      const { left, top } = root.getBoundingClientRect();
      return { x: clientX - left, y: clientY - top };
    };
    const spotOf = (event: MouseEvent): StateSpot | undefined => {
      if (!(event.target as Element).classList.contains('react-flow__pane')) return undefined;
      const { transform } = flow.getState();
      const [x, y, zoom] = transform;
      const at = within(event);
      return spotAt(picture, { x: (at.x - x) / zoom, y: (at.y - y) / zoom }, REACH / zoom);
    };
    const pick = (event: MouseEvent, act: (node: StateNode, spot: StateSpot) => void) => {
      const spot = spotOf(event);
      if (!spot) return;
      // Not a press on empty canvas, which would let go of the selection or ask what to add.
      event.stopPropagation();
      event.preventDefault();
      interaction.setState({ transition: undefined });
      act(spot.node, spot);
    };
    const listening = new AbortController();
    const { signal } = listening;
    const listen = { capture: true, signal };
    root.addEventListener(
      'click',
      (event) =>
        pick(event, ({ path }) => {
          if (event.shiftKey) selection.toggle(path, 'canvas');
          else selection.select(path, 'canvas');
        }),
      listen,
    );
    root.addEventListener('dblclick', (event) => pick(event, (_, { box }) => view.read(box)), listen);
    root.addEventListener(
      'contextmenu',
      (event) =>
        pick(event, ({ id, path }) => {
          if (!selectedStates(store.getState()).includes(path)) selection.select(path, 'canvas');
          interaction.setState({ stateMenu: { state: id, at: { x: event.clientX, y: event.clientY } } });
        }),
      listen,
    );
    root.addEventListener(
      'pointermove',
      (event) => {
        const spot = event.buttons === 0 ? spotOf(event) : undefined;
        const { x, y } = within(event);
        const left = x > root.clientWidth - TIP_ROOM;
        const above = y > root.clientHeight - TIP_ROOM_BELOW;
        setUnder(
          spot && {
            node: spot.node,
            x: left ? root.clientWidth - x : x + 10,
            y: above ? root.clientHeight - y + 8 : y + 14,
            left,
            above,
          },
        );
      },
      { signal },
    );
    const forget = () => setUnder(undefined);
    for (const gone of ['pointerleave', 'pointerdown'])
      root.addEventListener(gone, forget, { signal, passive: true });
    // However the view moves, another state is under the pointer then; so it is of another workflow.
    const stop = flow.subscribe((now, before) => {
      if (now.transform !== before.transform) forget();
    });
    return () => {
      listening.abort();
      stop();
      forget();
    };
  }, [flow, picture, view, selection, store]);
  return under;
}
