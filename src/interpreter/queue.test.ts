import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReadyQueue, TimerQueue } from './queue';

describe('[D2] the ready queue', () => {
  it('gives back in the order it took, however pushes and takes alternate', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 200 }), (pushes) => {
        const queue = new ReadyQueue<number>();
        const expected: number[] = [];
        let next = 0;
        for (const push of pushes) {
          if (push) {
            queue.push(next);
            expected.push(next++);
          } else {
            expect(queue.peek()).toBe(expected.shift());
            if (queue.peek() !== undefined) queue.drop();
          }
        }
        expect(queue.peek()).toBe(expected[0]);
      }),
    );
  });
});

describe('[D2] the timer queue', () => {
  it('orders by time, then rank, then sequence', () => {
    const entry = fc.record({ time: fc.nat(5), rank: fc.constantFrom<0 | 1>(0, 1) });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 60 }), (entries) => {
        const queue = new TimerQueue<number>();
        for (const [index, { time, rank }] of entries.entries()) queue.add(time, rank, index);
        const taken: number[] = [];
        for (let at = queue.takeDue(9); at !== undefined; at = queue.takeDue(9)) taken.push(at.what);
        const sorted = entries
          .map((each, index) => ({ ...each, index }))
          .sort((a, b) => a.time - b.time || a.rank - b.rank || a.index - b.index);
        expect(taken).toEqual(sorted.map(({ index }) => index));
      }),
    );
  });
  it('passes over what was cancelled, and gives nothing before its time', () => {
    const queue = new TimerQueue<string>();
    queue.add(1, 0, 'a').cancelled = true;
    queue.add(2, 0, 'b');
    expect(queue.nextTime).toBe(2);
    expect(queue.takeDue(1)).toBeUndefined();
    expect(queue.takeDue(2)?.what).toBe('b');
    expect(queue.nextTime).toBeUndefined();
  });
});
