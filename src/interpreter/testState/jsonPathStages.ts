import type { Json, State, StateDefinition } from '../../asl';
import { Failure } from '../data/failure';
import { flowWithout } from '../dataFlow/flowWithout';
import type { Engine } from '../engine';
import type { Frame } from '../frame';
import { type Evaluated, PENDING } from '../language/visit.types';

export interface JsonPathStages {
  readonly afterInputPath?: Json;
  readonly afterParameters?: Json;
  readonly afterResultSelector?: Json;
  readonly afterResultPath?: Json;
}

/**
 * The value after each of a JSONPath state's fields. A field's value is what the state would give without the fields after
 * it, so each stage is the flow of a definition that ends there. Random numbers are drawn anew from the start for
 * each, as the state itself draws them.
 *
 * @param visit  makes a visit of the state, its random numbers untouched
 * @param result what the state's work gave; undefined when it gave nothing
 */
export function jsonPathStages(
  state: State,
  visit: () => { readonly engine: Engine; readonly frame: Frame },
  result: Json | undefined,
): JsonPathStages {
  const upTo = (...dropped: readonly string[]) => {
    const { frame } = visit();
    const flow = flowWithout(state, dropped);
    return { frame, flow, payload: value(flow.payload(frame)) };
  };
  const { definition } = state;
  const fixed = definition.Type === 'Pass' && definition.Result !== undefined;
  const afterInputPath = upTo('Parameters').payload;
  const afterParameters = upTo().payload;
  const work = definition.Type === 'Pass' && !fixed ? afterParameters : (result ?? fixedResult(definition));
  const output = (...dropped: readonly string[]): Json | undefined => {
    if (work === undefined) return undefined;
    const { frame, flow } = upTo(...dropped);
    return value(flow.output(frame, work));
  };
  return defined({
    afterInputPath,
    afterParameters,
    afterResultSelector: output('ResultPath', 'OutputPath'),
    afterResultPath: output('OutputPath'),
  });
}

const fixedResult = (definition: StateDefinition): Json | undefined =>
  definition.Type === 'Pass' ? definition.Result : undefined;

const value = (evaluated: Evaluated<Json>): Json | undefined =>
  evaluated === PENDING || evaluated instanceof Failure ? undefined : evaluated;

const defined = (stages: Readonly<Record<string, Json | undefined>>): JsonPathStages =>
  Object.fromEntries(Object.entries(stages).filter(([, stage]) => stage !== undefined));
