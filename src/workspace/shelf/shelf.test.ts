import { describe, expect, it } from 'vitest';
import type { EpochMs } from '../../asl';
import type { RunOnShow } from '../../worker';
import { NEW_SETUP } from '../openText';
import { readStored } from '../readStored';
import type { StoredWorkspace } from '../storage.types';
import { pathOf } from '../testing/fakeLanguage';
import { openTestWorkspace, settled, type TestWorkspace } from '../testing/testWorkspace';

const A = pathOf('A');
const file = (text: string, fileName: string) => ({ text, source: { kind: 'file', fileName } as const });
const names = ({ store }: TestWorkspace) =>
  store
    .getState()
    .shelf.open.map(({ id, name }) =>
      id === store.getState().shelf.shown ? `[${store.getState().document.name}]` : name,
    )
    .join(' ');
const idOf = ({ store }: TestWorkspace, at: number) => store.getState().shelf.open[at]?.id ?? '';

/** The first one, `test`, and another, `other`, which is on show. */
async function openTwo(kept: StoredWorkspace = {}) {
  const workspace = await openTestWorkspace('A\nB', kept);
  const shelf = await workspace.shelf();
  shelf.open([file('A\nX', 'other.asl.json')]);
  await settled();
  return { workspace, shelf, first: idOf(workspace, 0), other: idOf(workspace, 1) };
}

describe('several workflows', () => {
  it('open beside each other, the new one on show', async () => {
    const { workspace } = await openTwo();
    expect(names(workspace)).toBe('test [other]');
    expect(workspace.store.getState()).toMatchObject({
      document: { text: 'A\nX', undoLabel: undefined },
      selection: { state: undefined },
      execution: { input: '{"states":2}' },
    });
  });

  it('get a name of their own when they bring none', async () => {
    const workspace = await openTestWorkspace('A');
    const shelf = await workspace.shelf();
    const blank = { text: 'B', source: { kind: 'new' } as const };
    shelf.open([blank, blank]);
    expect(names(workspace)).toBe('test [workflow] workflow 2');
  });

  it('keep undo, selection, input, drawing, breakpoints, watches, mocks and coverage apart', async () => {
    const { workspace, shelf, first, other } = await openTwo();
    const { store, document, selection, execution, drawing, breakpoints, taskMocks } = workspace;
    await shelf.show(first);
    await settled();
    document.applyEdits([{ range: { start: 3, end: 3 }, text: '\nC' }], 'Add C', 'canvas');
    await settled();
    selection.selectAll([A, pathOf('B')], 'editor');
    execution.setInput('{"mine":1}');
    execution.setType('EXPRESS');
    drawing.move([A], { x: 5, y: 5 });
    breakpoints.toggle(A);
    workspace.watch(['$.a']);
    taskMocks.set(A, { kind: 'stub' });
    const coverage = { runs: 1, states: { [A]: { runs: 1, times: 2 } }, transitions: {} };
    const { name, text, format } = store.getState().document;
    const parents = [
      { run: 'R', label: 'Run 1', definition: 'its', document: { name, text, format }, setup: NEW_SETUP },
    ];
    store.setState(({ execution: now }) => ({ coverage, execution: { ...now, parents } }));
    const pick = () => {
      const state = store.getState();
      const { text, name, format, undoLabel, redoLabel } = state.document;
      const { input, type, services, parents } = state.execution;
      const { selection, drawing, breakpoints, watches, coverage } = state;
      return {
        text,
        name,
        format,
        undoLabel,
        redoLabel,
        input,
        type,
        services,
        parents,
        selection,
        drawing,
        breakpoints,
        watches,
        coverage,
      };
    };
    const before = pick();
    await shelf.show(other);
    await settled();
    expect(pick()).toMatchObject({
      text: 'A\nX',
      undoLabel: undefined,
      input: '{"states":2}',
      type: 'STANDARD',
      services: { tasks: [] },
      parents: [],
      selection: { state: undefined, also: [] },
      drawing: { moved: [] },
      breakpoints: [],
      watches: [],
      coverage: { runs: 0 },
    });
    document.applyEdits([{ range: { start: 0, end: 1 }, text: 'Z' }], 'Rename', 'canvas');
    await settled();
    await shelf.show(first);
    expect(pick()).toEqual(before);
    expect(store.getState().analysis.outline).toHaveLength(3);
    await settled();
    expect(pick()).toEqual(before);
    document.undo();
    document.undo();
    expect(store.getState().document.text).toBe('A\nB');
    await shelf.show(other);
    document.undo();
    expect(store.getState().document.text).toBe('A\nX');
  });

  it('are drawn at once as they were, even while the text is unreadable', async () => {
    const { workspace, shelf, first, other } = await openTwo();
    const { store, document } = workspace;
    document.applyEdits([{ range: { start: 0, end: 0 }, text: '!' }], 'Break', 'canvas');
    await settled();
    await shelf.show(first);
    await settled();
    expect(store.getState().analysis.problem).toBeUndefined();
    await shelf.show(other);
    const { analysis } = store.getState();
    expect(analysis.outline.map(({ name }) => name)).toEqual(['A', 'X']);
    expect(analysis.graphVersion).toBe(-1);
    expect(analysis.problem?.message).toBe('unexpected !');
  });

  it('are not edited by what was asked for another', async () => {
    const { workspace, shelf, first } = await openTwo();
    workspace.language.eager = false;
    const outcome = workspace.edit({ type: 'renameState', state: A, name: 'Z' });
    await settled();
    await shelf.show(first);
    for (const asked of [...workspace.language.asked]) asked.answer();
    expect(await outcome).toMatchObject({ ok: false });
    expect(workspace.store.getState().document.text).toBe('A\nB');
  });

  it('are not replaced by what was pasted on another', async () => {
    const { workspace, shelf, first } = await openTwo();
    const { store } = workspace;
    workspace.language.eager = false;
    const pasted = workspace.openIncoming('P', { kind: 'paste' });
    await shelf.show(first);
    await expect.poll(() => workspace.language.asked.some(({ text }) => text === 'P')).toBe(true);
    for (const asked of [...workspace.language.asked]) asked.answer();
    await pasted;
    expect(store.getState().document.text).toBe('A\nB');
    const notice = store.getState().notices.at(-1);
    expect(notice?.message).toContain('was not opened');
    notice?.offers[0]?.take();
    expect(store.getState().document.text).toBe('P');
  });

  it('take notices that offer something of them along when they go', async () => {
    const { workspace, shelf, first } = await openTwo();
    workspace.notices.add('info', 'About other.', { label: 'Do', take: () => {} });
    workspace.notices.add('info', 'Something else.');
    await shelf.show(first);
    expect(workspace.store.getState().notices.map(({ message }) => message)).toEqual(['Something else.']);
  });
});

describe('closing', () => {
  it('shows the neighbour, and Undo brings it back as it was, in its place', async () => {
    const { workspace, shelf, first } = await openTwo();
    const { store, document } = workspace;
    await shelf.show(first);
    document.applyEdits([{ range: { start: 0, end: 1 }, text: 'Z' }], 'Rename', 'canvas');
    await shelf.close(first);
    expect(names(workspace)).toBe('[other]');
    expect(workspace.stored).not.toHaveProperty('document');
    const [notice] = store.getState().notices;
    expect(notice).toMatchObject({ message: 'Closed “test”.', offers: [{ label: 'Undo' }] });
    notice?.offers[0]?.take();
    await settled();
    expect(names(workspace)).toBe('[test] other');
    expect(store.getState().document).toMatchObject({ text: 'Z\nB', undoLabel: 'Rename' });
    expect(workspace.stored.document).toMatchObject({ text: 'Z\nB' });
  });

  it('of one that is not on show leaves the one that is', async () => {
    const { workspace, shelf, first } = await openTwo();
    await shelf.close(first);
    expect(names(workspace)).toBe('[other]');
    expect(workspace.store.getState().document.text).toBe('A\nX');
  });

  it('leaves the last one open', async () => {
    const { workspace, shelf, first, other } = await openTwo();
    await shelf.close(first);
    await shelf.close(other);
    expect(names(workspace)).toBe('[other]');
  });
});

describe('what is stored', () => {
  it('is what version 1 stored, while there is but one', () => {
    const document = { text: 'A', format: 'json', name: 'a' };
    expect(readStored({ document })).toEqual({ document });
  });

  it('is of each its own, written when that one changes', async () => {
    const { workspace, other } = await openTwo();
    const key = `document:${other}`;
    const { document } = workspace.stored;
    workspace.document.applyEdits([{ range: { start: 0, end: 1 }, text: 'Z' }], 'Rename', 'canvas');
    workspace.execution.setInput('{"z":1}');
    workspace.flush();
    expect(workspace.stored[key]).toMatchObject({ text: 'Z\nX', name: 'other' });
    expect(workspace.stored[`input:${other}`]).toMatchObject({ input: '{"z":1}' });
    expect(workspace.stored.document).toBe(document);
    expect(document).toMatchObject({ text: 'A\nB' });
  });

  it('is not lost when another comes on show right after a change', async () => {
    const { workspace, shelf, first, other } = await openTwo();
    workspace.document.applyEdits([{ range: { start: 0, end: 1 }, text: 'Z' }], 'Rename', 'canvas');
    await shelf.show(first);
    expect(workspace.stored[`document:${other}`]).toMatchObject({ text: 'Z\nX' });
    expect(workspace.stored.document).toMatchObject({ text: 'A\nB' });
  });

  it('comes back with the same one on show', async () => {
    const { workspace, other, first, shelf } = await openTwo();
    workspace.execution.setInput('{"z":1}');
    workspace.flush();
    await shelf.show(first);
    workspace.flush();
    const again = await openTestWorkspace('nothing', readStored(workspace.stored));
    expect(names(again)).toBe('[test] other');
    await (await again.shelf()).show(other);
    expect(again.store.getState()).toMatchObject({
      document: { text: 'A\nX', name: 'other' },
      execution: { input: '{"z":1}', inputOrigin: 'user' },
    });
  });

  it('is found though the list does not know of it', () => {
    const [a, b] = ['a', 'b'].map((name) => ({ text: name, format: 'json', name }));
    const stored = readStored({ document: a, 'document:2': b, shelf: { shown: '3', open: [{ id: '3' }] } });
    expect(stored).toMatchObject({
      document: a,
      shelf: {
        shown: 'first',
        open: [
          { id: 'first', name: 'a' },
          { id: '2', name: 'b' },
        ],
      },
      others: [{ id: '2', document: b }],
    });
  });
});

describe('runs', () => {
  const now = 1_700_000_000_000 as EpochMs;
  const onShow = (id: string, text: string): RunOnShow => {
    const figures = { now, events: 3, transitions: 1, control: 'paused' } as const;
    const named = { id, name: 'Run 1', document: 'other', type: 'STANDARD', input: '{}' } as const;
    const point = { ...figures, at: A, recorded: 3, shown: 3 };
    return {
      record: { ...named, startedAt: now, keptSince: now, startTime: now, point, size: 10, pieces: 0 },
      text,
      format: 'json',
      input: '{}',
      speed: 3,
      progress: { run: id, ...figures, timeline: 3, states: [], taken: [] },
    };
  };

  it('go on while another workflow is on show, and are shown with their own only', async () => {
    const { workspace, shelf, first, other } = await openTwo();
    const { store, execution, worker } = workspace;
    await execution.run();
    const id = store.getState().execution.run?.id ?? '';
    await shelf.show(first);
    expect(store.getState().execution).toMatchObject({
      phase: 'idle',
      run: undefined,
      runs: [],
      elsewhere: [other],
    });
    worker.push({ control: 'paused', states: [], reason: 'a breakpoint' });
    expect(store.getState().execution).toMatchObject({ phase: 'idle', runs: [], reason: undefined });
    expect(worker.told).not.toContain('stop');
    worker.kept.set(id, onShow(id, 'A\nX'));
    await shelf.show(other);
    await settled();
    expect(store.getState().execution).toMatchObject({ phase: 'paused', run: { id }, elsewhere: [] });
    expect(store.getState().execution.run?.version).toBe(store.getState().document.version);
  });

  it('stop at the breakpoints of their own workflow only', async () => {
    const { workspace, shelf, first } = await openTwo();
    await workspace.execution.run();
    await shelf.show(first);
    workspace.breakpoints.toggle(A);
    await settled();
    expect(workspace.worker.told.filter((told) => told.startsWith('breakpoints'))).toEqual([]);
  });

  it('that were being started when another workflow came on show are found with their own', async () => {
    const { workspace, shelf, first, other } = await openTwo();
    const started = workspace.execution.run();
    await shelf.show(first);
    await started;
    expect(workspace.store.getState().execution).toMatchObject({
      phase: 'idle',
      runs: [],
      elsewhere: [other],
    });
  });

  it('that are asked for bring their workflow on show', async () => {
    const { workspace, shelf, first, other } = await openTwo();
    const { store, execution, worker } = workspace;
    await execution.run();
    const id = store.getState().execution.run?.id ?? '';
    await shelf.show(first);
    worker.kept.set(id, onShow(id, 'A\nX'));
    await execution.showRun(id);
    expect(store.getState().shelf.shown).toBe(other);
    expect(store.getState().execution.run?.id).toBe(id);
  });

  it('are stopped when their workflow is closed', async () => {
    const { workspace, shelf, first, other } = await openTwo();
    const { store, execution, worker } = workspace;
    await execution.run();
    worker.kept.set(
      store.getState().execution.run?.id ?? '',
      onShow(store.getState().execution.run?.id ?? '', 'A\nX'),
    );
    await shelf.show(first);
    await shelf.close(other);
    expect(worker.told).toContain('stop');
    expect(names(workspace)).toBe('[test]');
    expect(store.getState().notices.at(-1)?.message).toBe('Closed “other”, and stopped its run.');
    expect(store.getState().execution).toMatchObject({ phase: 'idle', runs: [], elsewhere: [] });
  });
});

describe('files', () => {
  const fileOf = (text: string, name: string) => new File([text], name);

  it('are opened each on its own; what cannot be is said, and nothing is lost', async () => {
    const workspace = await openTestWorkspace('A\nB');
    const { openFiles } = await workspace.shelf();
    await openFiles([
      fileOf('One', 'one.json'),
      fileOf('\0\0', 'picture.png'),
      fileOf('wrapped\nx: Inner\ny: Deep', 'template.yaml'),
    ]);
    expect(names(workspace)).toBe('test [one] x y');
    expect(workspace.store.getState().notices.map(({ message }) => message)).toEqual([
      'picture.png is not a text file and was not opened.',
      'Opened 3 workflows.',
    ]);
  });

  it('of mocks are about the workflow that came with them', async () => {
    const workspace = await openTestWorkspace('A\nB');
    const { openFiles } = await workspace.shelf();
    await openFiles([fileOf('mocks', 'mocks.json'), fileOf('One', 'one.json')]);
    expect(names(workspace)).toBe('test [one]');
    expect(workspace.store.getState().execution.services.mocks).toEqual({ text: 'mocks' });
  });
});

describe('a template with several machines', () => {
  it('opens all of them', async () => {
    const workspace = await openTestWorkspace('A\nB');
    await workspace.openIncoming('wrapped\nx: Inner\ny: Deep\nz: Third', { kind: 'paste' });
    const [notice] = workspace.store.getState().notices;
    expect(notice?.offers.map(({ label }) => label)).toEqual(['Open “y”', 'Open all 3']);
    notice?.offers[1]?.take();
    await settled();
    expect(names(workspace)).toBe('[x] y z');
  });

  it('with one of them is opened beside what was there, when that is wanted', async () => {
    const workspace = await openTestWorkspace('A\nB');
    await workspace.openIncoming('wrapped\nx: Inner', { kind: 'paste' });
    const [notice] = workspace.store.getState().notices;
    expect(notice?.offers.map(({ label }) => label)).toEqual(['Open as another workflow']);
    notice?.offers[0]?.take();
    await settled();
    expect(names(workspace)).toBe('test [x]');
    expect(workspace.store.getState().document.text).toBe('Inner');
  });
});
