import type { EditResult } from '../edit.types';
import type { Json, JsonObject } from '../json';
import { findScope, findState } from '../modelling/stateLookup';
import { joinPointer } from '../parse/pointer';
import type { StatePath } from '../syntax';
import { Draft } from './draft';
import { nameSource } from './names';
import { type EditSource, GONE, no } from './source';
import { innerStates, wayThrough } from './wrapStates';

/** Whoever deploys the machine puts its ARN in the place of the account's number. */
const ARN = 'arn:aws:states:us-east-1:123456789012:stateMachine:';
const START = 'arn:aws:states:::states:startExecution.sync:2';

/** States as a machine of their own, and the Task that starts it in their place. */
export interface Extraction {
  readonly plan: EditResult;
  /** The new machine's definition; absent when they cannot be taken out. */
  readonly definition?: JsonObject;
}

/**
 * Takes states of one scope out into a state machine of their own. What came in goes to it, and what it ends with goes
 * on. They must have one way in and one way out.
 *
 * @param name of the new machine
 */
export function extractMachine(
  { parsed, machine }: EditSource,
  paths: readonly StatePath[],
  name: string,
): Extraction {
  const found = paths.map((path) => findState(machine, path));
  const states = found.filter((state) => state !== undefined);
  const scope = states[0] && findScope(machine, states[0].scope);
  if (!scope || states.length !== found.length) return { plan: no(GONE) };
  if (!/^[\w-]{1,80}$/.test(name))
    return { plan: no('A state machine’s name has letters, digits, - and _, at most 80 of them.') };
  const way = wayThrough(scope, states);
  if (!way.ok) return { plan: way };
  const { entry, exit } = way;
  const jsonata = machine.QueryLanguage === 'JSONata';
  const definition: JsonObject = {
    ...(machine.QueryLanguage === undefined ? {} : { QueryLanguage: machine.QueryLanguage }),
    StartAt: entry.name,
    States: innerStates(states, exit),
  };
  const task = nameSource(machine)(name);
  const fields: JsonObject = jsonata
    ? {
        Arguments: { StateMachineArn: `${ARN}${name}`, Input: '{% $states.input %}' },
        Output: '{% $states.result.Output %}',
      }
    : { Parameters: { StateMachineArn: `${ARN}${name}`, 'Input.$': '$' }, OutputPath: '$.Output' };
  const onward: JsonObject = exit === undefined ? { End: true } : { Next: exit };
  const value: Json = { Type: 'Task', Resource: START, ...fields, ...onward };

  const draft = new Draft(parsed);
  const list = joinPointer(scope.path, 'States');
  draft.renameKey(list, entry.name, task);
  draft.setValue(joinPointer(list, entry.name), value);
  for (const state of states) if (state !== entry) draft.removeProperty(list, state.name);
  for (const { owner, field } of way.into) draft.setValue(joinPointer(owner, field), task);
  const label = `Extract ${states.length === 1 ? `“${entry.name}”` : `${states.length} states`} into “${name}”`;
  return { plan: draft.finish(label, joinPointer(list, task) as StatePath), definition };
}
