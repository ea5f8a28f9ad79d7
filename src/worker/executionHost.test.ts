import { describe, expect, it } from 'vitest';
import type { EpochMs, Json, Seconds, StatePath } from '../asl';
import { type CallService, defaultSettings, type ServiceAnswer } from '../interpreter';
import { stubAnswer } from '../services';
import { connectExecutionClient } from './executionClient';
import { createExecutionHost } from './executionHost';
import type { ProgressBatch, RunRequest, Speed } from './run.types';
import { createFakePulse, type FakePulse } from './testing/fakePulse';
import { InProcessPort } from './testing/inProcessPort';
import { type WatchedClient, watched } from './testing/watched';

const LOOP = {
  StartAt: 'Count',
  States: {
    Count: { Type: 'Pass', Parameters: { 'n.$': 'States.MathAdd($.n, 1)' }, Next: 'Again?' },
    'Again?': {
      Type: 'Choice',
      Choices: [{ Variable: '$.n', NumericGreaterThanEquals: 0, Next: 'Count' }],
    },
  },
};
const CHAIN = {
  StartAt: 'A',
  States: {
    A: { Type: 'Pass', Next: 'B' },
    B: { Type: 'Task', Resource: 'fn', Next: 'C' },
    C: { Type: 'Wait', Seconds: 3600, Next: 'D' },
    D: { Type: 'Succeed' },
  },
};
const state = (name: string) => `/States/${name}` as StatePath;

const NO_STOPS = { breakpoints: [] };

interface Bench {
  readonly client: WatchedClient;
  readonly pulse: FakePulse;
  readonly batches: ProgressBatch[];
  readonly crashes: string[];
  last(): ProgressBatch;
  statuses(): Readonly<Record<string, string>>;
}

function bench(callService: CallService = stubAnswer, glance = 0): Bench {
  const pulse = createFakePulse(glance);
  const batches: ProgressBatch[] = [];
  const crashes: string[] = [];
  const client = watched(
    connectExecutionClient(
      () => new InProcessPort((post) => createExecutionHost({ post, pulse, callService })),
      () => () => {},
    ),
  );
  client.subscribe((news) => {
    if (news.type === 'progress') batches.push(news.batch);
    else if (news.type === 'crashed') crashes.push(news.message);
  });
  return {
    client,
    pulse,
    batches,
    crashes,
    last() {
      const batch = batches.at(-1);
      if (!batch) throw new Error('no progress yet');
      return batch;
    },
    statuses: () =>
      Object.fromEntries(batches.flatMap(({ states }) => states).map(({ path, status }) => [path, status])),
  };
}

const request = (
  definition: object | string,
  input: Json = {},
  type: 'STANDARD' | 'EXPRESS' = 'STANDARD',
): RunRequest => ({
  text: typeof definition === 'string' ? definition : JSON.stringify(definition),
  format: 'json',
  input: JSON.stringify(input),
  settings: defaultSettings({ startTime: 1_700_000_000_000 as EpochMs, type, executionName: 'run' }),
});
const start = (on: Bench, definition: object, speed: Speed, paused = false, input: Json = {}) =>
  on.client.start(request(definition, input), speed, paused, NO_STOPS);

async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 2000; turn++) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  throw new Error('it did not come to pass');
}
const ended = (on: Bench) => until(() => on.batches.at(-1)?.control === 'ended');

describe('at once', () => {
  it('runs to the end, skipping waits in virtual time, and tells what came of it', async () => {
    const on = bench();
    expect(await start(on, CHAIN, 'instant', false, { x: 1 })).toEqual({ ok: true });
    await ended(on);
    expect(on.last()).toMatchObject({
      run: 'run',
      result: { status: 'SUCCEEDED', output: '{"x":1}' },
      transitions: 4,
      last: '/States/D#end',
    });
    expect(on.last().now - 1_700_000_000_000).toBe(3_600_000);
    expect(on.statuses()).toEqual({
      '/States/A': 'succeeded',
      '/States/B': 'succeeded',
      '/States/C': 'succeeded',
      '/States/D': 'succeeded',
    });
  });

  it('lets messages in between slices of an endless loop, and stops when told', async () => {
    const on = bench(stubAnswer, 0.5);
    await on.client.start(request(LOOP, { n: 0 }, 'EXPRESS'), 'instant', false, NO_STOPS);
    await until(() => (on.batches.at(-1)?.transitions ?? 0) > 1000);
    const page = await on.client.getEvents(0, 3);
    expect(page.rows.map(({ event }) => event.type)).toEqual([
      'ExecutionStarted',
      'PassStateEntered',
      'PassStateExited',
    ]);
    await on.client.stop();
    expect(on.last()).toMatchObject({ control: 'ended', result: { status: 'ABORTED' } });
    const told = on.batches.length;
    await on.pulse.pass(1000);
    expect(on.batches).toHaveLength(told);
  });

  it('tells of progress at most once a frame, and then only what changed', async () => {
    const on = bench(stubAnswer, 0.5);
    await on.client.start(request(LOOP, { n: 0 }, 'EXPRESS'), 'instant', false, NO_STOPS);
    await until(() => on.batches.length > 5);
    await on.client.pause();
    for (const { states, taken } of on.batches) {
      expect(states.length).toBeLessThanOrEqual(2);
      expect(taken.length).toBeLessThanOrEqual(3);
    }
    expect(on.pulse.breaths).toBeGreaterThan(on.batches.length);
  });

  it('answers a call that takes real time, and waits for it in virtual time', async () => {
    let answer: (answer: ServiceAnswer) => void = () => {};
    const on = bench(() => new Promise((resolve) => (answer = resolve)));
    await start(
      on,
      { StartAt: 'A', States: { A: { Type: 'Task', Resource: 'fn', TimeoutSeconds: 5, End: true } } },
      'instant',
    );
    await until(() => on.statuses()['/States/A'] === 'inProgress');
    answer({ type: 'succeed', output: 7 });
    await ended(on);
    expect(on.last().result).toEqual({ status: 'SUCCEEDED', output: '7' });
  });
});

describe('step by step', () => {
  it('stops at each state before anything left it', async () => {
    const on = bench();
    await start(on, CHAIN, 'instant', true);
    await until(() => on.batches.at(-1)?.control === 'paused');
    const seen: string[] = [];
    for (let step = 0; on.last().control !== 'ended'; step++) {
      seen.push(`${on.last().at?.slice(8)} ${on.statuses()[on.last().at ?? '']}`);
      const { length } = on.batches;
      await on.client.step('into');
      await until(() => on.batches.length > length);
      expect(step).toBeLessThan(9);
    }
    expect(seen).toEqual(['A inProgress', 'B inProgress', 'C waiting', 'D inProgress']);
    expect(on.last().result?.status).toBe('SUCCEEDED');
  });

  it('shows no event that has not happened yet', async () => {
    const on = bench();
    await start(on, CHAIN, 'instant', true);
    await until(() => on.batches.at(-1)?.control === 'paused');
    const { rows, total } = await on.client.getEvents(0, 100);
    expect(rows.map(({ event }) => event.type)).toEqual(['ExecutionStarted', 'PassStateEntered']);
    expect(total).toBe(2);
    expect(await on.client.getVisit(state('A'), 0)).toMatchObject({ status: 'inProgress', input: '{}' });
    expect(await on.client.getVisit(state('B'), 0)).toBeUndefined();
  });

  it('gives the history that running gives', async () => {
    const [stepped, run] = [bench(), bench()];
    await start(run, CHAIN, 'instant');
    await ended(run);
    await start(stepped, CHAIN, 'instant', true);
    while (stepped.batches.at(-1)?.control !== 'ended') {
      await stepped.client.step('into');
      await stepped.pulse.pass(20);
    }
    expect(await stepped.client.exportHistory()).toBe(await run.client.exportHistory());
  });

  it('goes on at full speed when told to continue', async () => {
    const on = bench();
    await start(on, CHAIN, 'instant', true);
    await until(() => on.batches.at(-1)?.control === 'paused');
    await on.client.continue();
    await ended(on);
    expect(on.last().result?.status).toBe('SUCCEEDED');
  });

  it('stops where it stands', async () => {
    const on = bench();
    await start(on, CHAIN, 'instant', true);
    await until(() => on.batches.at(-1)?.control === 'paused');
    await on.client.stop();
    expect(on.last()).toMatchObject({ control: 'ended', result: { status: 'ABORTED' } });
  });
});

describe('at a pace', () => {
  it('enters one state after the other, a pause between, waits skipped', async () => {
    const on = bench();
    await start(on, CHAIN, 2);
    await on.pulse.pass(10);
    const seen = [on.last().transitions];
    for (let half = 0; half < 4; half++) {
      await on.pulse.pass(500);
      seen.push(on.last().transitions);
    }
    expect(seen).toEqual([1, 2, 3, 4, 4]);
    expect(on.last().control).toBe('ended');
  });

  it('pauses between two states, and changes its speed on the way', async () => {
    const on = bench();
    await start(on, CHAIN, 1);
    await on.pulse.pass(1500);
    await on.client.pause();
    await until(() => on.last().control === 'paused');
    const { transitions } = on.last();
    await on.pulse.pass(5000);
    expect(on.last().transitions).toBe(transitions);
    await on.client.setSpeed('instant');
    await on.client.continue();
    await ended(on);
    expect(on.last().transitions).toBe(4);
  });

  it('enters several states a frame when it is fast', async () => {
    const on = bench();
    await on.client.start(request(LOOP, { n: 0 }, 'EXPRESS'), 1000, false, NO_STOPS);
    await on.pulse.pass(200);
    await on.client.pause();
    await until(() => on.last().control === 'paused');
    expect(on.last().transitions).toBeGreaterThan(150);
    expect(on.last().transitions).toBeLessThan(260);
  });
});

describe('by the clock', () => {
  const passed = (on: Bench) => on.last().now - 1_700_000_000_000;
  const inWait = async (on: Bench) => {
    await on.pulse.pass(1000);
    expect(on.last()).toMatchObject({ at: '/States/C', time: { waiting: { at: '/States/C' } } });
  };

  it('waits for a Wait as long as it takes, and tells how far it is', async () => {
    const on = bench();
    await start(on, CHAIN, { times: 60 });
    await inWait(on);
    const before = passed(on);
    await on.pulse.pass(30_000);
    expect(passed(on) - before).toBeGreaterThan(1_790_000);
    expect(passed(on) - before).toBeLessThan(1_810_000);
    expect(on.last().time?.waiting?.until).toBe(1_700_003_600_000);
    await on.pulse.pass(28_000);
    expect(on.last().control).toBe('running');
    await on.pulse.pass(5000);
    expect(on.last()).toMatchObject({ control: 'ended', result: { status: 'SUCCEEDED' } });
    expect(passed(on)).toBe(3_600_000);
    expect(on.last().time).toBeUndefined();
  });

  it('shows states that take no time one after the other', async () => {
    const on = bench();
    await start(on, CHAIN, { times: 1000 });
    await on.pulse.pass(10);
    const seen = [on.last().transitions];
    for (let turn = 0; turn < 2; turn++) {
      await on.pulse.pass(250);
      seen.push(on.last().transitions);
    }
    expect(seen).toEqual([1, 2, 3]);
  });

  it('stands still while it is paused, and goes on from there', async () => {
    const on = bench();
    await start(on, CHAIN, { times: 60 });
    await inWait(on);
    await on.client.pause();
    await until(() => on.last().control === 'paused');
    const before = passed(on);
    await on.pulse.pass(100_000);
    expect(passed(on)).toBe(before);
    await on.client.continue();
    await on.pulse.pass(10_000);
    expect(passed(on) - before).toBeGreaterThan(590_000);
    expect(passed(on) - before).toBeLessThan(610_000);
  });

  it('is quick from the moment it is told to be, and says what was skipped', async () => {
    const on = bench();
    await start(on, CHAIN, { times: 1 });
    await inWait(on);
    const before = passed(on);
    await on.client.setSpeed('instant');
    await ended(on);
    expect(on.last().time).toEqual({ skipped: 3_600_000 - before });
  });

  it('goes over a wait in a step', async () => {
    const on = bench();
    await start(on, CHAIN, { times: 1 });
    await inWait(on);
    await on.client.pause();
    await until(() => on.last().control === 'paused');
    await on.client.step('into');
    await until(() => on.last().at === '/States/D');
    expect(passed(on)).toBe(3_600_000);
  });

  it('waits for a wait that a step has come to', async () => {
    const on = bench();
    await start(on, CHAIN, { times: 60 }, true);
    await on.pulse.pass(0);
    for (const state of ['A', 'B', 'C']) {
      await until(() => on.last().at === `/States/${state}` && on.last().control === 'paused');
      expect(passed(on)).toBe(0);
      if (state === 'C') await on.client.continue();
      else await on.client.step('into');
    }
    await on.pulse.pass(30_000);
    expect(on.last().control).toBe('running');
    expect(passed(on)).toBeLessThan(1_810_000);
    await on.pulse.pass(35_000);
    expect(on.last().control).toBe('ended');
  });

  it('waits for a back-off and an answer that takes virtual time', async () => {
    let calls = 0;
    const on = bench(() =>
      calls++ === 0
        ? { type: 'fail', error: 'Busy', cause: '' }
        : { type: 'succeed', output: 1, after: 20 as Seconds },
    );
    const Retry = [{ ErrorEquals: ['Busy'], IntervalSeconds: 40 }];
    const definition = {
      StartAt: 'A',
      States: { A: { Type: 'Task', Resource: 'fn', Retry, End: true } },
    };
    await start(on, definition, { times: 10 });
    await on.pulse.pass(3000);
    expect(calls).toBe(1);
    expect(on.last().time?.waiting).toEqual({ until: 1_700_000_040_000, at: '/States/A' });
    await on.pulse.pass(2000);
    expect(calls).toBe(2);
    expect(on.last().time?.waiting).toEqual({ until: 1_700_000_060_000, at: '/States/A' });
    await on.pulse.pass(3000);
    expect(on.last().result?.status).toBe('SUCCEEDED');
  });

  it('gives the history that any other pace gives', async () => {
    const [slow, fast] = [bench(), bench()];
    await start(fast, CHAIN, 'instant');
    await ended(fast);
    await start(slow, CHAIN, { times: 1000 });
    await slow.pulse.pass(10_000);
    expect(await slow.client.exportHistory()).toBe(await fast.client.exportHistory());
  });

  it('is stopped at the instant that the clock shows', async () => {
    const on = bench();
    await start(on, CHAIN, { times: 60 });
    await inWait(on);
    const shown = on.last().now;
    await on.client.stop();
    const { rows } = await on.client.getEvents(0, 100);
    expect(rows.at(-1)?.event).toMatchObject({
      type: 'ExecutionAborted',
      timestamp: new Date(shown).toISOString(),
    });
  });
});

describe('what cannot be run', () => {
  it.each([
    ['{ "StartAt": "A", ', /cannot be read. Line 1, column/],
    ['[1]', /not a state machine/],
    ['{}', /no states/],
  ])('%s is refused with a reason', async (text, reason) => {
    const on = bench();
    expect(await on.client.start(request(text), 'instant', false, NO_STOPS)).toEqual({
      ok: false,
      reason: expect.stringMatching(reason),
    });
  });

  it('leaves the run before it on show', async () => {
    const on = bench();
    await start(on, CHAIN, 'instant');
    await ended(on);
    await on.client.start(request('{'), 'instant', false, NO_STOPS);
    expect((await on.client.getEvents(0, 1)).total).toBe(on.last().events);
  });

  it('tells of a mistake of ours, and goes on with the next run', async () => {
    const on = bench(() => {
      throw new Error('no stub for <fn>');
    });
    await start(on, CHAIN, 'instant');
    await until(() => on.crashes.length > 0);
    expect(on.crashes).toEqual(['The run was given up: no stub for <fn>']);
    await start(on, { StartAt: 'A', States: { A: { Type: 'Succeed' } } }, 'instant');
    await ended(on);
    expect(on.last().result?.status).toBe('SUCCEEDED');
  });
});

it('shows a run from storage as it was', async () => {
  const on = bench();
  await start(on, CHAIN, 'instant');
  await ended(on);
  const stored = JSON.parse(await on.client.exportHistory());
  const visit = await on.client.getVisit(state('B'), 0);

  const later = bench();
  const { states } = await later.client.load(JSON.stringify(CHAIN), 'json', stored, 'run');
  expect(states.map(({ status }) => status)).toEqual(Array(4).fill('succeeded'));
  expect(await later.client.getVisit(state('B'), 0)).toEqual(visit);
  expect(await later.client.exportHistory()).toBe(await on.client.exportHistory());
});

it('has nothing to show before a run', async () => {
  await expect(bench().client.getEvents(0, 1)).rejects.toThrow('There is no run to look at.');
});
