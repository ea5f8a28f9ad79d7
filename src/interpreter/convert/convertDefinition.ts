import {
  allStates,
  type EditResult,
  isJsonObject,
  type Json,
  type ObjectChange,
  type ParsedText,
  planChanges,
  type State,
  type StateMachine,
  type StatePath,
  toJson,
} from '../../asl';
import { gathered } from './assumptions';
import { convertFields } from './stateFields';
import { NotConvertible } from './written';

/** What becomes of a state of the JSONPath query language. */
export interface StateConversionReport {
  readonly state: StatePath;
  readonly name: string;
  readonly outcome: /** `assumes`: what must be true of the data for both languages to give the same; sentences' ends. */
    | { readonly type: 'converted'; readonly assumes: readonly string[] }
    | { readonly type: 'kept'; readonly reason: string };
}

export interface Conversion {
  readonly states: readonly StateConversionReport[];
  /** Every state is in JSONata then, and so is the machine. */
  readonly whole: boolean;
  readonly plan: EditResult;
}

/**
 * Converts states from JSONPath to JSONata, as text edits. A state with something that has no exact counterpart stays
 * as it is: definitions may mix both languages, state by state.
 *
 * @param chosen absent: every state
 */
export function convertToJsonata(
  parsed: ParsedText,
  machine: StateMachine,
  chosen?: readonly StatePath[],
): Conversion {
  const all = allStates(machine).filter(({ queryLanguage }) => queryLanguage === 'JSONPath');
  const asked = chosen === undefined ? all : all.filter(({ path }) => chosen.includes(path));
  const results = asked.map((state) => ({ state, ...convertState(state) }));
  const states = results.map(({ state, outcome }) => ({ state: state.path, name: state.name, outcome }));
  const converted = results.filter(({ outcome }) => outcome.type === 'converted');
  const whole = converted.length === all.length && all.length > 0;
  const label = labelOf(
    converted.map(({ state }) => state.name),
    whole,
  );
  if (converted.length === 0) {
    return {
      states,
      whole: false,
      plan: { ok: false, reason: 'Nothing here could be converted to JSONata.' },
    };
  }
  const changes: ObjectChange[] = converted.map(({ state, fields }) => ({
    object: state.path,
    fields: [...fields, ...languageField(state, whole)],
  }));
  if (whole) changes.push({ object: machine.path, fields: [{ name: 'QueryLanguage', value: 'JSONata' }] });
  return { states, whole, plan: planChanges(parsed, changes, label) };
}

type Fields = ObjectChange['fields'];

function convertState(state: State): {
  readonly outcome: StateConversionReport['outcome'];
  readonly fields: Fields;
} {
  const written: Json = state.node ? toJson(state.node) : null;
  const assumed = new Set<string>();
  try {
    if (!isJsonObject(written)) throw new NotConvertible('It is not an object.');
    const changes = convertFields(state.definition, written, assumed);
    const fields = [...changes].map(([name, value]) => ({ name, value }));
    return { outcome: { type: 'converted', assumes: gathered(assumed) }, fields };
  } catch (error) {
    if (!(error instanceof NotConvertible)) throw error;
    return { outcome: { type: 'kept', reason: error.message }, fields: [] };
  }
}

/** A state names its language only where the machine has another. */
function languageField({ definition }: State, whole: boolean): Fields {
  if (!whole) return [{ name: 'QueryLanguage', value: 'JSONata' }];
  return definition.QueryLanguage === undefined ? [] : [{ name: 'QueryLanguage', value: undefined }];
}

function labelOf(names: readonly string[], whole: boolean): string {
  if (names.length === 1) return `Convert “${names[0]}” to JSONata`;
  return whole ? 'Convert to JSONata' : `Convert ${names.length} states to JSONata`;
}
