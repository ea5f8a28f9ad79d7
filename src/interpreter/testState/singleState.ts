import {
  allStates,
  buildModel,
  isJsonObject,
  type Json,
  type JsonObject,
  parseText,
  type State,
} from '../../asl';
import type { ApiError } from '../creation/createStateMachine';
import { creationError, validateDefinition } from '../creation/validateDefinition';
import { refusal } from './validateRequest';

/** What AWS calls the state in a test. Recorded: test_state/test_state_with_variables_base_expressions. */
const TESTED_NAME = 'StateName';

/** A state to be tested, in a machine of its own: where it leads stand states that end. */
export interface SingleState {
  /** What it is called in the machine: another name where the workflow itself has AWS's. */
  readonly name: string;
  readonly state: State;
  readonly machine: JsonObject;
  /** The state's own JSON. */
  readonly definition: JsonObject;
}

/** Recorded: test_state/test_state_machine_scenarios, test_state/test_parallel_state_empty_branches. */
export function singleState(text: string, stateName: string | undefined): SingleState | ApiError {
  if (stateName === '') {
    return refusal(
      'Parameter validation failed:\nInvalid length for parameter stateName, value: 0, valid min length: 1',
      'ParamValidationError',
    );
  }
  const value = parse(text);
  if (!isJsonObject(value)) return invalid(text);
  if (stateName === undefined) return asMachine(value, undefined);
  const checked = validateDefinition(text, 'STANDARD');
  if (checked.result === 'FAIL') return refusal(creationError(checked.diagnostics), 'InvalidDefinition');
  const found = allStates(buildModel(parseText(text, 'json'))).find(({ name }) => name === stateName);
  if (found === undefined) return refusal('State not found in definition');
  const definition = at(value, found.path);
  return isJsonObject(definition) ? asMachine(definition, found.queryLanguage) : invalid(text);
}

function asMachine(definition: JsonObject, queryLanguage: string | undefined): SingleState | ApiError {
  const own = queryLanguage === undefined ? definition : { ...definition, QueryLanguage: queryLanguage };
  const targets = targetsOf(definition);
  const name = freeName(new Set([...targets, ...namesInside(own)]));
  const ends: [string, Json][] = targets.map((target) => [target, { Type: 'Succeed' }]);
  const machine: JsonObject = { StartAt: name, States: Object.fromEntries([[name, own], ...ends]) };
  const text = JSON.stringify(machine);
  const { result, diagnostics } = validateDefinition(text, 'STANDARD');
  if (result === 'FAIL') return refusal(creationError(diagnostics), 'InvalidDefinition');
  const state = buildModel(parseText(text, 'json')).states.find((each) => each.name === name);
  return state === undefined ? invalid(text) : { name, state, machine, definition: own };
}

/** A machine cannot have two states of one name: the state that one leads to, or has inside, may be called like it. */
function freeName(taken: ReadonlySet<string>): string {
  let name = TESTED_NAME;
  for (let number = 2; taken.has(name); number++) name = `${TESTED_NAME}${number}`;
  return name;
}

/** Names of the states in the branches or the iterations of a state. */
function namesInside(definition: JsonObject): readonly string[] {
  const alone = JSON.stringify({ StartAt: '', States: { '': definition } });
  return allStates(buildModel(parseText(alone, 'json'))).map(({ name }) => name);
}

/** Names of the states that a state leads to. */
function targetsOf({ Next, Default, Choices, Catch }: JsonObject): readonly string[] {
  const rules = [Choices, Catch].flatMap((list) => (Array.isArray(list) ? list : [])).filter(isJsonObject);
  const names = [Next, Default, ...rules.map((rule) => rule.Next)];
  return [...new Set(names.filter((name): name is string => typeof name === 'string'))];
}

function invalid(text: string): ApiError {
  return refusal(creationError(validateDefinition(text, 'STANDARD').diagnostics), 'InvalidDefinition');
}

/** The value at a JSON Pointer. */
function at(value: Json, pointer: string): Json | undefined {
  let found: Json | undefined = value;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (isJsonObject(found)) found = Object.hasOwn(found, key) ? found[key] : undefined;
    else found = Array.isArray(found) ? found[Number(key)] : undefined;
  }
  return found;
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
