import type { MouseEvent } from 'react';
import type { StateNode } from '../../../asl';
import type { Workspace } from '../../../workspace';
import { containerAtFrame } from '../geometry/frame';
import { interaction } from './interaction';

/** Screen pixels beside a container's border at which a press still means the container. */
const REACH = 6;

/** The container whose title bar or border a press beside all cards is meant for. */
export function containerMeant({ clientX, clientY }: MouseEvent): StateNode | undefined {
  const { surface } = interaction.getState();
  const point = surface?.toCanvas({ x: clientX, y: clientY });
  return surface && point && containerAtFrame(surface.index, surface.layout, point, REACH / surface.zoom());
}

/** A press on the canvas beside everything that answers to one itself: at a container's frame it selects that, else nothing is. */
export function pressPane({ selection }: Workspace, event: MouseEvent): void {
  interaction.setState({ transition: undefined, menu: undefined });
  const path = containerMeant(event)?.path;
  if (path !== undefined && event.shiftKey) selection.toggle(path, 'canvas');
  else selection.select(path, 'canvas');
}
