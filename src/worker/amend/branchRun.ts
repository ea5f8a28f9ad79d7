import { buildGraph, buildModel, isJsonObject, type Json, parseText } from '../../asl';
import { forkExecution, type ManualChange, type RuleNumber } from '../../interpreter';
import type { BranchRequest, EditedDefinition, VisitPlace } from '../amend.types';
import type { LiveRun, RunParts } from '../run/liveRun';

/** A run that stands at a state it has just entered. */
export type Branched =
  | { readonly ok: true; readonly parts: RunParts; readonly position: number }
  | { readonly ok: false; readonly reason: string };

/** A new run with the history of a run as far as a visit; the state has another input, variables or definition. */
export async function branchRun(
  live: LiveRun,
  { visit, name, arn, input, variables, definition }: BranchRequest,
): Promise<Branched> {
  const data = readData(input, variables);
  if (typeof data === 'string') return refuse(data);
  const changes: readonly ManualChange[] = [
    ...(definition === undefined ? [] : [{ type: 'rebase', ...definition } as const]),
    ...(input === undefined && variables === undefined ? [] : [{ type: 'amend', ...data } as const]),
  ];
  const { settings } = live.execution;
  const named = { ...settings, executionName: name, executionArn: arn };
  return standAt(live, visit, named, changes, definition);
}

/** The same run, which stands at a Choice, goes the way of another rule. */
export function forceRule(live: LiveRun, rule: RuleNumber): Promise<Branched> {
  const { shown, session, execution } = live;
  const row = session.standing;
  if (!session.isPaused || row < 0 || shown.fold.visits.entered.get(row) !== shown.fold.position - 1)
    return Promise.resolve(refuse('The run is not paused before a Choice.'));
  return standAt(live, null, execution.settings, [{ type: 'forceChoice', rule }], undefined);
}

async function standAt(
  live: LiveRun,
  visit: VisitPlace,
  settings: LiveRun['execution']['settings'],
  changes: readonly ManualChange[],
  definition: EditedDefinition | undefined,
): Promise<Branched> {
  const { request, program, input, execution: from } = live;
  const row = visit === null ? live.session.standing : live.shown.rowOf(visit.state, visit.number);
  if (row < 0) return refuse('The run does not stand at a state.');
  const position = live.shown.fold.visits.entered.get(row);
  const fork = await forkExecution({ program, settings, input, journal: from.journal }, position);
  if (!fork.ok) return fork;
  const { execution } = fork;
  if (fork.position !== position || fork.state !== from.timeline.record(position).state)
    return refuse(
      'The run goes another way under another name, so there is no such place in a branch of it.',
    );
  for (const change of changes) {
    const refused = execution.change(change);
    if (refused !== undefined) return refuse(refused);
  }
  await execution.run(1);
  const machine = definition && buildModel(parseText(definition.text, definition.format));
  const parts = {
    request: { ...request, settings },
    program,
    input,
    execution,
    machine: machine ?? live.machine,
    graph: machine === undefined ? live.graph : buildGraph(machine),
  };
  return { ok: true, parts, position };
}

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
