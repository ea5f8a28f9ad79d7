import type { Json, JsonArray, JsonObject } from '../../asl';
import { Failure } from '../data/failure';
import type { DistributedMapWork } from '../distributed/distributedWork';
import { TOLERANCE_EXCEEDED } from '../distributed/mapRun';
import { parseItems } from '../distributed/parseItems';
import type { Engine } from '../engine';
import type { MapWork } from '../flow/container';
import type { Frame } from '../frame';
import { type Evaluated, PENDING } from '../language/visit.types';
import { StateKind, type StateProgram } from '../program';
import type { StateConfiguration } from './testState.types';

/** What a Map reads of its fields before it has any iteration. */
export interface MapStages {
  readonly failure: Failure | undefined;
  readonly items: JsonArray | undefined;
  readonly selected: JsonArray | undefined;
  readonly maxConcurrency: number | undefined;
  readonly toleratedFailureCount: number | undefined;
  readonly toleratedFailurePercentage: number | undefined;
}

const FIELDS = [
  'QueryLanguage',
  'InputPath',
  'ResultSelector',
  'ResultPath',
  'OutputPath',
  'Output',
  'Assign',
  'Retry',
  'Catch',
  'Next',
  'End',
] as const;

/**
 * A Task in the place of a Map or Parallel whose work is mocked: from the result on, all three do the same with it, and
 * with an error.
 */
export function asTask(definition: JsonObject): JsonObject {
  const kept = FIELDS.flatMap((field): readonly (readonly [string, Json])[] => {
    const value = definition[field];
    return value === undefined ? [] : [[field, value]];
  });
  return { Type: 'Task', Resource: 'the mock', ...Object.fromEntries(kept) };
}

/** Evaluates a Map's fields in a visit of its own. */
export async function mapStages(
  engine: Engine,
  frame: Frame,
  state: StateProgram,
  { mapItemReaderData }: StateConfiguration,
): Promise<MapStages> {
  const work = state.work as MapWork | DistributedMapWork;
  const evaluate = async <T>(field: (() => Evaluated<T>) | undefined): Promise<T | Failure | undefined> => {
    if (field === undefined) return undefined;
    for (;;) {
      const value = field();
      if (value !== PENDING) return value;
      await engine.awaiting;
      engine.awaiting = undefined;
    }
  };
  const found: { failure: Failure | undefined } = { failure: undefined };
  const ok = async <T>(field: (() => Evaluated<T>) | undefined): Promise<T | undefined> => {
    if (found.failure !== undefined) return undefined;
    const value = await evaluate(field);
    engine.forgetSettled();
    if (!(value instanceof Failure)) return value;
    found.failure = value;
    return undefined;
  };
  await ok(() => state.flow.payload(frame));
  const reader = 'reader' in work ? work.reader : undefined;
  const items = await ok(
    reader === undefined ? () => work.items(frame) : () => readerItems(reader.config, mapItemReaderData),
  );
  const { limits } = work;
  const { toleratedFailureCount: count, toleratedFailurePercentage: percentage } = limits;
  const maxConcurrency = await ok(() => limits.maxConcurrency(frame));
  const toleratedFailureCount = await ok(count && (() => count(frame)));
  const toleratedFailurePercentage = await ok(percentage && (() => percentage(frame)));
  const selected: Json[] = [];
  const { itemSelector } = work;
  if (itemSelector !== undefined) {
    for (const [index, value] of (items ?? []).entries()) {
      engine.contextFields = { ...engine.contextFields, Map: { Item: { Index: index, Value: value } } };
      frame.forgetContext();
      selected.push((await ok(() => itemSelector(frame))) ?? null);
    }
  }
  return {
    failure: found.failure,
    items,
    selected: itemSelector === undefined ? undefined : selected,
    maxConcurrency,
    toleratedFailureCount,
    toleratedFailurePercentage,
  };
}

function readerItems(
  config: Parameters<typeof configFormat>[0],
  data: string | undefined,
): JsonArray | Failure {
  return data === undefined ? [] : parseItems(data, configFormat(config));
}

/** The test gives what was read, not the manifest or listing that led there. */
function configFormat(
  config: NonNullable<DistributedMapWork['reader']>['config'],
): Parameters<typeof parseItems>[1] {
  const json = { type: 'JSON', itemsPointer: undefined } as const;
  if (config.source !== 'list') return config.format.type === 'JSON' ? config.format : json;
  return config.load ?? json;
}

/** More iterations are to fail than are tolerated. Without a tolerance a mocked result stands. Recorded: test_state/state_configuration*. */
export function toleranceFailure(
  stages: MapStages,
  iterations: number,
  { mapIterationFailureCount: failed = 0 }: StateConfiguration,
): Failure | undefined {
  const { toleratedFailureCount: count, toleratedFailurePercentage: percentage } = stages;
  const overCount = count !== undefined && failed > count;
  const overPercentage = percentage !== undefined && (failed * 100) / Math.max(iterations, 1) > percentage;
  return overCount || overPercentage ? TOLERANCE_EXCEEDED : undefined;
}

export const isMap = ({ kind }: StateProgram): boolean =>
  kind === StateKind.Map || kind === StateKind.DistributedMap;
