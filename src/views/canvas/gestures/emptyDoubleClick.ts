import type { MouseEvent } from 'react';
import type { Workspace } from '../../../workspace';
import { canvasActions } from '../canvasActions';
import { nodeAt, scopeAt } from '../geometry/hitTest';
import { isContainer } from '../model/graphIndex';
import { showForm } from '../showForm';
import { interaction } from './interaction';
import { containerMeant } from './panePress';

/** What has a double-click of its own, or lies over the canvas. */
const TAKEN =
  'button, input, label, [role="menu"], [data-transition], [data-handle], .react-flow__panel, .react-flow__minimap';

/**
 * A double-click on empty canvas asks what to add there, without a connection; inside a container, in its scope. At a
 * container's frame it shows its form, as on its title bar.
 */
export function askOnEmpty(workspace: Workspace, event: MouseEvent): void {
  const { surface } = interaction.getState();
  const client = { x: event.clientX, y: event.clientY };
  const point = surface?.toCanvas(client);
  if (!surface || !point || (event.target as Element).closest(TAKEN)) return;
  // The first of both clicks selected it.
  if (containerMeant(event)) {
    showForm(workspace);
    return;
  }
  const { index, layout } = surface;
  const over = nodeAt(index, layout, point);
  const node = over && index.nodes.get(over);
  if (node && !isContainer(node)) return;
  canvasActions(workspace).quickAdd({ kind: 'scope', scope: scopeAt(index, layout, point) }, client);
}
