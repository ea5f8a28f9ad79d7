import { describe, expect, it } from 'vitest';
import type { StatePath } from '../asl';
import type { StateProgress } from '../worker';
import { openTestWorkspace, settled } from './testing/testWorkspace';

const A = '/States/A' as StatePath;
const B = '/States/B' as StatePath;
const progress = (path: StatePath, status: StateProgress['status']): StateProgress => ({
  path,
  status,
  visits: 1,
  open: 0,
  succeeded: 1,
  caught: 0,
  failed: 0,
  aborted: 0,
  retries: 0,
});

async function running() {
  const workspace = await openTestWorkspace('{}');
  await workspace.execution.run();
  const { worker } = workspace;
  worker.push({ timeline: 9, states: [progress(A, 'succeeded'), progress(B, 'inProgress')] });
  worker.momentResult = { states: [progress(A, 'inProgress')], taken: [] };
  const shown = () => workspace.store.getState().execution.moment?.position;
  const statuses = () => [A, B].map((path) => workspace.progress.state(path)?.status);
  return { ...workspace, shown, statuses };
}

describe('a moment of the run', () => {
  it('takes the place of the run as it is, which goes on unseen', async () => {
    const { moments, worker, store, progress: seen, statuses, shown } = await running();
    await moments.show({ type: 'at', position: 4 });
    expect([shown(), statuses(), seen.isAhead(B), seen.isAhead(A)]).toEqual([
      4,
      ['inProgress', undefined],
      true,
      false,
    ]);
    worker.push({ timeline: 12, states: [progress(B, 'succeeded')] });
    expect(statuses()).toEqual(['inProgress', undefined]);
    expect(store.getState().execution.timeline).toBe(12);
    await moments.show({ type: 'live' });
    expect([shown(), statuses()]).toEqual([undefined, ['succeeded', 'succeeded']]);
  });

  it('tells the listeners of states that look different, and keeps what did not change', async () => {
    const { moments, progress: seen } = await running();
    await moments.show({ type: 'at', position: 4 });
    const before = seen.state(A);
    let told = 0;
    seen.subscribeState(B, () => told++);
    await moments.show({ type: 'at', position: 5 });
    expect(seen.state(A)).toBe(before);
    expect(told).toBe(1);
  });

  it('is, while one is dragged along, the place that was come to last', async () => {
    const { moments, worker, shown } = await running();
    worker.told.length = 0;
    void moments.show({ type: 'at', position: 1 });
    void moments.show({ type: 'at', position: 2 });
    void moments.show({ type: 'at', position: 3 });
    await settled();
    expect(shown()).toBe(3);
    expect(worker.told).toHaveLength(2);
  });

  it('is moved by a step, and left before a paused run goes on', async () => {
    const { moments, execution, worker, shown } = await running();
    worker.push({ control: 'paused', timeline: 9 });
    await moments.show({ type: 'at', position: 4 });
    worker.told.length = 0;
    await execution.step('over');
    expect([worker.told, shown()]).toEqual([['moment {"type":"step","kind":"over"}'], undefined]);
    await moments.show({ type: 'at', position: 4 });
    worker.told.length = 0;
    await execution.continue();
    expect(worker.told).toEqual(['moment {"type":"live"}', 'continue']);
  });

  it('ends with its run', async () => {
    const { moments, execution, shown, statuses } = await running();
    await moments.show({ type: 'at', position: 4 });
    await execution.run();
    expect([shown(), statuses()]).toEqual([undefined, [undefined, undefined]]);
    await moments.show({ type: 'at', position: 4 });
    execution.clear();
    expect(shown()).toBeUndefined();
    await moments.show({ type: 'at', position: 4 });
    expect(shown()).toBeUndefined();
  });
});

describe('watched expressions', () => {
  it('are kept with the document, and come back with it', async () => {
    const { watch, store, flush, stored, openText, document } = await openTestWorkspace('{}');
    watch(['$.a']);
    flush();
    await settled();
    expect(stored.document).toMatchObject({ watches: ['$.a'] });
    openText('{"States": {}}', { kind: 'paste' });
    expect(store.getState().watches).toEqual([]);
    document.undo();
    expect(store.getState().watches).toEqual(['$.a']);
    const again = await openTestWorkspace('{}', {
      document: { text: '{}', format: 'json', name: 'x', watches: ['$.b'] },
    });
    expect(again.store.getState().watches).toEqual(['$.b']);
  });
});
