import { describe, expect, it } from 'vitest';
import type { StatePath } from '../../asl';
import type { MachineStops } from '../breakpoint.types';
import type { Speed } from '../run.types';
import { keptBench, turns } from '../testing/keptBench';
import { MemoryRuns } from '../testing/memoryRuns';
import { slowBench } from '../testing/slowBench';
import { alone, end, LAMBDA, machine, REQUEST, starting } from '../testing/startingRuns';

const RUN = 'run';
const NO_STOPS = { breakpoints: [] };
const START = REQUEST.settings.startTime;
const HOUR = 3_600_000;
/** An hour takes six seconds. */
const QUICK = { times: 600 };

const RESTING = {
  StartAt: 'Before',
  States: {
    Before: { Type: 'Pass', Next: 'Rest' },
    Rest: { Type: 'Wait', Seconds: 3600, Next: 'After' },
    After: { Type: 'Pass', End: true },
  },
};
const resting = machine('rest', RESTING);
const parentOf = (resource: string) => ({
  StartAt: 'Start',
  States: {
    Start: starting(resource, 'rest', { Next: 'Hold' }),
    Hold: { Type: 'Wait', Seconds: 1800, Next: 'Done' },
    Done: { Type: 'Succeed' },
  },
});
const inside = (state: string): MachineStops => ({
  text: resting.text,
  breakpoints: [{ id: 1, enabled: true, kind: 'entry', state: state as StatePath }],
});

/** A run by the clock. @param paused stands at its first state */
async function begin(
  speed: Speed,
  paused: boolean,
  stops: readonly MachineStops[] = [],
  definition: object = parentOf('states:startExecution.sync'),
  machines = [resting],
) {
  const store = new MemoryRuns();
  const on = keptBench(store);
  const way: string[] = [];
  on.client.subscribe((news) => {
    if (news.type === 'steppedInto') way.push(news.execution);
    else if (news.type === 'steppedOut') way.pop();
  });
  await on.client.stopInside(stops);
  await on.client.start({ ...REQUEST, text: JSON.stringify(definition), machines }, speed, paused, NO_STOPS);
  const child = () => on.last.get(way.at(-1) ?? '');
  /** As the page does. */
  const goIn = async () => {
    await on.until(() => way.length > 0);
    await on.client.showChild(RUN, way.at(-1) ?? '');
    return on.client.of(way.at(-1) ?? '');
  };
  /** Real time goes by until something holds. @returns how much, in milliseconds */
  const passes = async (holds: () => boolean, step = 100) => {
    for (let passed = 0; passed < 300_000; passed += step) {
      if (holds()) return passed;
      await on.pulse.pass(step);
    }
    throw new Error('it did not come to pass');
  };
  return { ...on, store, way, child, goIn, passes };
}

/** Stands at the first state of the execution that the Task has started. */
async function steppedInto(...[speed, stops, definition]: [Speed, MachineStops[]?, object?]) {
  const on = await begin(speed, true, stops, definition);
  await on.until(() => on.last.get(RUN)?.control === 'paused');
  await on.client.of(RUN).step('into');
  const one = await on.goIn();
  await turns(5);
  return { ...on, one };
}

describe('By the clock, in an execution that a Task has started', () => {
  it('what waits is waited for, and the clock tells how far it is', async () => {
    const { one, child, passes, pulse } = await steppedInto(QUICK);
    await one.continue();
    await passes(() => child()?.time?.waiting !== undefined);
    expect(child()?.time?.waiting).toEqual({ until: START + HOUR, at: '/States/Rest' });
    const before = child()?.now ?? 0;
    await pulse.pass(3000);
    expect((child()?.now ?? 0) - before).toBeGreaterThan(1_790_000);
    expect((child()?.now ?? 0) - before).toBeLessThan(1_810_000);
    expect(child()).toMatchObject({ control: 'running', at: '/States/Rest' });
  });

  it('what was waited for there is not once more by what started it; what comes then is', async () => {
    const { one, last, way, passes } = await steppedInto(QUICK);
    await one.continue();
    expect(await passes(() => way.length === 0)).toBeGreaterThan(5900);
    await passes(() => last.get(RUN)?.time?.waiting?.at === '/States/Hold');
    expect(last.get(RUN)?.now).toBeLessThan(START + HOUR + 400_000);
    expect(await passes(() => last.get(RUN)?.control === 'ended')).toBeGreaterThan(2200);
    expect(last.get(RUN)).toMatchObject({ now: START + 1.5 * HOUR, result: { status: 'SUCCEEDED' } });
    expect(last.get(RUN)?.time).toBeUndefined();
  });

  it('what it is left in the middle of is waited for as long as there is left', async () => {
    const { one, client, last, way, passes, pulse, child } = await steppedInto(QUICK);
    await one.continue();
    await passes(() => child()?.time?.waiting !== undefined);
    await pulse.pass(3000);
    await one.pause();
    await turns(3);
    const stood = child()?.now ?? 0;
    await client.of(RUN).continue();
    await passes(() => way.length === 0 && last.get(RUN)?.time?.waiting !== undefined, 50);
    expect(last.get(RUN)?.now).toBeGreaterThanOrEqual(stood);
    const left = (START + HOUR - stood) / 600;
    const took = await passes(() => last.get(RUN)?.time?.waiting?.at === '/States/Hold');
    expect(Math.abs(took - left)).toBeLessThan(900);
  });

  it('one that its Task does not wait for takes nothing off later waits', async () => {
    const { one, last, way, passes } = await steppedInto(QUICK, [], parentOf('states:startExecution'));
    await one.continue();
    await passes(() => way.length === 0);
    await passes(() => last.get(RUN)?.time?.waiting?.at === '/States/Hold');
    expect(last.get(RUN)?.now).toBeLessThan(START + 400_000);
    expect(await passes(() => last.get(RUN)?.control === 'ended')).toBeGreaterThan(2200);
  });

  it('a step goes over what waits, and says that it was skipped', async () => {
    const { one, child, last, way, passes } = await steppedInto(QUICK);
    for (const state of ['Rest', 'After']) {
      await one.step('into');
      await passes(() => child()?.at === `/States/${state}` && child()?.control === 'paused');
    }
    expect(child()).toMatchObject({ now: START + HOUR, time: { skipped: HOUR } });
    await one.continue();
    await passes(() => way.length === 0);
    await passes(() => last.get(RUN)?.control === 'ended');
    expect(last.get(RUN)?.time).toEqual({ skipped: HOUR });
  });

  it('another pace counts at once, and a pause stands still', async () => {
    const { one, child, way, passes, pulse } = await steppedInto({ times: 1 });
    await one.continue();
    await passes(() => child()?.time?.waiting !== undefined);
    await one.pause();
    await turns(3);
    const stood = child()?.now;
    await pulse.pass(20_000);
    expect(child()).toMatchObject({ control: 'paused', now: stood });
    await one.continue();
    await pulse.pass(1000);
    expect((child()?.now ?? 0) - (stood ?? 0)).toBeLessThan(2000);
    await one.setSpeed({ times: 1000 });
    expect(await passes(() => way.length === 0)).toBeLessThan(6000);
  });

  it('goes on after a reload where its clock stood', async () => {
    const { one, child, passes, pulse, store, way, kill } = await steppedInto(QUICK);
    await one.continue();
    await passes(() => child()?.time?.waiting !== undefined);
    await pulse.pass(2000);
    await one.pause();
    await turns(5);
    const stood = child()?.now;
    expect(stood).toBeGreaterThan(START + 1_000_000);
    const [execution = ''] = way;
    kill();
    const { client } = keptBench(store);
    await client.showRun(RUN, QUICK, NO_STOPS, true);
    expect(await client.showChild(RUN, execution)).toMatchObject({ control: 'paused', now: stood });
  });

  it('a breakpoint after a wait there is waited for', async () => {
    const { child, goIn, passes, way } = await begin(QUICK, false, [inside('/States/After')]);
    await passes(() => way.length > 0);
    await goIn();
    expect(await passes(() => child()?.control === 'paused')).toBeGreaterThan(5500);
    expect(child()).toMatchObject({ at: '/States/After', now: START + HOUR });
  });

  it('the histories are those of any other pace', async () => {
    const quick = await begin('instant', false);
    await quick.ended(RUN);
    const slow = await steppedInto({ times: 1000 });
    const { one, last, passes, client, way } = slow;
    const [execution = ''] = way;
    await one.continue();
    await passes(() => last.get(RUN)?.control === 'ended');
    await client.showRun(RUN, 'instant', NO_STOPS, false);
    expect(await client.of(RUN).exportHistory()).toBe(await quick.client.of(RUN).exportHistory());
    await client.showChild(RUN, execution);
    await quick.client.showChild(RUN, execution);
    expect(await client.of(execution).exportHistory()).toBe(await quick.client.of(execution).exportHistory());
  });
});

describe('By the clock, a breakpoint in an execution that a Task waits for', () => {
  const waiting = async (stops: readonly MachineStops[] = []) => {
    const on = await begin(QUICK, false, stops);
    await on.passes(() => on.last.get(RUN)?.time?.waiting?.at === '/States/Start');
    await on.pulse.pass(2000);
    return on;
  };

  it('stops it although there was none before, with what has passed gone over', async () => {
    const { client, last, child, goIn, passes, way } = await waiting();
    const stood = last.get(RUN)?.now ?? 0;
    expect(stood).toBeGreaterThan(START + 1_000_000);
    await client.stopInside([inside('/States/After')]);
    await passes(() => way.length > 0, 50);
    await goIn();
    await passes(() => child() !== undefined, 50);
    expect(child()?.now).toBeGreaterThanOrEqual(stood);
    const left = (START + HOUR - stood) / 600;
    expect(await passes(() => child()?.control === 'paused')).toBeGreaterThan(left - 900);
    expect(child()).toMatchObject({ at: '/States/After', now: START + HOUR });
  });

  it('does not where it has passed', async () => {
    const { client, last, passes, way } = await waiting();
    await client.stopInside([inside('/States/Before')]);
    await passes(() => last.get(RUN)?.time?.waiting?.at === '/States/Hold');
    expect(way).toEqual([]);
  });

  it('does not stop it again where it was left, whatever others are set', async () => {
    const { client, goIn, child, passes, way, last } = await begin(QUICK, false, [inside('/States/Rest')]);
    await passes(() => way.length > 0);
    await goIn();
    await passes(() => child()?.control === 'paused');
    const { text, breakpoints } = inside('/States/Rest');
    const more = [
      ...breakpoints,
      ...inside('/States/Before').breakpoints.map((each) => ({ ...each, id: 2 })),
    ];
    await client.stopInside([{ text, breakpoints: more }]);
    await client.of(RUN).continue();
    await passes(() => last.get(RUN)?.time?.waiting?.at === '/States/Hold');
    expect(way).toEqual([]);
  });

  it('that is taken away on the way there lets a step end where it was meant to', async () => {
    const { client, goIn, child, passes, way, last } = await begin(QUICK, true, [inside('/States/After')]);
    await passes(() => last.get(RUN)?.control === 'paused');
    await client.of(RUN).step('over');
    await passes(() => way.length > 0);
    await goIn();
    await passes(() => child()?.time?.waiting !== undefined);
    await client.stopInside([]);
    await passes(() => way.length === 0 && last.get(RUN)?.control !== 'running');
    expect(last.get(RUN)).toMatchObject({ control: 'paused', at: '/States/Hold', now: START + HOUR });
  });
});

describe('The first breakpoint in an execution that is being made', () => {
  it('stops it', async () => {
    const on = slowBench();
    const { way } = on;
    const made = machine('slow', alone('Slow', { Type: 'Task', Resource: LAMBDA, End: true }));
    const text = JSON.stringify(alone('Start', starting('states:startExecution.sync', 'slow', end)));
    await on.client.start({ ...REQUEST, text, machines: [made] }, 'instant', false, NO_STOPS);
    await on.until(() => on.last.get(RUN)?.at === '/States/Start');
    await turns(5);
    const state = '/States/Slow' as StatePath;
    await on.client.stopInside([
      { text: made.text, breakpoints: [{ id: 1, enabled: true, kind: 'entry', state }] },
    ]);
    on.answer();
    await on.until(() => way.length > 0);
    await on.until(() => on.last.get(RUN)?.control === 'paused');
    expect(await on.client.showChild(RUN, way[0] ?? '')).toMatchObject({ control: 'paused', at: state });
    await on.client.of(RUN).continue();
    await on.ended(RUN);
  });
});

describe('A change of pace in the middle of a tick', () => {
  it('takes nothing off a later wait', async () => {
    const wait = (Seconds: number, Next: string) => ({ Type: 'Wait', Seconds, Next });
    const definition = {
      StartAt: 'First',
      States: {
        First: wait(3600, 'Between'),
        Between: { Type: 'Pass', Next: 'Second' },
        Second: wait(20, 'Done'),
        Done: { Type: 'Succeed' },
      },
    };
    const on = await begin({ times: 1000 }, false, [], definition);
    const run = on.client.of(RUN);
    await on.passes(() => on.last.get(RUN)?.time?.waiting !== undefined, 50);
    await on.pulse.pass(130);
    await run.setSpeed(8);
    await on.until(() => on.last.get(RUN)?.at === '/States/Between');
    await run.setSpeed({ times: 1 });
    expect(await on.passes(() => on.last.get(RUN)?.control === 'ended')).toBeGreaterThan(18_000);
  });
});
