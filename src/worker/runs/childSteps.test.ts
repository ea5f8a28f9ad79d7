import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StatePath } from '../../asl';
import type { ServiceAnswer, ServiceCall } from '../../interpreter';
import { stubAnswer } from '../../services';
import type { Speed } from '../run.types';
import { keptBench, turns } from '../testing/keptBench';
import { MemoryRuns } from '../testing/memoryRuns';
import { slowBench } from '../testing/slowBench';
import { alone, end, LAMBDA, machine, REQUEST, starting } from '../testing/startingRuns';
import { type Move, walker } from '../testing/walker';

const RUN = 'run';
const NO_STOPS = { breakpoints: [] };

describe('Steps into executions that Tasks start', () => {
  it('go through each at its first state, and on with what started it', async () => {
    const on = walker(REQUEST);
    await on.start(true);
    const seen: string[] = [];
    let goesOn = true;
    while (goesOn) {
      const { at = '' } = await on.look();
      seen.push(`${'  '.repeat(on.way.length)}${at.split('/').at(-1)}`);
      goesOn = await on.move('into');
    }
    const quick = (depth: string) => [`${depth}Now`, `${depth}Then`];
    const long = ['  Rest', '  Deeper', ...quick('    '), '  Twice', '  One', '  One'];
    expect(seen).toEqual([
      'Both',
      'Wait for it',
      'Leave it',
      ...long,
      ...long,
      'Each',
      'Ask',
      'Ask',
      ...quick('  '),
      ...quick('  '),
      'Try',
      '  Break',
      '  Break',
      'Done',
    ]);
  });

  it('are those of the run again after a reload', async () => {
    const on = walker(REQUEST);
    await on.start(true);
    for (let step = 0; step < 5; step++) await on.move('into');
    expect(on.way).toHaveLength(2);
    const before = await on.look();
    await on.move('reload');
    expect(await on.look()).toEqual(before);
    expect((await on.look()).at).toBe('/States/Now');
  });

  it('change no history, in whatever pattern and however often the page is reloaded', async () => {
    const plain = walker(REQUEST);
    await plain.start(false);
    const histories = await plain.histories();
    expect(Object.keys(histories)).toHaveLength(9);
    const move = fc.constantFrom<Move>('into', 'into', 'into', 'over', 'out', 'exit', 'continue', 'reload');
    await fc.assert(
      fc.asyncProperty(
        fc.array(move, { maxLength: 25 }),
        fc.constantFrom<Speed>('instant', 100_000),
        async (moves, speed) => {
          const on = walker(REQUEST);
          let goesOn = await on.start(true, speed);
          for (const each of moves) {
            if (!goesOn) break;
            goesOn = await on.move(each);
          }
          while (goesOn) goesOn = await on.move('continue');
          expect(await on.histories()).toEqual(histories);
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);

  it('lead into the execution that a Task has started which the run stands at already', async () => {
    const retried = alone('Try', {
      ...starting('states:startExecution.sync', 'broken', end),
      Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 2 }],
    });
    const on = keptBench(new MemoryRuns());
    const way: string[] = [];
    on.client.subscribe((news) => {
      if (news.type === 'steppedInto') way.push(news.execution);
    });
    const state = '/States/Try' as StatePath;
    const stops = { breakpoints: [{ id: 1, enabled: true, kind: 'retry', state } as const] };
    await on.client.start({ ...REQUEST, text: JSON.stringify(retried) }, 'instant', false, stops);
    for (const attempt of [1, 2]) {
      await on.until(() => on.last.get(RUN)?.reason?.includes('breakpoint on retry') === true);
      await on.client.of(RUN).step('into');
      await on.until(() => way.length === attempt);
      await turns(5);
      expect(await on.client.showChild(RUN, way.at(-1) ?? '')).toMatchObject({ at: '/States/Break' });
      await on.client.showRun(RUN, 'instant', NO_STOPS, false);
      void on.client.of(RUN).continue();
    }
    await on.ended(RUN);
    expect(new Set(way).size).toBe(2);
  });

  it('lead into one that is made while the run is paused, once it is there, and not twice', async () => {
    const on = slowBench();
    const { way } = on;
    const parent = {
      StartAt: 'Start',
      States: {
        Start: starting('states:startExecution.sync', 'slow', { Next: 'Done' }),
        Done: { Type: 'Succeed' },
      },
    };
    const machines = [machine('slow', alone('Slow', { Type: 'Task', Resource: LAMBDA, End: true }))];
    const run = on.client.of(RUN);
    await on.client.start({ ...REQUEST, text: JSON.stringify(parent), machines }, 'instant', false, NO_STOPS);
    await on.until(() => on.last.get(RUN)?.at === '/States/Start');
    await run.pause();
    await on.until(() => on.last.get(RUN)?.control === 'paused');
    await run.step('into');
    await run.step('into');
    await turns(5);
    expect(way).toEqual([]);
    expect(on.last.get(RUN)?.reason).toContain('child execution of “slow” is still being made');
    // Nobody waits for it any more, and then somebody does.
    await run.pause();
    await turns(3);
    expect(on.last.get(RUN)).toMatchObject({ control: 'paused', at: '/States/Start' });
    expect(on.last.get(RUN)?.reason).toBeUndefined();
    await run.step('into');
    on.answer();
    await on.until(() => way.length > 0);
    await turns(5);
    expect(await on.client.showChild(RUN, way[0] ?? '')).toMatchObject({
      control: 'paused',
      at: '/States/Slow',
    });
    const child = on.client.of(way[0] ?? '');
    await child.step('into');
    await on.until(() => on.last.get(RUN)?.at === '/States/Done');
    expect(way).toHaveLength(1);
    await run.continue();
    await on.ended(RUN);
  });

  it('promise nothing after a reload that nobody waits for any more', async () => {
    const store = new MemoryRuns();
    const slow = (call: ServiceCall) =>
      call.stateName === 'Slow' ? new Promise<ServiceAnswer>(() => {}) : stubAnswer(call);
    const before = keptBench(store, slow);
    const text = JSON.stringify(alone('Start', starting('states:startExecution.sync', 'slow', end)));
    const machines = [machine('slow', alone('Slow', { Type: 'Task', Resource: LAMBDA, End: true }))];
    await before.client.start({ ...REQUEST, text, machines }, 'instant', true, NO_STOPS);
    await before.until(() => before.last.get(RUN)?.control === 'paused');
    await before.client.of(RUN).step('into');
    await before.until(() => before.last.get(RUN)?.reason?.includes('still being made') === true);
    await turns(5);
    before.kill();
    const { client, last, until } = keptBench(store, slow);
    const shown = await client.showRun(RUN, 'instant', NO_STOPS, false);
    expect(shown).toMatchObject({ progress: { control: 'paused', at: '/States/Start' } });
    expect(shown).not.toHaveProperty('progress.reason');
    await client.of(RUN).step('into');
    await until(() => last.get(RUN)?.reason?.includes('still being made') === true);
  });

  it('count the hits of breakpoints on after a reload', async () => {
    const { child, one, store, last, until, kill } = await inLong();
    const state = '/States/Again' as StatePath;
    const third = { id: 1, enabled: true, kind: 'entry', state, hits: 3 } as const;
    await one.setBreakpoints([third]);
    await one.continue();
    await until(() => last.get(child)?.reason?.includes('breakpoint') === true);
    const { total } = await one.getVisits(state, 0, 1);
    await turns(5);
    kill();
    const on = keptBench(store);
    await on.client.showRun(RUN, 'instant', NO_STOPS, false);
    expect(await on.client.showChild(RUN, child)).toMatchObject({ control: 'paused', at: state });
    await on.client.of(child).setBreakpoints([third]);
    await on.client.of(child).continue();
    await on.until(() => on.last.get(child)?.control === 'paused');
    expect((await on.client.of(child).getVisits(state, 0, 1)).total).toBe(total + 1);
  });

  it('are not gone through again for a run that nobody waits for any more', async () => {
    const { child, one, store, last, until, kill } = await inLong();
    const state = '/States/Again' as StatePath;
    await one.setBreakpoints([{ id: 1, enabled: true, kind: 'entry', state, hits: 8000 }]);
    await one.continue();
    await until(() => last.get(child)?.reason?.includes('breakpoint') === true);
    await turns(5);
    kill();
    const on = keptBench(store, stubAnswer, 3);
    let looks = 0;
    const { breathe } = on.pulse;
    on.pulse.breathe = () => {
      looks++;
      return breathe.call(on.pulse);
    };
    const shown = on.client.showRun(RUN, 'instant', NO_STOPS, false);
    await on.until(() => looks > 2);
    await on.client.closeRun(RUN);
    expect(await shown).toBe('It was stopped before it was ready.');
    expect(looks).toBeLessThan(12);
  });

  it('leave a long one that has ended to be looked at in slices: the run is answered meanwhile', async () => {
    const { client, ended, child, one, pulse } = await inLong();
    await one.stop();
    await ended(RUN);
    let slices = 0;
    const { breathe } = pulse;
    pulse.breathe = () => {
      slices++;
      return breathe.call(pulse);
    };
    const looked = client.showChild(RUN, child);
    await turns(2);
    await client.listRuns();
    expect(slices).toBeGreaterThan(0);
    expect(slices).toBeLessThan(30);
    expect(await looked).toMatchObject({ control: 'ended' });
    expect(slices).toBeGreaterThan(30);
    // Given up when something else is asked for.
    slices = 0;
    const dropped = client.showChild(RUN, child);
    await turns(2);
    await client.showRun(RUN, 'instant', NO_STOPS, false);
    await dropped;
    expect(slices).toBeLessThan(30);
    expect((await client.of(RUN).getEvents(0, 1)).total).toBeLessThan(100);
  });

  it('leave one that cannot be gone through any further: its parent stands where it stood, and goes on', async () => {
    const { client, last, until, ended, child, one } = await inLong();
    const wayOut: string[] = [];
    client.subscribe((news) => {
      if (news.type !== 'progress') wayOut.push(news.type);
    });
    const state = '/States/Again' as StatePath;
    const broken = { id: 1, enabled: true, kind: 'entry', state, condition: 7 as unknown as string } as const;
    await one.setBreakpoints([broken]);
    await one.continue();
    await until(() => wayOut.length > 0);
    expect(wayOut).toEqual(['steppedOut']);
    await until(() => last.get(RUN)?.reason?.includes('cannot be gone through any further') === true);
    expect(await client.showRun(RUN, 'instant', NO_STOPS, false)).toMatchObject({
      progress: { control: 'paused', at: '/States/Start' },
    });
    // It is looked at as a whole now, and may be gone into anew.
    expect(await client.showChild(RUN, child)).toMatchObject({ control: 'ended' });
    await client.showRun(RUN, 'instant', NO_STOPS, false);
    await client.of(RUN).step('into');
    await until(() => wayOut.at(-1) === 'steppedInto');
    await client.of(RUN).step('over');
    await ended(RUN);
  });

  /** Stands at the first state of a child execution that is long. */
  const inLong = async () => {
    // A few looks at the clock take a slice.
    const store = new MemoryRuns();
    const on = keptBench(store, stubAnswer, 3);
    const looping = { StartAt: 'Again', States: { Again: { Type: 'Pass', Next: 'Again' } } };
    const text = JSON.stringify(alone('Start', starting('states:startExecution.sync', 'loop', end)));
    const machines = [machine('loop', looping)];
    await on.client.start({ ...REQUEST, text, machines }, 'instant', true, NO_STOPS);
    const way: string[] = [];
    on.client.subscribe((news) => {
      if (news.type === 'steppedInto') way.push(news.execution);
    });
    await on.until(() => on.last.get(RUN)?.control === 'paused');
    await on.client.step('into');
    await on.until(() => way.length > 0);
    await turns(5);
    const [child = ''] = way;
    expect(await on.client.showChild(RUN, child)).toMatchObject({ control: 'paused', events: 2 });
    return { ...on, store, child, one: on.client.of(child) };
  };

  it.each([false, true])(
    'let Pause in on the way through a long one (breakpoints: %s)',
    async (isWatching) => {
      const { last, until, ended, child, one } = await inLong();
      const failing = { id: 1, enabled: true, kind: 'error', state: '/States/Again' as StatePath } as const;
      if (isWatching) await one.setBreakpoints([failing]);
      void one.continue();
      await one.pause();
      await until(() => (last.get(child)?.control ?? 'running') !== 'running');
      expect(last.get(child)?.control).toBe('paused');
      expect(last.get(child)?.events).toBeLessThan(25_000);
      await one.stop();
      await ended(RUN);
    },
  );

  it('say of the run that it goes on while one of them does; Pause stops that one', async () => {
    const { client, last, until, child, one } = await inLong();
    expect(last.get(RUN)?.control).toBe('paused');
    void one.continue();
    await until(() => last.get(RUN)?.control === 'running');
    expect(last.get(RUN)?.reason).toBeUndefined();
    await client.of(RUN).pause();
    await until(() => last.get(RUN)?.control === 'paused' && last.get(child)?.control === 'paused');
    expect(last.get(RUN)?.reason).toContain('child execution of “loop”');
    expect(await client.showRun(RUN, 'instant', NO_STOPS, false)).toMatchObject({
      progress: { control: 'paused' },
    });
  });

  it('are not written down each time that one of them tells of its progress', async () => {
    const { client, last, until, ended, store, child, one } = await inLong();
    let [told, written] = [0, 0];
    client.subscribe((news) => {
      if (news.type === 'progress' && news.batch.run === child) told++;
    });
    const { append } = store;
    store.append = (...what) => {
      written++;
      return append.apply(store, what);
    };
    await one.continue();
    await until(() => last.get(child)?.control === 'ended');
    await ended(RUN);
    expect(told).toBeGreaterThan(8);
    expect(written).toBeLessThan(told / 2);
  });

  it('are as they are now when they come on show again after a look back', async () => {
    const { client, child, one } = await inLong();
    await one.step('into');
    await turns(5);
    await one.showMoment({ type: 'at', position: 1 });
    const again = '/States/Again' as StatePath;
    expect((await one.getVisits(again, 0, 9)).total).toBe(0);
    await client.showRun(RUN, 'instant', NO_STOPS, false);
    await client.showChild(RUN, child);
    expect((await one.getVisits(again, 0, 9)).total).toBe(2);
  });
});
