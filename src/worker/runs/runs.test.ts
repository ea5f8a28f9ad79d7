import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EpochMs, Json, Seconds, StatePath } from '../../asl';
import { arbitraryDefinition } from '../../asl/testing/arbitraryDefinition';
import { type CallService, defaultSettings } from '../../interpreter';
import type { RunClient } from '../client.types';
import type { RunRequest, Speed } from '../run.types';
import { keptBench, turns } from '../testing/keptBench';
import { MemoryRuns } from '../testing/memoryRuns';

const START = 1_700_000_000_000 as EpochMs;
const NO_STOPS = { breakpoints: [] };

const request = (definition: object, name: string, input: Json = {}): RunRequest => ({
  text: JSON.stringify(definition),
  format: 'json',
  input: JSON.stringify(input),
  settings: defaultSettings({ startTime: START, seed: 7, executionName: name }),
});

const CHAIN = {
  StartAt: 'A',
  States: {
    A: { Type: 'Pass', Next: 'B' },
    B: { Type: 'Task', Resource: 'fn', Next: 'C' },
    C: { Type: 'Wait', Seconds: 3600, Next: 'D' },
    D: { Type: 'Succeed' },
  },
};

describe('runs side by side', () => {
  it('go on while another is on show, which alone is told in states', async () => {
    const on = keptBench(new MemoryRuns());
    await on.client.start(request(CHAIN, 'slow'), 1, false, NO_STOPS);
    await on.client.start(request(CHAIN, 'fast'), 'instant', false, NO_STOPS);
    await on.ended('fast');
    expect((await on.client.getEvents(0, 100)).rows.at(-1)?.event.type).toBe('ExecutionSucceeded');
    await on.pulse.pass(10_000);
    expect(on.last.get('slow')).toMatchObject({ control: 'ended', transitions: 4, states: [] });
    const shown = await on.client.showRun('slow', 'instant', NO_STOPS, false);
    expect(shown).toMatchObject({ speed: 1, progress: { control: 'ended', run: 'slow' } });
    expect(typeof shown === 'string' ? [] : shown.progress.states.map(({ status }) => status)).toEqual(
      Array(4).fill('succeeded'),
    );
  });

  it('are paused and stopped alone', async () => {
    const on = keptBench(new MemoryRuns());
    await on.client.start(request(CHAIN, 'one'), 1, false, NO_STOPS);
    await on.client.start(request(CHAIN, 'two'), 1, false, NO_STOPS);
    await on.client.stop();
    await on.until(() => on.last.get('two')?.control === 'ended');
    expect(on.last.get('two')?.result?.status).toBe('ABORTED');
    expect(on.last.get('one')?.control).toBe('running');
  });

  it('are so many at a time', async () => {
    const on = keptBench(new MemoryRuns());
    for (let run = 0; run < 8; run++) {
      await on.client.start(request(CHAIN, `run ${run}`), 1, true, NO_STOPS);
    }
    expect(await on.client.start(request(CHAIN, 'more'), 1, true, NO_STOPS)).toEqual({
      ok: false,
      reason: '8 runs are going on. Stop one of them first.',
    });
  });
});

describe('a kept run', () => {
  it('that was stopped in the middle of a wait that was waited for is the same again', async () => {
    const store = new MemoryRuns();
    const first = keptBench(store);
    await first.client.start(request(CHAIN, 'run'), { times: 60 }, false, NO_STOPS);
    await first.pulse.pass(20_000);
    await first.client.stop();
    await first.ended('run');
    const history = await first.client.exportHistory();
    expect(history).toContain('ExecutionAborted');
    const second = keptBench(store);
    await second.client.showRun('run', 'instant', NO_STOPS, false);
    expect(await second.client.exportHistory()).toBe(history);
  });

  it('goes on in the middle of a wait, where its clock stood', async () => {
    const store = new MemoryRuns();
    const first = keptBench(store);
    await first.client.start(request(CHAIN, 'run'), { times: 60 }, false, NO_STOPS);
    await first.pulse.pass(20_000);
    await first.client.pause();
    await first.until(() => first.last.get('run')?.control === 'paused');
    const stood = first.last.get('run')?.now;
    expect(stood).toBeGreaterThan(START + 1_000_000);
    first.kill();
    const second = keptBench(store);
    const shown = await second.client.showRun('run', 'instant', NO_STOPS, false);
    expect(shown).toMatchObject({ progress: { control: 'paused', now: stood } });
  });

  it('counts the hits of breakpoints on, also of those that are told only later', async () => {
    const store = new MemoryRuns();
    const looping = { StartAt: 'Again', States: { Again: { Type: 'Pass', Next: 'Again' } } };
    const state = '/States/Again' as StatePath;
    const third = { breakpoints: [{ id: 1, enabled: true, kind: 'entry', state, hits: 3 } as const] };
    const first = keptBench(store);
    await first.client.start(request(looping, 'run'), 'instant', false, third);
    await first.until(() => first.last.get('run')?.control === 'paused');
    expect(first.last.get('run')?.transitions).toBe(3);
    await turns(5);
    first.kill();
    const second = keptBench(store);
    await second.client.showRun('run', 'instant', NO_STOPS, false);
    const run = second.client.of('run');
    await run.setBreakpoints(third.breakpoints);
    await run.continue();
    await second.until(() => second.last.get('run')?.reason?.includes('hit 4') === true);
    expect(second.last.get('run')).toMatchObject({ control: 'paused', transitions: 4 });
    await run.stop();
  });

  it('has no hits of a breakpoint that was set where it had gone by', async () => {
    const store = new MemoryRuns();
    const looping = { StartAt: 'Again', States: { Again: { Type: 'Pass', Next: 'Again' } } };
    const state = '/States/Again' as StatePath;
    const at = (id: number, hits: number) =>
      ({ breakpoints: [{ id, enabled: true, kind: 'entry', state, hits }] }) as const;
    const first = keptBench(store);
    await first.client.start(request(looping, 'run'), 'instant', false, at(1, 4));
    await first.until(() => first.last.get('run')?.control === 'paused');
    await first.client.of('run').setBreakpoints(at(2, 3).breakpoints);
    await turns(5);
    first.kill();
    const second = keptBench(store);
    await second.client.showRun('run', 'instant', at(2, 3), true);
    const run = second.client.of('run');
    await run.continue();
    await second.until(() => second.last.get('run')?.reason?.includes('hit 3') === true);
    expect(second.last.get('run')).toMatchObject({ control: 'paused', transitions: 7 });
    await run.stop();
  });

  it('that has ended is played again when it is opened', async () => {
    const store = new MemoryRuns();
    const first = keptBench(store);
    await first.client.start(request(CHAIN, 'run', { x: 1 }), 'instant', false, NO_STOPS);
    await first.ended('run');
    const history = await first.client.exportHistory();
    await turns(5);
    first.kill();
    const later = keptBench(store);
    const { runs } = await later.client.listRuns();
    expect(runs).toMatchObject([
      { id: 'run', presence: 'ended', input: '{"x":1}', point: { status: 'SUCCEEDED', events: 13 } },
    ]);
    const shown = await later.client.showRun('run', 'instant', NO_STOPS, false);
    expect(shown).toMatchObject({ progress: { control: 'ended', result: { output: '{"x":1}' } } });
    expect(await later.client.exportHistory()).toBe(history);
  });

  it('that was paused stands where it was, with the reason', async () => {
    const store = new MemoryRuns();
    const first = keptBench(store);
    const at = { id: 1, enabled: true, kind: 'entry', state: '/States/C', hits: 1 } as never;
    await first.client.start(request(CHAIN, 'run'), 'instant', false, { breakpoints: [at] });
    await first.until(() => first.last.get('run')?.control === 'paused');
    await turns(5);
    first.kill();
    const later = keptBench(store);
    expect((await later.client.listRuns()).runs).toMatchObject([
      { presence: 'interrupted', point: { control: 'paused', at: '/States/C' } },
    ]);
    const shown = await later.client.showRun('run', 'instant', NO_STOPS, true);
    expect(shown).toMatchObject({
      progress: { control: 'paused', at: '/States/C', reason: 'Paused before C: breakpoint, hit 1' },
    });
    expect((await later.client.getEvents(0, 100)).rows.at(-1)?.event.type).toBe('WaitStateEntered');
    expect((await later.client.listRuns()).runs).toMatchObject([{ presence: 'live' }]);
    await later.client.continue();
    await later.ended('run');
  });

  it('that waited for an answer still does: no time has passed', async () => {
    const store = new MemoryRuns();
    const approval = {
      StartAt: 'Rest',
      States: {
        Rest: { Type: 'Wait', Seconds: 5, Next: 'Ask' },
        Ask: {
          Type: 'Task',
          Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
          Parameters: { QueueUrl: 'q', MessageBody: { 't.$': '$$.Task.Token' } },
          HeartbeatSeconds: 10,
          End: true,
        },
      },
    };
    const asking = { ...request(approval, 'run'), ask: { tasks: false, callbacks: true } };
    const first = keptBench(store);
    await first.client.start(asking, 'instant', false, NO_STOPS);
    await first.until(() => (first.last.get('run')?.open?.total ?? 0) > 0);
    // Long enough for the point it stands at to be stored, too.
    await first.pulse.pass(5000);
    await turns(5);
    first.kill();
    const later = keptBench(store);
    await later.client.showRun('run', 'instant', NO_STOPS, true);
    await later.until(() => (later.last.get('run')?.open?.total ?? 0) > 0);
    expect(later.last.get('run')).toMatchObject({
      control: 'running',
      open: { now: START + 5000, next: START + 15_000, calls: [{ stateName: 'Ask' }] },
    });
  });

  it('goes through a file; a second copy does not take the place of the first', async () => {
    const store = new MemoryRuns();
    const on = keptBench(store);
    await on.client.start(request(CHAIN, 'run'), 'instant', false, NO_STOPS);
    await on.ended('run');
    const history = await on.client.exportHistory();
    await turns(5);
    const text = await on.client.exportRun('run');
    expect(await on.client.importRun(text)).toEqual({ ok: true, run: 'run (2)' });
    const shown = await on.client.showRun('run (2)', 'instant', NO_STOPS, false);
    expect(shown).toMatchObject({ progress: { run: 'run (2)', control: 'ended' } });
    expect(await on.client.exportHistory()).toBe(history);
    await on.client.removeRuns(['run', 'run (2)']);
    expect((await on.client.listRuns()).runs).toEqual([]);
  });

  it('that needs too much room is let go', async () => {
    const store = new MemoryRuns();
    const on = keptBench(store);
    await on.client.limitRuns(10);
    await on.client.start(request(CHAIN, 'run'), 'instant', false, NO_STOPS);
    await on.ended('run');
    await on.until(() => store.kept.size === 0);
    expect(on.told).toEqual(['full']);
  });
});

const events = async (client: RunClient): Promise<readonly unknown[]> =>
  JSON.parse(await client.exportHistory()).events;

/** What a call is answered with, by nothing but the call: now and then a failure, later, or never. */
const FICKLE: CallService = (call) => {
  const kind = (call.invocation * 7 + call.stateName.length) % 5;
  const after = ((call.invocation % 3) * 2) as Seconds;
  if (kind === 1) return { type: 'fail', error: 'Busy', after };
  if (kind === 2) return { type: 'timeout', after };
  if (kind === 3) return Promise.resolve({ type: 'succeed', output: { n: call.invocation }, after });
  return { type: 'succeed', output: { n: call.invocation }, after };
};

/** Milliseconds a look at the clock takes: much, so that a run that goes on for ever lets others have a turn soon. */
const GLANCE = 1;

describe('resuming changes nothing', () => {
  it('wherever a worker dies, however often, the history is that of a run that was left alone', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryDefinition(),
        fc.array(fc.nat(400), { minLength: 1, maxLength: 3 }),
        fc.constantFrom<Speed>('instant', 40, 1000, { times: 1000 }),
        fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
        async (definition, lives, speed, stopAfter) => {
          const limited = { ...definition, TimeoutSeconds: 900 };
          const play = async (deaths: readonly number[]) => {
            const store = new MemoryRuns();
            let on = keptBench(store, FICKLE, GLANCE);
            const run = request(limited, 'run', { items: [1, 2, 3], n: 1 });
            const started = await on.client.start(run, speed, false, NO_STOPS);
            if (!started.ok) return [started.reason];
            for (const life of deaths) {
              await on.pulse.pass(life);
              on.kill();
              on = keptBench(store, FICKLE, GLANCE);
              const shown = await on.client.showRun('run', speed, NO_STOPS, true);
              if (typeof shown === 'string') return [shown];
              if (shown.progress.control === 'ended') return events(on.client);
            }
            if (stopAfter === undefined) await on.client.setSpeed('instant');
            for (let turn = 0; turn < 100 && on.last.get('run')?.control !== 'ended'; turn++) {
              await on.pulse.pass(stopAfter ?? 100);
              if ((on.last.get('run')?.transitions ?? 0) > 300) break;
            }
            return events(on.client);
          };
          const [whole, pieced] = [await play([]), await play(lives)];
          // What goes on for ever is left somewhere: there the other one may be further.
          const common = Math.min(whole.length, pieced.length);
          expect(pieced.slice(0, common)).toEqual(whole.slice(0, common));
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);
});
