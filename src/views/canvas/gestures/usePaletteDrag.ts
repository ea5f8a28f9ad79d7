import { type PointerEvent, useMemo } from 'react';
import type { Point, StateType } from '../../../asl';
import { useWorkspaceActions } from '../../../workspace';
import { defaultTarget, dropTargetAt } from '../model/insertion';
import { useCanvasActions } from '../useCanvasActions';
import { interaction } from './interaction';
import { type DropTarget, type PaletteDragEvent, stepPaletteDrag } from './paletteDrag';
import { trackPointer } from './trackPointer';

/** Screen pixels from a line within which a state is put on it. */
const REACH = 24;

export interface PaletteGestures {
  begin(event: PointerEvent, stateType: StateType): void;
  /** Without a pointer: puts the state where it makes sense. */
  choose(stateType: StateType): void;
}

export function usePaletteDrag(): PaletteGestures {
  const { store } = useWorkspaceActions();
  const actions = useCanvasActions();
  return useMemo(() => {
    const choose = (stateType: StateType) => {
      const { surface } = interaction.getState();
      if (surface) actions.insert(stateType, defaultTarget(surface.index, store.getState().selection.state));
    };
    return {
      choose,
      begin(event, stateType) {
        if (event.button !== 0) return;
        send({ type: 'press', stateType, at: { x: event.clientX, y: event.clientY } });
        trackPointer({
          move: (at) => send({ type: 'move', at, over: targetAt(at) }),
          up: () => {
            const plan = send({ type: 'release' });
            if (plan?.type === 'drop') actions.insert(plan.stateType, plan.on);
            if (plan?.type === 'click') choose(plan.stateType);
          },
          cancel: () => send({ type: 'cancel' }),
        });
      },
    };
  }, [store, actions]);
}

function targetAt(client: Point): DropTarget | undefined {
  const { surface } = interaction.getState();
  const point = surface?.toCanvas(client);
  return surface && point
    ? dropTargetAt(surface.index, surface.layout, point, REACH / surface.zoom())
    : undefined;
}

function send(event: PaletteDragEvent) {
  const { drag, plan } = stepPaletteDrag(interaction.getState().paletteDrag, event);
  interaction.setState({ paletteDrag: drag });
  return plan;
}
