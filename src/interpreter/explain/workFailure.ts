import type { MapState, State, TaskState } from '../../asl';
import type { ConditionScope } from '../condition';
import { Failure } from '../data/failure';
import { DetachedVisit } from '../dataFlow/detachedVisit';
import { JSON_PATH } from '../language/jsonPath/jsonPath';
import type { Field } from '../language/language.types';
import { sentenceOf } from '../outside';

/**
 * Why the work of a JSONPath state cannot begin: a sentence of the first of its fields that fails, in the order in which
 * the engine asks them. Inside a container no event says it. JSONata fields have one of their own.
 *
 * @param scope of the visit, when it was entered
 */
export async function workFailure(state: State, scope: ConditionScope): Promise<string | undefined> {
  if (state.queryLanguage === 'JSONata') return undefined;
  const visit = new DetachedVisit(scope);
  for (const field of [JSON_PATH.flow(state).payload, ...fieldsOf(state)]) {
    const value = field && (await visit.evaluate<unknown>(field));
    if (value instanceof Failure) return sentenceOf(value);
  }
  return undefined;
}

type Fields = readonly (Field<unknown> | undefined)[];

function fieldsOf({ definition }: State): Fields {
  switch (definition.Type) {
    case 'Wait':
      return [JSON_PATH.waitUntil(definition)];
    case 'Task':
      return taskFields(definition);
    case 'Fail':
      return [JSON_PATH.error(definition), JSON_PATH.cause(definition)];
    case 'Map':
      return definition.ProcessorConfig?.Mode === 'DISTRIBUTED'
        ? distributedFields(definition)
        : [JSON_PATH.items(definition), JSON_PATH.mapLimits(definition).maxConcurrency];
    default:
      return [];
  }
}

const taskFields = (definition: TaskState): Fields => [
  JSON_PATH.timeoutSeconds(definition),
  JSON_PATH.heartbeatSeconds(definition),
  JSON_PATH.roleArn(definition),
];

function distributedFields(definition: MapState): Fields {
  const limits = JSON_PATH.mapLimits(definition);
  const batcher = JSON_PATH.batcher(definition);
  const reader = JSON_PATH.reader(definition);
  return [
    reader === undefined ? JSON_PATH.items(definition) : undefined,
    limits.maxConcurrency,
    JSON_PATH.destination(definition),
    batcher?.maxItems,
    batcher?.maxInputBytes,
    batcher?.batchInput,
    reader?.request,
    // Read before the items are, but told after.
    limits.toleratedFailureCount,
    limits.toleratedFailurePercentage,
    reader?.maxItems,
  ];
}
