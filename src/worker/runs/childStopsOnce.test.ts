import { describe, expect, it } from 'vitest';
import type { StatePath } from '../../asl';
import { stubAnswer } from '../../services';
import type { Breakpoint, MachineStops } from '../breakpoint.types';
import { keptBench, turns } from '../testing/keptBench';
import { MemoryRuns } from '../testing/memoryRuns';
import { alone, end, LONG, machine, REQUEST, starting } from '../testing/startingRuns';
import { walker } from '../testing/walker';

const RUN = 'run';
const at = (state: string, id = 1): Breakpoint => ({
  id,
  enabled: true,
  kind: 'entry',
  state: state as StatePath,
});
const inside = (definition: object, ...breakpoints: readonly Breakpoint[]): MachineStops => ({
  text: JSON.stringify(definition),
  breakpoints,
});

const LOOPING = { StartAt: 'Again', States: { Again: { Type: 'Pass', Next: 'Again' } } };
const machines = [machine('loop', LOOPING)];

describe('A child execution that a run has passed', () => {
  it('does not stop it again after a reload, however long its Task goes on', async () => {
    const on = walker(REQUEST, [inside(LONG, at('/States/Twice'))]);
    await on.start(false);
    const [first] = on.way;
    await on.move('continue');
    const [second] = on.way;
    expect(second).not.toBe(first);
    await on.move('reload');
    expect(on.way).toEqual([second]);
    expect(await on.move('continue')).toBe(false);
  });
  it('does not, either, when a step had left it', async () => {
    const on = walker(REQUEST, [inside(LONG, at('/States/Twice'))]);
    await on.start(false);
    const [left] = on.way;
    await on.client.of(RUN).step('over');
    await on.rests();
    expect(on.way).toHaveLength(1);
    expect(on.way).not.toEqual([left]);
    await on.move('reload');
    expect(await on.move('continue')).toBe(false);
  });
  it('stops it after a reload when it was paused before anybody had looked through it', async () => {
    const store = new MemoryRuns();
    const stops = [inside(LOOPING, { ...at('/States/Again'), hits: 3000 })];
    const text = JSON.stringify(alone('Start', starting('states:startExecution.sync', 'loop', end)));
    const before = keptBench(store, stubAnswer, 3);
    await before.client.stopInside(stops);
    await before.client.start({ ...REQUEST, text, machines }, 'instant', false, { breakpoints: [] });
    await turns(3);
    await before.client.of(RUN).pause();
    await before.until(() => before.last.get(RUN)?.control === 'paused');
    await turns(20);
    before.kill();
    const after = keptBench(store, stubAnswer, 3);
    const way: string[] = [];
    after.client.subscribe((news) => {
      if (news.type === 'steppedInto') way.push(news.execution);
    });
    await after.client.stopInside(stops);
    await after.client.showRun(RUN, 'instant', { breakpoints: [] }, true);
    await after.client.of(RUN).continue();
    await after.until(() => way.length === 1 && after.last.get(RUN)?.control === 'paused');
    await after.client.of(RUN).stop();
    await after.ended(RUN);
  });
});

describe('A child execution that cannot be looked through', () => {
  it('is told, and passed when the run goes on', async () => {
    const on = keptBench(new MemoryRuns());
    const text = JSON.stringify(alone('Start', starting('states:startExecution.sync', 'long', end)));
    const broken = { ...at('/States/Rest'), condition: 7 as unknown as string };
    await on.client.stopInside([inside(LONG, broken)]);
    await on.client.start({ ...REQUEST, text }, 'instant', false, { breakpoints: [] });
    await on.until(() => on.last.get(RUN)?.control === 'paused');
    expect(on.last.get(RUN)).toMatchObject({
      at: '/States/Start',
      reason: expect.stringMatching(
        /^Paused in Start: its child execution of “long” cannot be looked through/,
      ),
    });
    await on.client.of(RUN).continue();
    await on.ended(RUN);
    expect(on.last.get(RUN)?.result?.status).toBe('SUCCEEDED');
  });
});

describe('Breakpoints that are changed while a child execution is looked through', () => {
  const text = JSON.stringify({
    StartAt: 'Start',
    States: {
      Start: starting('states:startExecution', 'loop', { Next: 'Next' }),
      Next: { Type: 'Pass', Next: 'Last' },
      Last: { Type: 'Succeed' },
    },
  });
  /** A step over the Task that starts it. @param hits that the breakpoint in it waits for */
  const searching = async (hits: number) => {
    const on = keptBench(new MemoryRuns(), stubAnswer, 3);
    const way: string[] = [];
    on.client.subscribe((news) => {
      if (news.type === 'steppedInto') way.push(news.execution);
    });
    await on.client.stopInside([inside(LOOPING, { ...at('/States/Again'), hits })]);
    await on.client.start({ ...REQUEST, text, machines }, 'instant', true, { breakpoints: [] });
    await on.until(() => on.last.get(RUN)?.control === 'paused');
    await on.client.of(RUN).step('over');
    // It is told that it goes on, so that it can be paused.
    await on.until(() => on.last.get(RUN)?.control === 'running');
    return { ...on, way };
  };
  it('do not stop it when they were taken away: a step ends where it was meant to', async () => {
    const { client, last, until, way } = await searching(5000);
    await client.stopInside([inside(LOOPING, at('/States/Never'))]);
    await until(() => last.get(RUN)?.control !== 'running');
    expect(last.get(RUN)).toMatchObject({ control: 'paused', at: '/States/Next' });
    expect(way).toEqual([]);
  });
  it('stop it when they were added', async () => {
    const { client, last, until, way } = await searching(3_000_000);
    await client.stopInside([inside(LOOPING, at('/States/Again'))]);
    await until(() => way.length === 1 && last.get(RUN)?.control === 'paused');
    expect(await client.showChild(RUN, way[0] ?? '')).toMatchObject({ control: 'paused', transitions: 1 });
    await client.of(RUN).stop();
  });
});
