import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EpochMs, Json, JsonObject } from '../../asl';
import type { Job, TaskId } from '../../interpreter';
import { type PackedJobs, packJobs, unpackJobs } from './packedJobs';

/** Kept and read again. */
const again = (jobs: readonly Job[]) => unpackJobs(JSON.parse(JSON.stringify(packJobs(jobs))) as PackedJobs);

const answer = (task: number, output: Json, afterEvent = task): Job => ({
  type: 'taskSucceeded',
  at: 0 as EpochMs,
  task: task as TaskId,
  output,
  afterEvent,
});

const leaf = fc.constantFrom<Json>('', 'a', 'b', 0, 1, -1, 1e21, true, false, null);
const key = fc.constantFrom('a', 'b', '0', '1', '__proto__', 'length');
const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('json'), { maxLength: 4 }),
    fc
      .array(fc.tuple(key, tie('json')), { maxLength: 4 })
      .map((entries): JsonObject => Object.fromEntries(entries)),
  ),
}));

/** The same value with other leaves here and there. */
function varied(value: Json, leaves: readonly Json[]): Json {
  let next = 0;
  return JSON.parse(JSON.stringify(value), (_, inner: Json) => {
    if (typeof inner === 'object' && inner !== null) return inner;
    const other = leaves[next++ % leaves.length];
    return next % 3 === 0 && other !== undefined ? other : inner;
  });
}

describe('packed jobs', () => {
  it('are the same jobs again, their text to the letter', () => {
    const few = fc.array(json, { minLength: 1, maxLength: 7 });
    const turns = fc.array(fc.tuple(fc.nat(6), fc.array(leaf, { minLength: 1, maxLength: 5 })), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(few, turns, (outputs, list) => {
        const jobs = list.map(([which, leaves], task) =>
          answer(task, varied(outputs[which % outputs.length] ?? null, leaves)),
        );
        expect(JSON.stringify(again(jobs))).toBe(JSON.stringify(jobs));
      }),
    );
  });

  it('of several kinds by turns are all said by what differs', () => {
    const jobs = Array.from({ length: 300 }, (_, task) =>
      answer(task, task % 3 === 0 ? { a: `${task}` } : task % 3 === 1 ? [task, [task]] : { b: { a: null } }),
    );
    expect(packJobs(jobs).filter((entry) => !Array.isArray(entry))).toHaveLength(3);
    expect(again(jobs)).toEqual(jobs);
  });

  it('do not take one order of keys, or another length, for the same', () => {
    const jobs = [
      answer(0, { a: 1, b: 2 }),
      answer(1, { b: 2, a: 1 }),
      answer(2, { a: 1 }),
      answer(3, [1]),
      answer(4, []),
      answer(5, { a: { b: 2 } }),
      answer(6, { a: 1, b: 2 }),
    ];
    expect(JSON.stringify(again(jobs))).toBe(JSON.stringify(jobs));
  });

  it('leave out a field that says nothing, as text does', () => {
    const withNothing = (job: Job): Job =>
      Object.defineProperty({ ...job }, 'cause', { value: undefined, enumerable: true });
    const jobs = [0, 1].map((task) => withNothing(answer(task, 1)));
    expect(again(jobs)).toEqual([0, 1].map((task) => answer(task, 1)));
  });

  it('are said as they are when much differs, or much would be compared', () => {
    const long = (task: number) => Array.from({ length: 1000 }, (_, index) => index + task);
    const wide = (task: number) => Array.from({ length: 50 }, (_, index) => index + task);
    for (const output of [long, wide]) {
      const jobs = [0, 1, 2].map((task) => answer(task, output(task)));
      expect(packJobs(jobs)).toEqual(jobs);
    }
  });

  it('are said as they are when they go deep: not deeper is gone into than the text of them is', () => {
    const nested = (depth: number): Json => (depth === 0 ? [] : [nested(depth - 1)]);
    const jobs = [0, 1, 2].map((task) => answer(task, nested(500)));
    expect(packJobs(jobs)).toEqual(jobs);
  });

  it('may be a plain list of jobs', () => {
    const jobs = [answer(0, { a: 1 }), answer(1, { a: 2 })];
    expect(unpackJobs(jobs)).toEqual(jobs);
  });
});
