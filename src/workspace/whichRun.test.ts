import { describe, expect, it } from 'vitest';
import type { EpochMs, StatePath } from '../asl';
import type { ProgressBatch, RunOnShow, StartResult } from '../worker';
import { turns } from '../worker/testing/keptBench';
import { systemClock } from './clock';
import { stateProgress } from './testing/stateProgress';
import { createTestStudio, createTestWorld, type TestWorld, untilState } from './testing/testStudio';
import { openTestWorkspace, settled, type TestWorkspace } from './testing/testWorkspace';
import type { Workspace } from './workspace';

const A = '/States/A' as StatePath;
const entered = stateProgress();
const batch = (run: string, part: Partial<ProgressBatch>): ProgressBatch => ({
  run,
  control: 'running',
  now: 1_700_000_000_000 as EpochMs,
  events: 5,
  timeline: 5,
  transitions: 1,
  states: [entered],
  taken: [],
  ...part,
});
/** What the worker answers when a run is shown. */
function onShow(id: string): RunOnShow {
  const now = 1_700_000_000_000 as EpochMs;
  const point = { recorded: 5, shown: 5, control: 'running', now, events: 5, transitions: 1 } as const;
  const record = {
    id,
    name: id,
    document: 'test',
    startedAt: now,
    keptSince: now,
    type: 'STANDARD',
  } as const;
  return {
    record: { ...record, startTime: now, input: '{}', point, size: 10, pieces: 0 },
    text: 'A',
    format: 'json',
    input: '{}',
    services: {},
    speed: 3,
    progress: batch(id, {}),
  };
}

/** A workspace with a run that goes on; `starting` is the next one, whose worker answers when it is told to. */
async function bench() {
  const workspace = await openTestWorkspace('A');
  const { execution, worker, store } = workspace;
  await execution.run();
  const first = idOf(workspace);
  worker.kept.set(first, onShow(first));
  worker.say({ type: 'progress', batch: batch(first, {}) });
  let answer = (_result: StartResult) => {};
  const begin = worker.start.bind(worker);
  const starting = () => {
    worker.start = async (run, ...how) => {
      const result = new Promise<StartResult>((resolve) => {
        answer = resolve;
      });
      await begin(run, ...how);
      return result;
    };
    const done = execution.run();
    return async (result: StartResult = { ok: true }) => {
      answer(result);
      await done;
    };
  };
  const tabs = () => store.getState().execution.runs.map(({ id, phase }) => [id, phase]);
  return { ...workspace, first, starting, tabs };
}
const idOf = ({ store }: Pick<TestWorkspace, 'store'>) => store.getState().execution.run?.id ?? '';
const sent = async (on: { readonly worker: TestWorkspace['worker'] }, count: number) => {
  while (on.worker.told.filter((each) => each.startsWith('start')).length < count) await settled();
};

describe('a run whose start is overtaken', () => {
  it('has a tab, behind the run that came on show', async () => {
    const on = await bench();
    const answer = on.starting();
    await sent(on, 2);
    await on.execution.showRun(on.first);
    await answer();
    const second = on.worker.run?.settings.executionName;
    expect(idOf(on)).toBe(on.first);
    expect(on.tabs()).toEqual([
      [on.first, 'running'],
      [second, 'running'],
    ]);
    expect(on.progress.state(A)).toEqual(entered);
  });

  it('comes on show when only the run before it got further', async () => {
    const on = await bench();
    const answer = on.starting();
    await sent(on, 2);
    on.worker.say({ type: 'progress', batch: batch(on.first, { events: 6 }) });
    await answer();
    expect(idOf(on)).toBe(on.worker.run?.settings.executionName);
    expect(idOf(on)).not.toBe(on.first);
  });

  it('leaves the page as it was when it is refused', async () => {
    const on = await bench();
    const answer = on.starting();
    await sent(on, 2);
    await answer({ ok: false, reason: 'No.' });
    expect(on.store.getState().execution).toMatchObject({ phase: 'running', message: 'No.' });
    expect(on.tabs()).toEqual([[on.first, 'running']]);
  });

  it('is not waited for when what came in its place did not come', async () => {
    const on = await bench();
    on.execution.clear();
    const answer = on.starting();
    await sent(on, 2);
    await on.execution.showRun('gone');
    await answer();
    expect(on.store.getState().execution.phase).toBe('idle');
    expect(on.tabs()).toHaveLength(1);
  });
});

describe('Stop while a run is starting', () => {
  it('is about that run, not about the one before', async () => {
    const on = await bench();
    const answer = on.starting();
    await sent(on, 2);
    on.worker.meant.length = 0;
    await on.execution.stop();
    expect(on.worker.meant).toEqual([on.worker.run?.settings.executionName]);
    await answer({ ok: false, reason: 'It was stopped before it was ready.' });
    expect(on.store.getState().execution).toMatchObject({ phase: 'running', message: undefined });
    expect(idOf(on)).toBe(on.first);
  });

  it('keeps it from being started at all when its worker has not heard of it', async () => {
    const on = await bench();
    on.starting();
    await on.execution.stop();
    await settled();
    expect(on.worker.told.filter((each) => /^(start|stop)/.test(each))).toEqual(['start 8']);
    expect(on.store.getState().execution.phase).toBe('running');
  });
});

describe('a run that goes on otherwise', () => {
  it('does not touch the run that came on show meanwhile', async () => {
    const on = await bench();
    const { worker, execution, store } = on;
    worker.say({
      type: 'progress',
      batch: batch(on.first, { control: 'ended', result: { status: 'FAILED' } }),
    });
    await execution.run();
    const second = idOf(on);
    worker.kept.set(second, onShow(second));
    await execution.showRun(on.first);
    let answer = (_result: StartResult) => {};
    let asked = false;
    Object.assign(worker, {
      ask: () => {
        asked = true;
        return new Promise<StartResult>((resolve) => {
          answer = resolve;
        });
      },
    });
    worker.meant.length = 0;
    const redriven = execution.redrive(false);
    while (!asked) await settled();
    expect(worker.meant).toEqual([on.first]);
    await execution.showRun(second);
    answer({ ok: true });
    await redriven;
    expect(idOf(on)).toBe(second);
    expect(on.progress.state(A)).toEqual(entered);
    expect(on.tabs()).toEqual([
      [on.first, 'running'],
      [second, 'running'],
    ]);
    await execution.getEvents(0, 1);
    expect(worker.meant.at(-1)).toBe(second);
    expect(store.getState().execution.message).toBeUndefined();
  });
});

describe('the run on show, shown again', () => {
  it('is looked at as it is, by the page as by its worker', async () => {
    const on = await bench();
    await on.moments.show({ type: 'at', position: 2 });
    expect(on.store.getState().execution.moment?.position).toBe(2);
    await on.execution.showRun(on.first);
    expect(on.store.getState().execution.moment).toBeUndefined();
    expect(on.progress.state(A)).toEqual(entered);
  });
});

describe('a run that another tab of the browser is at work on', () => {
  it('keeps its tab when it is to be deleted, and that is said', async () => {
    const on = await bench();
    await on.execution.run();
    const second = idOf(on);
    on.worker.heldElsewhere = [on.first];
    await on.execution.removeRuns([on.first, second]);
    expect(on.tabs()).toEqual([[on.first, 'running']]);
    expect(on.store.getState().notices.map(({ message }) => message)).toEqual([
      'A run was not deleted: it is going on in another tab of the browser.',
    ]);
  });
});

const PASSES = (last: string) =>
  JSON.stringify({
    StartAt: 'First',
    States: {
      First: { Type: 'Pass', Next: last },
      [last]: { Type: 'Pass', Next: 'End' },
      End: { Type: 'Succeed' },
    },
  });
const at = (state: string) => `/States/${state}` as StatePath;
const standsAt = (on: Workspace, state: string) =>
  untilState(on, ({ execution: { phase, at: stands } }) => phase === 'paused' && stands === at(state));
const ids = ({ store }: Workspace) => store.getState().execution.runs.map(({ id }) => id);

describe('breakpoints of runs', () => {
  it('are those of its own definition, once that was opened for a run from elsewhere', async () => {
    const from = await createTestStudio(PASSES('Second'));
    await from.execution.step('into');
    await standsAt(from, 'First');
    const file = await from.execution.exportRun(ids(from)[0] ?? '');
    const to = await createTestStudio(PASSES('Other'));
    to.breakpoints.toggle(at('End'));
    await to.execution.importRun(file);
    const offer = to.store.getState().notices.flatMap(({ offers }) => offers)[0];
    offer?.take();
    await untilState(to, ({ document }) => document.text === PASSES('Second'));
    await standsAt(to, 'First');
    expect(to.store.getState().breakpoints).toEqual([]);
    to.breakpoints.toggle(at('Second'));
    await to.execution.continue();
    await standsAt(to, 'Second');
    // It is none of the document before any more.
    to.document.undo();
    await untilState(to, ({ breakpoints }) => breakpoints.length === 1);
    await to.execution.continue();
    await untilState(to, ({ execution }) => execution.phase === 'ended');
  });

  it('reach a run that is being started', async () => {
    const on = await createTestStudio(PASSES('Second'));
    const started = on.execution.step('into');
    on.breakpoints.toggle(at('Second'));
    await started;
    await standsAt(on, 'First');
    await on.execution.continue();
    await standsAt(on, 'Second');
  });

  it('reach a run that is being brought back', async () => {
    const world = createTestWorld();
    const before = await createTestStudio(PASSES('Second'), systemClock, world);
    await before.execution.step('into');
    await standsAt(before, 'First');
    const [run = ''] = ids(before);
    await gone(before, world);
    const on = await createTestStudio(PASSES('Second'), systemClock, world);
    await on.execution.listRuns();
    const shown = on.execution.showRun(run);
    // It is asked for.
    for (let turn = 0; turn < 5; turn++) await undefined;
    on.breakpoints.toggle(at('Second'));
    await shown;
    await standsAt(on, 'First');
    await on.execution.continue();
    await standsAt(on, 'Second');
  });

  it('are those of its workflow, though another one came on show while it was brought back', async () => {
    const world = createTestWorld();
    const before = await createTestStudio(PASSES('Second'), systemClock, world);
    before.breakpoints.toggle(at('Second'));
    await before.execution.step('into');
    await standsAt(before, 'First');
    const [run = ''] = ids(before);
    await gone(before, world);
    const on = await createTestStudio(PASSES('Second'), systemClock, world);
    const { shown } = on.store.getState().shelf;
    const shelf = await on.shelf();
    await on.execution.listRuns();
    const coming = on.execution.showRun(run);
    // It is asked for.
    for (let turn = 0; turn < 5; turn++) await undefined;
    shelf.open([{ text: PASSES('Other'), source: { kind: 'new' } }]);
    await coming;
    await untilState(
      on,
      ({ document, execution }) => document.text === PASSES('Other') && execution.phase === 'idle',
    );
    on.breakpoints.toggle(at('End'));
    await shelf.show(shown);
    await on.execution.showRun(run);
    await standsAt(on, 'First');
    await on.execution.continue();
    await standsAt(on, 'Second');
    await on.execution.continue();
    await untilState(on, ({ execution }) => execution.phase === 'ended');
  });
});

const gone = async (page: Workspace, world: TestWorld) => {
  page.flush();
  await turns(5);
  page.dispose();
  world.die();
  // Nothing is brought back before it is asked for.
  delete world.stored.runs;
};
