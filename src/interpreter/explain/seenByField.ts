import type { Json, State } from '../../asl';
import type { StatesVariable } from '../data/compiled.types';
import type { Stage, StageName, ValuePath } from '../dataFlow/dataFlow.types';

/** What a field reads: JSONPath's `$`, JSONata's `$states`; and what the state's work gave, when that is in it. */
export interface SeenByField {
  readonly root: Json;
  readonly states: StatesVariable;
  readonly result?: Json | undefined;
}

/** The data that a field of a state was evaluated on in a visit, by the stages of it. */
export function seenByField(
  { definition, queryLanguage }: State,
  path: ValuePath,
  stages: readonly Stage[],
): SeenByField {
  const worthOf = (...names: readonly StageName[]): Json | undefined =>
    names
      .map((name) => stages.find((stage) => stage.name === name)?.value)
      .find((value) => value !== undefined);
  const input = worthOf('input') ?? null;
  const effective = worthOf('inputPath') ?? input;
  const isCatch = path[0] === 'Catch';
  const field = isCatch || path[0] === 'Choices' ? path[2] : path[0];
  const works = ['Task', 'Parallel', 'Map'].includes(definition.Type ?? '');
  const result = works ? worthOf('result') : undefined;
  const errorOutput = isCatch ? worthOf('errorOutput') : undefined;
  if (queryLanguage === 'JSONata') {
    const isLate = field === 'Output' || field === 'Assign';
    const readsResult = isLate && !isCatch && result !== undefined;
    const states = {
      input,
      ...(readsResult ? { result } : {}),
      ...(errorOutput === undefined ? {} : { errorOutput }),
    };
    return { root: input, states, result: readsResult ? result : undefined };
  }
  const states = { input };
  switch (field) {
    case 'InputPath':
    case 'ResultPath':
      return { root: input, states };
    case 'ResultSelector':
      return { root: result ?? effective, states, result };
    case 'OutputPath': {
      const combined = worthOf('resultPath');
      return { root: combined ?? effective, states, result };
    }
    case 'Assign': {
      const own =
        errorOutput ?? result ?? (definition.Type === 'Pass' ? worthOf('result', 'parameters') : undefined);
      return { root: own ?? effective, states, result: isCatch ? undefined : result };
    }
    default:
      return { root: effective, states };
  }
}
