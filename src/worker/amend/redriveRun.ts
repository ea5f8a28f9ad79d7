import type { EditedDefinition } from '../amend.types';
import type { ServiceChoice } from '../run.types';
import type { OpenRun, TakingUp } from '../runs/openRun';
import { withLater } from './withLater';

/**
 * A run that did not succeed is taken up where it ended, and goes on from there; with another definition, when one is
 * given. What its Tasks call is what is there now, as at AWS: whatever made it fail may be mended.
 * @param services absent: whoever answered before
 * @returns a sentence that says why not
 */
export function redriveRun(
  run: OpenRun,
  edited: EditedDefinition | undefined,
  services: ServiceChoice | undefined,
): TakingUp | string {
  const { execution, recorder, request } = run;
  const { redriveStatus } = execution;
  if (redriveStatus.redriveStatus === 'NOT_REDRIVABLE') return `${redriveStatus.redriveStatusReason}.`;
  const { length } = execution.timeline;
  return {
    record: { ...recorder.record, redriven: edited === undefined ? 'same' : 'edited' },
    request: withLater(request, length, services),
    journal: execution.journal,
    point: { recorded: length, shown: length },
    definition: edited ?? run.definition,
    async hand(next) {
      const refused = edited && next.change({ type: 'rebase', ...edited });
      if (refused === undefined) next.deliver({ type: 'redrive', at: next.now });
      return refused;
    },
  };
}
