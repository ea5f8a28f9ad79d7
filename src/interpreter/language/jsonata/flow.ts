import type { State } from '../../../asl';
import { isJsonObject, type Json, type JsonObject } from '../../../asl';
import type { StatesVariable } from '../../data/compiled.types';
import { Failure } from '../../data/failure';
import type { DataFlow, OutcomeFlow } from '../language.types';
import { type Evaluated, PENDING, type Visit } from '../visit.types';
import { inputField, jsonataField } from './field';

type StatesOf = (visit: Visit, value: Json) => StatesVariable;

const onlyInput: StatesOf = ({ input }) => ({ input });
const withResult: StatesOf = ({ input }, result) => ({ input, result });
const withErrorOutput: StatesOf = ({ input }, errorOutput) => ({ input, errorOutput });
const EMPTY: JsonObject = {};

/**
 * How data goes through a JSONata state: Arguments, the state's work, then Output and Assign, all reading the
 * variables as they were when the state was entered. Source: dataflow.md 4.
 */
export function jsonataFlow({ definition }: State): DataFlow {
  const givesResult =
    definition.Type === 'Task' || definition.Type === 'Parallel' || definition.Type === 'Map';
  const states = givesResult ? withResult : onlyInput;
  const argumentsField =
    'Arguments' in definition && definition.Arguments !== undefined
      ? inputField(definition.Arguments, 'Arguments')
      : undefined;
  return {
    payload: (visit) => {
      visit.effective = visit.input;
      return argumentsField === undefined ? visit.input : argumentsField(visit);
    },
    output: outputOf('Output' in definition ? definition.Output : undefined, 'Output', states),
    assign: assignOf('Assign' in definition ? definition.Assign : undefined, 'Assign', states),
  };
}

/** What a catcher makes of the error output. */
export function catcherFlow(output: Json | undefined, assign: Json | undefined, index: number): OutcomeFlow {
  return {
    output: outputOf(output, `Catch[${index}]/Output`, withErrorOutput),
    assign: assignOf(assign, `Catch[${index}]/Assign`, withErrorOutput),
  };
}

/** What a Choice rule makes of the input. */
export function ruleFlow(output: Json | undefined, assign: Json | undefined, index: number): OutcomeFlow {
  return {
    output: outputOf(output, `Choices[${index}]/Output`, onlyInput),
    assign: assignOf(assign, `Choices[${index}]/Assign`, onlyInput),
  };
}

/** Output; without it the value goes on as it is. */
function outputOf(template: Json | undefined, name: string, states: StatesOf): DataFlow['output'] {
  if (template === undefined) return (_, value) => value;
  const field = jsonataField(template, name);
  return (visit, value) => field(visit, states(visit, value));
}

function assignOf(template: Json | undefined, name: string, states: StatesOf): DataFlow['assign'] {
  if (template === undefined) return undefined;
  const field = jsonataField(template, name);
  return (visit, value): Evaluated<JsonObject> => {
    const assigned = field(visit, states(visit, value));
    if (assigned === PENDING || assigned instanceof Failure) return assigned;
    return isJsonObject(assigned) ? assigned : EMPTY;
  };
}
