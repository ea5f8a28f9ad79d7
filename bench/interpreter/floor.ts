import type { Json, JsonObject } from '../../src/asl';
import type { EventRecord } from '../../src/interpreter';

/**
 * The least any interpreter could do, one hand-written loop per scenario: it pushes the event records that the real
 * run recorded, makes the values they carry, and decides nothing. So it bounds and does not compare. `measure.ts`
 * refuses a floor whose records differ from the history's.
 */
export interface FloorRecord {
  readonly type: EventRecord['type'];
  readonly previousEventId: number;
  readonly time: number;
  readonly stateName: string | undefined;
  readonly data: Json | undefined;
}

export type Floor = (input: Json) => readonly FloorRecord[];

class FloorLog {
  readonly records: FloorRecord[] = [];

  /** @returns the record's event id */
  push(
    type: EventRecord['type'],
    previousEventId: number,
    stateName: string | undefined,
    data: Json | undefined,
    time = 0,
  ): number {
    return this.records.push({ type, previousEventId, time, stateName, data });
  }
}

/** Pass states `S0`, `S1`, ... */
export function chainFloor(length: number, outputOf: (input: Json) => Json = (input) => input): Floor {
  const names = Array.from({ length }, (_, i) => `S${i}`);
  return (input) => {
    const log = new FloorLog();
    log.push('ExecutionStarted', 0, undefined, input);
    let data = input;
    let last = 0;
    for (const name of names) {
      last = log.push('PassStateEntered', last, name, data);
      data = outputOf(data);
      last = log.push('PassStateExited', last, name, data);
    }
    log.push('ExecutionSucceeded', last, undefined, data);
    return log.records;
  };
}

/** Counts by Pass and Choice until `times`, then a Succeed; `outputOf` is what the Pass makes. */
export function loopFloor(times: number, outputOf: (input: JsonObject, n: number) => JsonObject): Floor {
  return (input) => {
    const log = new FloorLog();
    log.push('ExecutionStarted', 0, undefined, input);
    let data = input as JsonObject;
    let last = 0;
    for (let n = 1; n <= times; n++) {
      last = log.push('PassStateEntered', last, 'Count', data);
      data = outputOf(data, n);
      last = log.push('PassStateExited', last, 'Count', data);
      last = log.push('ChoiceStateEntered', last, 'Done?', data);
      last = log.push('ChoiceStateExited', last, 'Done?', data);
    }
    last = log.push('SucceedStateEntered', last, 'End', data);
    last = log.push('SucceedStateExited', last, 'End', data);
    log.push('ExecutionSucceeded', last, undefined, data);
    return log.records;
  };
}

/** Iterations of one Pass, `width` at a time. */
export function mapFloor(width: number): Floor {
  return (input) => {
    const items = input as readonly Json[];
    const log = new FloorLog();
    log.push('ExecutionStarted', 0, undefined, input);
    let last = log.push('MapStateEntered', 0, 'Each', input);
    last = log.push('MapStateStarted', last, 'Each', items.length);
    // Where each thread of the wave stands: the first start at the Map, a later one where the thread that ended last did.
    let threads = new Array<number>(width).fill(last);
    const results: Json[] = [];
    for (let from = 0; from < items.length; from += width) {
      const to = Math.min(from + width, items.length);
      const wave: number[] = [];
      for (let i = from; i < to; i++) {
        wave.push(log.push('MapIterationStarted', threads.pop() ?? 0, 'Each', i));
      }
      threads = [];
      for (let i = from; i < to; i++) {
        const item = items[i] ?? null;
        last = log.push('PassStateEntered', wave[i - from] ?? 0, 'One', item);
        last = log.push('PassStateExited', last, 'One', item);
        threads.push(last);
        results.push(item);
        log.push('MapIterationSucceeded', last, 'Each', i);
      }
    }
    last = log.records.length;
    log.push('MapStateSucceeded', last, 'Each', undefined);
    last = log.push('MapStateExited', last, 'Each', results);
    log.push('ExecutionSucceeded', last, undefined, results);
    return log.records;
  };
}

/** Branches of Pass states that take turns. */
export function parallelFloor(branches: number, length: number): Floor {
  return (input) => {
    const log = new FloorLog();
    log.push('ExecutionStarted', 0, undefined, input);
    let last = log.push('ParallelStateEntered', 0, 'All', input);
    last = log.push('ParallelStateStarted', last, 'All', undefined);
    const threads = new Array<number>(branches).fill(last);
    for (let state = 0; state < length; state++) {
      for (let branch = 0; branch < branches; branch++) {
        last = log.push('PassStateEntered', threads[branch] ?? 0, `S${state}`, input);
        threads[branch] = last = log.push('PassStateExited', last, `S${state}`, input);
      }
    }
    const results = threads.map(() => input);
    log.push('ParallelStateSucceeded', last, 'All', undefined);
    last = log.push('ParallelStateExited', last, 'All', results);
    log.push('ExecutionSucceeded', last, undefined, results);
    return log.records;
  };
}

/** A Task that fails `failures` times, waiting 1, 2, 4, ... seconds in between, and then gives `output`. */
export function retryFloor(failures: number, request: Json, output: Json): Floor {
  return (input) => {
    const log = new FloorLog();
    log.push('ExecutionStarted', 0, undefined, input);
    let time = 0;
    let last = log.push('TaskStateEntered', 0, 'Call', input);
    for (let attempt = 0; ; attempt++) {
      last = log.push('TaskScheduled', last, 'Call', request, time);
      last = log.push('TaskStarted', last, 'Call', undefined, time);
      if (attempt === failures) break;
      last = log.push('TaskFailed', last, 'Call', undefined, time);
      time += 1000 * 2 ** attempt;
    }
    last = log.push('TaskSucceeded', last, 'Call', output, time);
    last = log.push('TaskStateExited', last, 'Call', output, time);
    log.push('ExecutionSucceeded', last, undefined, output, time);
    return log.records;
  };
}

export const waitFloor =
  (seconds: number): Floor =>
  (input) => {
    const log = new FloorLog();
    log.push('ExecutionStarted', 0, undefined, input);
    const entered = log.push('WaitStateEntered', 0, 'W', input);
    const exited = log.push('WaitStateExited', entered, 'W', input, seconds * 1000);
    log.push('ExecutionSucceeded', exited, undefined, input, seconds * 1000);
    return log.records;
  };

/** Pass states `S0` to `S4`, the second of them a Task. */
export const taskChainFloor =
  (request: Json, output: Json): Floor =>
  (input) => {
    const log = new FloorLog();
    log.push('ExecutionStarted', 0, undefined, input);
    let data = input;
    let last = 0;
    for (let i = 0; i < 5; i++) {
      const name = `S${i}`;
      const isTask = i === 1;
      last = log.push(isTask ? 'TaskStateEntered' : 'PassStateEntered', last, name, data);
      if (isTask) {
        last = log.push('TaskScheduled', last, name, request);
        last = log.push('TaskStarted', last, name, undefined);
        last = log.push('TaskSucceeded', last, name, output);
        data = output;
      }
      last = log.push(isTask ? 'TaskStateExited' : 'PassStateExited', last, name, data);
    }
    log.push('ExecutionSucceeded', last, undefined, data);
    return log.records;
  };
