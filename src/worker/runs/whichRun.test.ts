import { describe, expect, it } from 'vitest';
import type { EpochMs } from '../../asl';
import { type CallService, defaultSettings } from '../../interpreter';
import { GIVEN_UP } from '../run/runSession';
import type { RunRequest } from '../run.types';
import { keptBench, turns } from '../testing/keptBench';
import { MemoryRuns } from '../testing/memoryRuns';
import { ELSEWHERE } from './runLibrary';
import type { KeptRun } from './runStore';

const NO_STOPS = { breakpoints: [] };
const HOW = { speed: 'instant', stops: NO_STOPS } as const;

const chain = (last: string) => ({
  StartAt: 'A',
  States: {
    A: { Type: 'Pass', Next: 'Call' },
    Call: { Type: 'Task', Resource: 'fn', Next: last },
    [last]: { Type: 'Succeed' },
  },
});
const START = 1_700_000_000_000 as EpochMs;
const request = (
  definition: object,
  name: string,
  type: 'STANDARD' | 'EXPRESS' = 'STANDARD',
): RunRequest => ({
  text: JSON.stringify(definition),
  format: 'json',
  input: '{}',
  settings: defaultSettings({ startTime: START, type, executionName: name }),
});
/** Nothing is answered, and so no virtual time passes, either. */
const never: CallService = () => new Promise(() => {});
/** Fails the first time that it is called. */
const failsOnce = (): CallService => {
  let calls = 0;
  return () => (calls++ === 0 ? { type: 'fail', error: 'E', cause: '' } : { type: 'succeed', output: null });
};

/** Fails the first time, and never answers again. */
const thenNever = (): CallService => {
  const answer = failsOnce();
  let calls = 0;
  return (call) => (calls++ === 0 ? answer(call) : never(call));
};

/** Writes a run down only when it is told to. */
class SlowRuns extends MemoryRuns {
  private waiting: (() => void)[] = [];
  isSlow = false;

  override async put(run: KeptRun): Promise<void> {
    if (this.isSlow) await new Promise<void>((resolve) => this.waiting.push(resolve));
    await super.put(run);
  }
  get isWaiting(): boolean {
    return this.waiting.length > 0;
  }
  goOn(): void {
    this.isSlow = false;
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}

type Bench = ReturnType<typeof keptBench>;
const start = ({ client }: Bench, name: string, definition: object = chain('Done')) =>
  client.start(request(definition, name), 'instant', false, NO_STOPS);
const lastEvent = async ({ client }: Bench, run: string) =>
  (await client.of(run).getEvents(0, 100)).rows.at(-1)?.event.type;

describe('a request about a run', () => {
  it('is about the run it names, whichever is on show', async () => {
    const on = keptBench(new MemoryRuns(), never);
    await start(on, 'one');
    await start(on, 'two');
    await on.client.of('one').stop();
    await on.ended('one');
    expect([await lastEvent(on, 'one'), await lastEvent(on, 'two')]).toEqual([
      'ExecutionAborted',
      'LambdaFunctionStarted',
    ]);
    await expect(on.client.of('three').getEvents(0, 1)).rejects.toThrow('There is no run to look at.');
  });

  it('is not answered by a run that was redriven while another one came on show', async () => {
    const store = new SlowRuns();
    const on = keptBench(store, failsOnce());
    await start(on, 'failed');
    await on.ended('failed');
    await start(on, 'other');
    await on.ended('other');
    await on.client.showRun('failed', 'instant', NO_STOPS, false);
    store.isSlow = true;
    const redriven = on.client.of('failed').ask('redrive', HOW);
    await on.until(() => store.isWaiting);
    await on.client.showRun('other', 'instant', NO_STOPS, false);
    store.goOn();
    expect(await redriven).toEqual({ ok: true });
    await on.until(() => on.last.get('failed')?.result?.status === 'SUCCEEDED');
    // What nobody looks at is told in figures only.
    expect(on.last.get('failed')?.states).toEqual([]);
    expect(await lastEvent(on, 'other')).toBe('ExecutionSucceeded');
    expect((await on.client.of('failed').getEvents(0, 100)).total).toBeGreaterThan(
      (await on.client.of('other').getEvents(0, 100)).total,
    );
  });
});

describe('a run that is made ready', () => {
  it('does not begin when it is stopped, and the run before it goes on', async () => {
    const store = new SlowRuns();
    const on = keptBench(store, never);
    await start(on, 'before');
    store.isSlow = true;
    const begun = start(on, 'new');
    await on.until(() => store.isWaiting);
    await on.client.of('new').stop();
    store.goOn();
    expect(await begun).toEqual({ ok: false, reason: GIVEN_UP });
    await turns(5);
    expect([...store.kept.keys()]).toEqual(['before']);
    expect(on.last.get('before')?.control).toBe('running');
    expect(on.last.has('new')).toBe(false);
    expect(await store.held()).toEqual(new Set(['before']));
  });

  it('is redriven no further when it is stopped, and ends', async () => {
    const store = new SlowRuns();
    const on = keptBench(store, thenNever());
    await start(on, 'run');
    await on.ended('run');
    store.isSlow = true;
    const redriven = on.client.of('run').ask('redrive', HOW);
    await on.until(() => store.isWaiting);
    await on.client.of('run').stop();
    store.goOn();
    expect(await redriven).toEqual({ ok: true });
    await on.until(() => on.last.get('run')?.result?.status === 'ABORTED');
    await on.until(() => store.kept.get('run')?.record.point.status === 'ABORTED');
  });

  it('stays behind when something else was asked to come on show since', async () => {
    const store = new SlowRuns();
    const on = keptBench(store, never);
    await start(on, 'before');
    store.isSlow = true;
    const begun = start(on, 'new');
    await on.until(() => store.isWaiting);
    await on.client.showRun('before', 'instant', NO_STOPS, false);
    store.goOn();
    expect(await begun).toEqual({ ok: true });
    await on.until(() => on.last.has('new'));
    expect(on.last.get('new')).toMatchObject({ control: 'running', states: [] });
    const shown = await on.client.showRun('new', 'instant', NO_STOPS, false);
    expect(typeof shown === 'string' ? shown : shown.progress.states).toHaveLength(2);
  });
});

describe('a run that is live in another tab of the browser', () => {
  it('is not redriven here', async () => {
    const store = new MemoryRuns();
    const fails: CallService = () => ({ type: 'fail', error: 'E', cause: '' });
    const here = keptBench(store, fails);
    await start(here, 'run');
    await here.ended('run');
    await here.until(() => store.kept.get('run')?.record.point.status === 'FAILED');
    const there = keptBench(store, never);
    await there.client.showRun('run', 'instant', NO_STOPS, false);
    expect(await there.client.of('run').ask('redrive', HOW)).toEqual({ ok: true });
    const kept = store.kept.get('run');
    expect(await here.client.of('run').ask('redrive', HOW)).toEqual({ ok: false, reason: ELSEWHERE });
    expect(store.kept.get('run')).toEqual(kept);
    await there.client.of('run').stop();
    await there.until(() => store.kept.get('run')?.record.point.status === 'ABORTED');
  });

  it('is not deleted here', async () => {
    const store = new MemoryRuns();
    const there = keptBench(store, never);
    await start(there, 'run');
    await start(there, 'over', { StartAt: 'End', States: { End: { Type: 'Succeed' } } });
    await there.ended('over');
    await turns(5);
    const here = keptBench(store);
    expect(await here.client.removeRuns(['run', 'over'])).toEqual(['run']);
    expect([...store.kept.keys()]).toEqual(['run']);
    expect(await there.client.removeRuns(['run'])).toEqual([]);
    expect(store.kept.size).toBe(0);
    expect(await store.held()).toEqual(new Set());
  });

  it('is not written again after it was deleted', async () => {
    const store = new MemoryRuns();
    const on = keptBench(store, never);
    await start(on, 'run');
    await on.until(() => store.kept.has('run'));
    await store.remove(['run']);
    await on.client.of('run').stop();
    await on.until(() => on.told.length > 0);
    expect([on.told, store.kept.size]).toEqual([['gone'], 0]);
  });
});

describe('a run that is played again', () => {
  const LOOP = { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'A' } } };
  const endless = async (store: MemoryRuns): Promise<Bench> => {
    const on = keptBench(store);
    // Only an express one may be as long as it likes.
    await on.client.start(request(LOOP, 'run', 'EXPRESS'), 'instant', true, NO_STOPS);
    await on.until(() => store.kept.get('run')?.record.point.control === 'paused');
    return on;
  };

  it('is not taken from a file that would be played without end', async () => {
    const on = await endless(new MemoryRuns());
    const text = await on.client.exportRun('run');
    expect(await on.client.importRun(text)).toEqual({ ok: true, run: 'run (2)' });
    for (const wrong of [1e15, -1, 0.5, '1e999'])
      for (const field of ['recorded', 'shown'])
        expect(
          await on.client.importRun(text.replace(new RegExp(`("${field}":) \\d+`), `$1 ${wrong}`)),
        ).toEqual({ ok: false, reason: expect.stringMatching('up to 5,000,000') });
    expect(
      await on.client.importRun(
        text.replace('"journal": []', '"journal": [{"type": "stop", "at": 0, "afterEvent": 1e15}]'),
      ),
    ).toEqual({ ok: false, reason: expect.stringMatching('up to 5,000,000') });
    expect(
      await on.client.importRun(text.replace('"point": {', '"point": {"inside": [{"shown": "all"}],')),
    ).toEqual({ ok: false, reason: expect.stringMatching('no list of child executions') });
  });

  it('is not taken from a file that does not say rightly where it, or a child execution, stopped', async () => {
    const on = await endless(new MemoryRuns());
    const text = await on.client.exportRun('run');
    const before = (await on.client.listRuns()).runs;
    const file = JSON.parse(text) as { readonly record: { readonly point: object } };
    const at = (part: object) => {
      const record = { ...file.record, point: { ...file.record.point, ...part } };
      return on.client.importRun(JSON.stringify({ ...file, record }));
    };
    const child = (stopped: unknown) => ({ inside: [{ execution: 'e', shown: 2, stopped }] });
    const wrong = [7, null, [], {}, { visit: 'all' }, { visit: 1e15 }, { visit: -2 }, { visit: 0.5 }];
    for (const stopped of [...wrong, { visit: 0, reason: { a: 1 } }]) {
      const said = { ok: false, reason: expect.stringMatching('does not say where the execution stopped') };
      expect(await at({ stopped })).toEqual(said);
      expect(await at(child(stopped))).toEqual(said);
    }
    expect(await at({ status: 'DONE' })).toEqual({
      ok: false,
      reason: expect.stringMatching('none of SUCC'),
    });
    expect(await at({ at: 1 })).toMatchObject({ ok: false });
    expect(await at({ inside: [{ execution: 'e', shown: 1e15 }] })).toMatchObject({ ok: false });
    for (const hits of [7, [7], [[1]], [[1, 'all']], [[1, 2, 3]]])
      expect(await at({ inside: [{ execution: 'e', shown: 1, hits }] })).toMatchObject({ ok: false });
    expect(await at({ hits: 3 })).toMatchObject({ ok: false });
    expect(await at({ inside: [{ execution: 'e', shown: 1, now: '1' }] })).toMatchObject({ ok: false });
    for (const unsearched of ['e', [1]]) {
      expect(await at({ unsearched })).toMatchObject({ ok: false });
      expect(await at({ inside: [{ execution: 'e', shown: 1, unsearched }] })).toMatchObject({ ok: false });
    }
    expect((await on.client.listRuns()).runs).toEqual(before);
    // One that was never come to is none.
    expect(await at({ stopped: { visit: 4000 } })).toEqual({ ok: true, run: 'run (2)' });
    expect(await on.client.showRun('run (2)', 'instant', NO_STOPS, false)).toMatchObject({
      progress: { control: 'paused' },
    });
    expect(await at(child({ visit: 0, reason: 'Paused here' }))).toEqual({ ok: true, run: 'run (3)' });
  });

  it('is given up when something else is asked for, or it is closed', async () => {
    const store = new MemoryRuns();
    (await endless(store)).kill();
    const kept = store.kept.get('run');
    if (!kept) throw new Error('nothing was kept');
    const { record } = kept;
    store.kept.set('run', { ...kept, record: { ...record, point: { ...record.point, recorded: 1e15 } } });
    const on = keptBench(store);
    for (const giveUp of [
      () => start(on, 'other'),
      () => on.client.of('run').stop(),
      () => on.client.closeRun('run'),
      () => on.client.removeRuns(['run']),
    ]) {
      const shown = on.client.showRun('run', 'instant', NO_STOPS, false);
      await turns(3);
      await giveUp();
      expect(await shown).toBe(GIVEN_UP);
    }
    await turns(3);
    expect([...(await store.held())]).toEqual([]);
  });

  it('says so when it does not come where it stood', async () => {
    const store = new MemoryRuns();
    const first = keptBench(store);
    await start(first, 'run');
    await first.ended('run');
    await turns(5);
    const kept = store.kept.get('run');
    if (!kept) throw new Error('nothing was kept');
    const { record } = kept;
    store.kept.set('run', { ...kept, record: { ...record, point: { ...record.point, recorded: 1000 } } });
    const shown = await keptBench(store).client.showRun('run', 'instant', NO_STOPS, false);
    expect(shown).toMatchObject({
      progress: { control: 'ended', note: expect.stringMatching(/came to \d+ events.* had 1,000/) },
    });
  });
});
