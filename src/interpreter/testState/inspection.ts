import { type Json, parseResource, type State } from '../../asl';
import { jsonText } from '../data/jsonText';
import { httpTrace } from './httpTrace';
import { jsonPathStages } from './jsonPathStages';
import type { MapStages } from './mockedContainer';
import { engineOf, type StateOutcome, type StateRun } from './runState';
import type { InspectionData, TestStateRequest } from './testState.types';

/** Which stages a state of a type shows, by query language. Recorded: test_state/*; source: api.md 5. */
export function inspect(
  state: State,
  run: StateRun,
  request: TestStateRequest,
  outcome: StateOutcome,
  map: MapStages | undefined,
): InspectionData {
  return {
    input: request.input ?? '{}',
    ...(state.queryLanguage === 'JSONata'
      ? jsonataStages(state, outcome)
      : pathStages(state, run, outcome, map)),
    ...(map === undefined ? {} : mapData(map)),
    ...variablesOf(outcome),
    ...errorDetails(outcome),
    ...(request.inspectionLevel === 'TRACE' ? traceOf(state, run, outcome) : {}),
  };
}

/** TRACE shows what an HTTP task sends and gets. */
function traceOf({ definition }: State, { settings }: StateRun, outcome: StateOutcome): InspectionData {
  if (definition.Type !== 'Task' || outcome.payload === undefined) return {};
  const resource = parseResource(definition.Resource ?? '');
  if (resource.kind !== 'service' || resource.service !== 'http') return {};
  return httpTrace(outcome.payload, outcome.result, settings.region);
}

function jsonataStages({ definition }: State, { payload, result, status }: StateOutcome): InspectionData {
  if (definition.Type !== 'Task') return {};
  return texts({ afterArguments: payload, result: status === 'SUCCEEDED' ? result : undefined });
}

function pathStages(
  state: State,
  run: StateRun,
  { result, status, payload }: StateOutcome,
  map: MapStages | undefined,
): InspectionData {
  const { Type } = state.definition;
  const visit = () => {
    const made = engineOf(run);
    made.frame.input = run.input;
    return made;
  };
  const given = status === 'SUCCEEDED' ? result : undefined;
  const { afterInputPath, afterParameters, ...after } = jsonPathStages(state, visit, given);
  switch (Type) {
    case 'Task':
      return texts({ afterInputPath, afterParameters: payload ?? afterParameters, result: given, ...after });
    case 'Pass': {
      const { Result } = state.definition;
      return Result === undefined
        ? texts({ afterInputPath, afterParameters, ...after })
        : texts({ result: Result, ...after });
    }
    case 'Parallel':
      return texts(after);
    case 'Map':
      return texts({ afterInputPath, afterItemsPath: map?.items, ...after });
    default:
      return texts({ afterInputPath });
  }
}

function mapData(map: MapStages): InspectionData {
  const { selected, maxConcurrency, toleratedFailureCount, toleratedFailurePercentage } = map;
  return {
    ...texts({ afterItemSelector: selected }),
    ...(maxConcurrency === undefined ? {} : { maxConcurrency }),
    ...(toleratedFailureCount === undefined ? {} : { toleratedFailureCount }),
    ...(toleratedFailurePercentage === undefined ? {} : { toleratedFailurePercentage }),
  };
}

const variablesOf = ({ variables }: StateOutcome): InspectionData =>
  variables.size === 0 ? {} : { variables: jsonText(Object.fromEntries(variables)) };

function errorDetails({ catchIndex, retryIndex, backoff }: StateOutcome): InspectionData {
  if (catchIndex !== undefined) return { errorDetails: { catchIndex } };
  if (retryIndex === undefined) return {};
  return {
    errorDetails: { retryIndex, ...(backoff === undefined ? {} : { retryBackoffIntervalSeconds: backoff }) },
  };
}

/** The stages there are, as JSON texts. */
const texts = (stages: Readonly<Record<string, Json | undefined>>): InspectionData =>
  Object.fromEntries(
    Object.entries(stages).flatMap(([name, stage]) => (stage === undefined ? [] : [[name, jsonText(stage)]])),
  );
