import { isJsonObject, type Json } from '../../asl';
import { type Execution, journalUpTo, type ManualChange, type RuleNumber } from '../../interpreter';
import type { BranchChange, BranchOrigin, BranchRequest, VisitPlace } from '../amend.types';
import { definitionOf } from '../runs/journal';
import { newRecord, type OpenRun, type TakingUp } from '../runs/openRun';
import type { RunAbout } from '../runs/runs.types';
import { withLater } from './withLater';

/** A visit at which a run is taken up. */
export type Entrance =
  | { readonly ok: true; readonly takingUp: TakingUp; readonly position: number }
  | { readonly ok: false; readonly reason: string };

/** A new run with the history of a run as far as a visit; the state has another input, variables or definition. */
export function branchRun(
  from: OpenRun,
  { visit, name, arn, input, variables, definition, services }: BranchRequest,
  about: RunAbout,
): Entrance {
  const data = readData(input, variables);
  if (typeof data === 'string') return refuse(data);
  const changes: readonly ManualChange[] = [
    ...(definition === undefined ? [] : [{ type: 'rebase', ...definition } as const]),
    ...(input === undefined && variables === undefined ? [] : [{ type: 'amend', ...data } as const]),
  ];
  const changed: readonly BranchChange[] = [
    ...(input === undefined ? [] : (['input'] as const)),
    ...(variables === undefined ? [] : (['variables'] as const)),
    ...(definition === undefined ? [] : (['definition'] as const)),
  ];
  const settings = { ...from.request.settings, executionName: name, executionArn: arn };
  const entrance = enterAt(from, visit, changes);
  if (!entrance.ok) return entrance;
  const { takingUp, position } = entrance;
  const request = withLater({ ...from.request, settings }, position, services);
  const { timeline } = from.execution;
  const { state } = timeline.record(position);
  const branched: BranchOrigin = {
    parent: from.id,
    event: timeline.idOf(position),
    ...(state === undefined ? {} : { state }),
    changed,
  };
  const record = newRecord(request, about, branched);
  return {
    ok: true,
    position,
    takingUp: { ...takingUp, record, request, definition: definition ?? takingUp.definition },
  };
}

/** The same run, which stands at a Choice, goes the way of another rule. */
export function forceRule(run: OpenRun, rule: RuleNumber): Entrance {
  const { shown, session } = run;
  const row = session.standing;
  if (!session.isPaused || row < 0 || shown.fold.visits.entered.get(row) !== shown.fold.position - 1)
    return refuse('The run is not paused before a Choice.');
  return enterAt(run, null, [{ type: 'forceChoice', rule }]);
}

/** A run is played as far as a visit, changed there, and enters the state. */
function enterAt(from: OpenRun, visit: VisitPlace, changes: readonly ManualChange[]): Entrance {
  const { request, execution } = from;
  const row = visit === null ? from.session.standing : from.shown.rowOf(visit.state, visit.number);
  if (row < 0) return refuse('The run does not stand at a state.');
  const position = from.shown.fold.visits.entered.get(row);
  const { state } = execution.timeline.record(position);
  const hand = async (next: Execution): Promise<string | undefined> => {
    if (next.timeline.length !== position) return OTHERWISE;
    for (const change of changes) {
      const refused = next.change(change);
      if (refused !== undefined) return refused;
    }
    await next.run(1);
    const isThere = next.timeline.length > position && next.timeline.record(position).state === state;
    return isThere ? undefined : OTHERWISE;
  };
  const journal = journalUpTo(execution.journal, position);
  // Another definition that the run went on with later is not followed there.
  const definition = definitionOf(request, journal);
  const point = { recorded: position, shown: position + 1 };
  const takingUp = { record: from.recorder.record, request, journal, point, definition, hand };
  return { ok: true, takingUp, position };
}

const OTHERWISE = 'The run goes another way under another name, so there is no such place in a branch of it.';

function readData(
  input: string | undefined,
  variables: string | undefined,
): Omit<Extract<ManualChange, { type: 'amend' }>, 'type'> | string {
  try {
    const values = variables === undefined ? undefined : (JSON.parse(variables) as Json);
    if (values !== undefined && !isJsonObject(values)) return 'The variables are not a JSON object.';
    return {
      ...(input === undefined ? {} : { input: JSON.parse(input) as Json }),
      ...(values === undefined ? {} : { variables: values }),
    };
  } catch (error) {
    return `What was changed is not JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
}

const refuse = (reason: string) => ({ ok: false, reason }) as const;
