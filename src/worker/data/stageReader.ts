import { findState, isJsonObject, type Json, type JsonObject, type State } from '../../asl';
import { type ConditionScope, type Stage, visitStages } from '../../interpreter';
import { rowOf } from '../history/visitFacts';
import type { VisitName } from '../history.types';
import { visitScope } from '../run/stops/visitScope';
import type { DataSource } from './dataSource';
import { type RecordedVisit, visitRecord } from './visitRecord';

/** Milliseconds for all expressions of a visit: nothing else of the run gets on meanwhile. */
const MOST_TIME = 2_000;

/** A visit with what each stage held. */
export interface ReadVisit extends RecordedVisit {
  readonly state: State;
  readonly row: number;
  readonly stages: readonly Stage[];
  /** What its expressions read besides the data that goes through it. */
  readonly scope: ConditionScope;
}

/** Reads the stages of visits, from the run's own definition and what was recorded. */
export class StageReader {
  constructor(private readonly source: DataSource) {}

  async read(name: VisitName, attempt?: number): Promise<ReadVisit | undefined> {
    return this.readRow(rowOf(this.source.seen, name), attempt);
  }

  async readRow(row: number, attempt?: number): Promise<ReadVisit | undefined> {
    const { machine, seen } = this.source;
    if (row < 0 || machine === undefined) return undefined;
    const state = findState(machine, seen.pathOf(row));
    if (state === undefined) return undefined;
    const recorded = visitRecord(this.source, state, row, attempt);
    const context = await this.contextOf(state, row, recorded.attempt);
    const entry = { ...this.scopeOf(row), now: recorded.enteredAt, context: () => context };
    const end = performance.now() + MOST_TIME;
    const stages = await visitStages(state, recorded.record, {
      left: () => end - performance.now(),
      entry,
      exit: { ...entry, now: recorded.endedAt },
      selecting: (Index, Value) => ({
        ...entry,
        context: () => ({ ...context, Map: { Item: { Index, Value } } }),
      }),
    });
    return { ...recorded, state, row, stages, scope: entry };
  }

  private scopeOf(row: number) {
    const { scope, seen } = this.source;
    return visitScope(scope, seen, row, seen.visits.entered.get(row));
  }

  /** The context object, with what depends on the attempt and the item. */
  private async contextOf({ definition }: State, row: number, attempt: number): Promise<JsonObject> {
    const context = this.scopeOf(row).context();
    const { Execution, State: own, ...rest } = context;
    const item = await this.itemOf(row);
    const asks = definition.Type === 'Task' || definition.Type === 'Parallel' || definition.Type === 'Map';
    return {
      Execution: { ...objectOf(Execution), RedriveCount: 0 },
      ...rest,
      State: { ...objectOf(own), ...(asks ? { RetryCount: Math.max(0, attempt) } : {}) },
      ...(item === undefined ? {} : { Map: { Item: item } }),
    };
  }

  /** The item of the innermost Map around a visit. */
  private async itemOf(row: number): Promise<JsonObject | undefined> {
    const { seen, machine } = this.source;
    const { visits } = seen;
    for (let at = row; at >= 0; at = visits.parent.get(at)) {
      const Index = visits.iteration.get(at);
      if (Index < 0) continue;
      const map = visits.parent.get(at);
      const state = machine && findState(machine, seen.pathOf(map));
      const { definition } = state ?? {};
      if (definition?.Type !== 'Map') return { Index };
      if (definition.ItemSelector === undefined && definition.Parameters === undefined)
        return { Index, Value: this.laneInput(map, Index) ?? null };
      const items = (await this.readRow(map))?.stages.find(({ name }) => name === 'items')?.value;
      const Value = Array.isArray(items) ? items[Index] : undefined;
      return Value === undefined ? { Index } : { Index, Value };
    }
    return undefined;
  }

  /** What the first state of an item got. */
  private laneInput(map: number, item: number): Json | undefined {
    const { source } = this;
    const visits = source.lanes(map).find(([lane]) => lane === item)?.[1];
    const first = visits?.[0];
    return first === undefined ? undefined : this.scopeOf(first).input;
  }
}

const objectOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});
