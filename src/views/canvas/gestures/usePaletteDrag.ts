import { type PointerEvent, useMemo } from 'react';
import type { Point } from '../../../asl';
import { useWorkspaceActions } from '../../../workspace';
import { canvasActions } from '../canvasActions';
import type { Addition } from '../model/additions';
import type { AddTarget } from '../model/addTarget';
import { defaultTarget, dropTargetAt } from '../model/dropTarget';
import { interaction } from './interaction';
import { type PaletteDragEvent, stepPaletteDrag } from './paletteDrag';
import { trackPointer } from './trackPointer';

/** Screen pixels from a line within which a state is put on it. */
const REACH = 24;

export interface PaletteGestures {
  begin(event: PointerEvent, addition: Addition): void;
  /** Without a pointer: puts the state where it makes sense. */
  choose(addition: Addition): void;
}

export function usePaletteDrag(): PaletteGestures {
  const workspace = useWorkspaceActions();
  const { store } = workspace;
  const actions = canvasActions(workspace);
  return useMemo(() => {
    const choose = (addition: Addition) => {
      const { surface } = interaction.getState();
      if (surface)
        void actions.addAndName(addition, defaultTarget(surface.index, store.getState().selection.state));
    };
    return {
      choose,
      begin(event, addition) {
        if (event.button !== 0) return;
        send({ type: 'press', addition, at: { x: event.clientX, y: event.clientY } });
        trackPointer({
          move: (at) => send({ type: 'move', at, over: targetAt(at) }),
          up: () => {
            const plan = send({ type: 'release' });
            if (plan?.type === 'drop') void actions.addAndName(plan.addition, plan.on);
            if (plan?.type === 'click') choose(plan.addition);
          },
          cancel: () => send({ type: 'cancel' }),
        });
      },
    };
  }, [store, actions]);
}

function targetAt(client: Point): AddTarget | undefined {
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
