import { buildGraph, buildModel, parseText } from '../../asl';
import type { EditedDefinition } from '../amend.types';
import type { LiveRun, RunParts } from '../run/liveRun';

/**
 * Takes an execution up again that did not succeed; with another definition, when one is given.
 * @returns why not, or the run as it goes on
 */
export function redriveRun(
  live: LiveRun,
  definition: EditedDefinition | undefined,
): { readonly ok: true; readonly parts: RunParts } | { readonly ok: false; readonly reason: string } {
  const { execution } = live;
  const { redriveStatus } = execution;
  if (redriveStatus.redriveStatus === 'NOT_REDRIVABLE')
    return { ok: false, reason: `${redriveStatus.redriveStatusReason}.` };
  const reason = definition && execution.change({ type: 'rebase', ...definition });
  if (reason !== undefined) return { ok: false, reason };
  execution.deliver({ type: 'redrive', at: execution.now });
  const machine = definition && buildModel(parseText(definition.text, definition.format));
  return {
    ok: true,
    parts: machine === undefined ? live : { ...live, machine, graph: buildGraph(machine) },
  };
}
