import type { EditIntent, EditResult } from '../edit.types';
import type { JsonObject } from '../json';
import type { State } from '../model';
import { findScope, findState } from '../modelling/stateLookup';
import { joinPointer, propertyOf } from '../parse/pointer';
import { LAMBDA_RETRY_ERRORS } from '../reference/errorNames';
import { parseResource } from '../resource';
import type { StatePath } from '../syntax';
import { Draft } from './draft';
import { fieldPlacement } from './fieldOrder';
import { nameSource } from './names';
import { type EditSource, GONE, no } from './source';

/** Source: AWS, developer guide, "Best practices": handle transient Lambda service exceptions. */
const BACK_OFF = { IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 2, JitterStrategy: 'FULL' } as const;

/** Puts a retrier before those the state has. */
export function addRetry(
  { parsed, machine }: EditSource,
  { state: path }: Extract<EditIntent, { type: 'addRetry' }>,
): EditResult {
  const state = findState(machine, path);
  if (!state?.node) return no(GONE);
  if (!mayFail(state)) return no(`“${state.name}” cannot be retried: only a Task, a Parallel or a Map can.`);
  const { definition } = state;
  const advised =
    definition.Type === 'Task' && callsLambda(definition.Resource ?? '')
      ? LAMBDA_RETRY_ERRORS
      : ['States.TaskFailed'];
  const known = 'Retry' in definition ? (definition.Retry ?? []) : [];
  if (known.some(({ ErrorEquals }) => advised.every((error) => ErrorEquals.includes(error))))
    return no(`“${state.name}” retries these errors already.`);
  const draft = new Draft(parsed);
  addItem(draft, state, 'Retry', 0, { ErrorEquals: advised, ...BACK_OFF });
  return draft.finish(`Retry “${state.name}”`, path);
}

/** Puts a catcher of all errors behind those the state has. */
export function addCatch(
  { parsed, machine }: EditSource,
  { state: path, to }: Extract<EditIntent, { type: 'addCatch' }>,
): EditResult {
  const state = findState(machine, path);
  const scope = state && findScope(machine, state.scope);
  if (!state?.node || !scope) return no(GONE);
  if (!mayFail(state)) return no(`“${state.name}” catches nothing: only a Task, a Parallel or a Map does.`);
  const known = 'Catch' in state.definition ? (state.definition.Catch ?? []) : [];
  if (known.some(({ ErrorEquals }) => ErrorEquals.includes('States.ALL')))
    return no(`“${state.name}” catches all errors already.`);
  const target = to === undefined ? undefined : findState(machine, to);
  if (to !== undefined && target?.scope !== state.scope)
    return no('A catcher leads to a state of the same branch. Choose one there.');
  const jsonata = state.queryLanguage === 'JSONata';
  const name = target?.name ?? nameSource(machine)(`${state.name.slice(0, 60)} failed`);
  const draft = new Draft(parsed);
  const kept: JsonObject = jsonata
    ? { Output: '{% $merge([$states.input, { "error": $states.errorOutput }]) %}' }
    : { ResultPath: '$.error' };
  addItem(draft, state, 'Catch', known.length, { ErrorEquals: ['States.ALL'], ...kept, Next: name });
  const list = joinPointer(scope.path, 'States');
  if (!target)
    draft.insertProperty(list, name, failure(jsonata, state, machine.QueryLanguage), { after: state.name });
  return draft.finish(`Catch errors of “${state.name}”`, joinPointer(list, name) as StatePath);
}

const mayFail = ({ definition: { Type } }: State): boolean =>
  Type === 'Task' || Type === 'Parallel' || Type === 'Map';

function callsLambda(resource: string): boolean {
  const read = parseResource(resource);
  return read.kind === 'lambda' || (read.kind === 'service' && read.service === 'lambda');
}

function addItem(
  draft: Draft,
  { node, path }: State,
  field: 'Retry' | 'Catch',
  at: number,
  item: JsonObject,
): void {
  if (!node) return;
  const list = propertyOf(node, field);
  if (list?.value?.kind === 'array') draft.insertItem(joinPointer(path, field), at, item);
  else draft.setProperty(path, field, [item], fieldPlacement(node, field));
}

/** Fails with the error that was caught. */
function failure(jsonata: boolean, { queryLanguage }: State, language: string | undefined): JsonObject {
  const own = queryLanguage === (language ?? 'JSONPath') ? {} : { QueryLanguage: queryLanguage };
  return jsonata
    ? {
        Type: 'Fail',
        ...own,
        Error: '{% $states.input.error.Error %}',
        Cause: '{% $states.input.error.Cause %}',
      }
    : { Type: 'Fail', ...own, ErrorPath: '$.error.Error', CausePath: '$.error.Cause' };
}
