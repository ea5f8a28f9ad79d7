import { describe, expect, it, vi } from 'vitest';
import type { EpochMs, StatePath, TransitionId } from '../asl';
import type { ProgressBatch, RunOnShow } from '../worker';
import { selectedStates } from './selection';
import { selectRunIsOutdated } from './selectors';
import type { StoredWorkspace } from './storage.types';
import { createFakeClock } from './testing/fakeClock';
import { FakeExecution } from './testing/fakeExecution';
import { FakeLanguage, pathOf } from './testing/fakeLanguage';
import { NO_MEMORY } from './testing/noMemory';
import { stateProgress } from './testing/stateProgress';
import { openTestWorkspace, settled } from './testing/testWorkspace';
import { createWorkspace } from './workspace';

const A = pathOf('A');
const EXAMPLE_B = {
  kind: 'example',
  name: 'b',
  setup: {
    input: '{"b":1}',
    type: 'EXPRESS',
    services: { mocks: '{}', objects: [{ bucket: 'b', key: 'k', body: '' }] },
  },
} as const;
const replace = (start: number, end: number, text: string) => [{ range: { start, end }, text }];

describe('analysis', () => {
  it('follows gestures and typing, and ends with the newest text', async () => {
    const { document, store } = await openTestWorkspace('A');
    document.applyEdits(replace(1, 1, '\nB'), 'Add', 'canvas');
    await settled();
    expect(store.getState().analysis.outline).toHaveLength(2);
    document.applyEdits(replace(3, 3, '\nC'), 'Type', 'editor');
    document.applyEdits(replace(5, 5, '\nD'), 'Type', 'editor');
    expect(store.getState().analysis.graphVersion).toBeLessThan(store.getState().document.version);
    await settled();
    expect(store.getState().analysis.outline).toHaveLength(4);
    expect(store.getState().analysis.graphVersion).toBe(store.getState().document.version);
  });

  it('keeps the last good graph while the text cannot be read, and says where', async () => {
    const { document, store } = await openTestWorkspace('A');
    const { graph } = store.getState().analysis;
    document.applyEdits(replace(1, 1, '\n!'), 'Break', 'canvas');
    await settled();
    expect(store.getState().analysis.graph).toBe(graph);
    expect(store.getState().analysis.problem).toMatchObject({ line: 2, message: 'unexpected !' });
    expect(store.getState().analysis.diagnostics).toHaveLength(1);
    document.undo();
    await settled();
    expect(store.getState().analysis.problem).toBeUndefined();
  });

  it('drops the answer about an older text', async () => {
    const { document, store, language } = await openTestWorkspace('A');
    language.eager = false;
    document.applyEdits(replace(1, 1, '\nB'), 'Add', 'canvas');
    document.applyEdits(replace(3, 3, '\nC'), 'Add', 'canvas');
    expect(language.asked.map(({ text }) => text)).toEqual(['A\nB']);
    language.asked[0]?.answer();
    await settled();
    expect(store.getState().analysis.outline).toHaveLength(1);
    expect(language.asked.map(({ text }) => text)).toEqual(['A\nB\nC']);
    language.asked[0]?.answer();
    await settled();
    expect(store.getState().analysis.outline).toHaveLength(3);
  });

  it('says so when the worker dies, and goes on with the next text', async () => {
    const { document, store, language } = await openTestWorkspace('A');
    const { analyse } = language;
    language.analyse = () => Promise.reject(new Error('The language worker stopped working.'));
    document.applyEdits(replace(1, 1, '\nB'), 'Add', 'canvas');
    await settled();
    expect(store.getState().notices).toMatchObject([{ message: 'The language worker stopped working.' }]);
    language.analyse = analyse;
    document.applyEdits(replace(3, 3, '\nC'), 'Add', 'canvas');
    await settled();
    expect(store.getState().analysis.outline).toHaveLength(3);
  });
});

describe('edit', () => {
  it('carries an intent out, selects its result and can be undone', async () => {
    const { edit, store, document } = await openTestWorkspace('A\nB');
    expect(await edit({ type: 'renameState', state: A, name: 'Z' })).toEqual({ ok: true });
    await settled();
    expect(store.getState().document.text).toBe('Z\nB');
    expect(store.getState().selection).toEqual({ state: pathOf('Z'), also: [], origin: 'edit' });
    document.undo();
    expect(store.getState().document.text).toBe('A\nB');
  });

  it('plans again when the text was written meanwhile', async () => {
    const { edit, store, document, language } = await openTestWorkspace('A\nB');
    language.eager = false;
    const outcome = edit({ type: 'renameState', state: pathOf('B'), name: 'Z' });
    document.applyEdits(replace(0, 0, 'New\n'), 'Add', 'canvas');
    language.eager = true;
    for (const asked of [...language.asked]) asked.answer();
    expect(await outcome).toEqual({ ok: true });
    expect(store.getState().document.text).toBe('New\nA\nZ');
  });

  it('is what Undo right behind it takes back', async () => {
    const { document, edit, undo, language, store } = await openTestWorkspace('A');
    document.applyEdits(replace(1, 1, '\nB'), 'Add', 'canvas');
    await settled();
    language.eager = false;
    const outcome = edit({ type: 'renameState', state: A, name: 'Z' });
    undo();
    language.asked.pop()?.answer();
    await outcome;
    await settled();
    expect(store.getState().document).toMatchObject({ text: 'A\nB', undoLabel: 'Add' });
  });

  it('says why it may not be done', async () => {
    const { edit, store } = await openTestWorkspace('A');
    expect(await edit({ type: 'deleteState', state: A })).toMatchObject({ ok: false });
    expect(store.getState().notices).toMatchObject([{ message: 'Only renaming is known here.' }]);
    expect(store.getState().document.text).toBe('A');
  });
});

describe('closed containers', () => {
  it('stay closed when they are renamed, and never flash open', async () => {
    const { document, drawing, store } = await openTestWorkspace('A\nB');
    drawing.collapse(pathOf('B'), true);
    await settled();
    const shown: (readonly string[])[] = [];
    store.subscribe(({ analysis, drawing: { collapsed } }, before) => {
      if (analysis.graph !== before.analysis.graph) shown.push(collapsed);
    });
    document.applyEdits(replace(2, 3, 'Beta'), 'Rename', 'canvas');
    await settled();
    expect(store.getState().drawing.collapsed).toEqual([pathOf('Beta')]);
    expect(shown).toEqual([[pathOf('Beta')]]);
  });

  it('are closed again when an undo brings them back', async () => {
    const { document, drawing, store } = await openTestWorkspace('A\nB');
    drawing.collapse(pathOf('B'), true);
    document.applyEdits(replace(1, 3, ''), 'Delete', 'canvas');
    await settled();
    expect(store.getState().drawing.collapsed).toEqual([]);
    document.undo();
    await settled();
    expect(store.getState().drawing.collapsed).toEqual([pathOf('B')]);
  });

  it('open for a state inside that is chosen elsewhere, not for the caret', async () => {
    const { drawing, selection, store } = await openTestWorkspace('A\nB');
    const inside = `${pathOf('A')}/ItemProcessor/States/X` as StatePath;
    drawing.collapse(pathOf('A'), true);
    selection.select(inside, 'editor');
    expect(store.getState().drawing.collapsed).toEqual([pathOf('A')]);
    selection.select(inside, 'command');
    expect(store.getState().drawing.collapsed).toEqual([]);
  });
});

describe('states moved by hand', () => {
  it('go from where they stand, follow a renaming, and come back with Undo', async () => {
    const { document, drawing, store } = await openTestWorkspace('A\nB');
    const moved = () => store.getState().drawing.moved;
    drawing.move([pathOf('B')], { x: 30, y: 0 });
    drawing.move([pathOf('B')], { x: 10, y: -5 });
    await settled();
    expect(moved()).toEqual([{ state: pathOf('B'), by: { x: 40, y: -5 } }]);
    document.applyEdits(replace(2, 3, 'Beta'), 'Rename', 'canvas');
    await settled();
    expect(moved()).toEqual([{ state: pathOf('Beta'), by: { x: 40, y: -5 } }]);
    document.undo();
    await settled();
    document.undo();
    expect(moved()).toEqual([{ state: pathOf('B'), by: { x: 30, y: 0 } }]);
    document.undo();
    expect(moved()).toEqual([]);
    document.redo();
    expect(moved()).toHaveLength(1);
    expect(store.getState().document.undoLabel).toBe('Move a state by hand');
    drawing.tidyUp();
    expect(moved()).toEqual([]);
  });

  it('belong to their document: another one is drawn plainly, and Undo brings them back', async () => {
    const { document, drawing, openText, store } = await openTestWorkspace('A\nB');
    drawing.move([pathOf('B')], { x: 30, y: 0 });
    openText('A\nB\nC', { kind: 'paste' });
    await settled();
    expect(store.getState().drawing.moved).toEqual([]);
    document.undo();
    await settled();
    expect(store.getState().drawing.moved).toEqual([{ state: pathOf('B'), by: { x: 30, y: 0 } }]);
  });
});

describe('what comes in from outside', () => {
  it('is opened by what it is, and the page says so', async () => {
    const { document, openIncoming, store } = await openTestWorkspace('A');
    await openIncoming('wrapped\none: B\ntwo: C', { kind: 'paste' });
    expect(store.getState().document).toMatchObject({ text: 'B', name: 'one' });
    const [notice] = store.getState().notices;
    expect(notice?.message).toBe('Taken out of a wrapping. It holds 2 state machines; “one” is open.');
    notice?.offers[0]?.take();
    expect(store.getState().document).toMatchObject({ text: 'C', name: 'two' });
    document.undo();
    document.undo();
    expect(store.getState().document).toMatchObject({ text: 'A', name: 'test' });
  });

  it('may be mocks, which leave the document alone', async () => {
    const { openIncoming, store } = await openTestWorkspace('A');
    await openIncoming('mocks', { kind: 'file', fileName: 'MockConfigFile.json' });
    expect(store.getState().document.text).toBe('A');
    expect(store.getState().execution.services.mocks).toEqual({ text: 'mocks' });
  });

  it('is what is just being copied, though the clipboard has an earlier text', async () => {
    const { copyStates, paste, store } = await openTestWorkspace('A');
    const clipboard: string[] = [];
    let written = () => {};
    const put = (text: string) => {
      clipboard.push(text);
      return new Promise<void>((resolve) => {
        written = resolve;
      });
    };
    const copied = copyStates([pathOf('A')], put);
    await paste('earlier');
    expect(store.getState().document.text).toBe(pathOf('A'));
    await vi.waitFor(() => expect(clipboard).toEqual([pathOf('A')]));
    written();
    expect(await copied).toBe(true);
    await paste('later');
    expect(store.getState().document.text).toBe('later');
  });

  it('is not recognised again where that is known', async () => {
    const { language, openIncoming, store } = await openTestWorkspace('A');
    language.recognise = () => Promise.reject(new Error('asked again'));
    await openIncoming('mocks', { kind: 'paste' }, { kind: 'mocks' });
    expect(store.getState().execution.services.mocks).toEqual({ text: 'mocks' });
  });

  it('is what Undo right behind it takes back, not what was done before', async () => {
    const { document, paste, undo, redo, store } = await openTestWorkspace('A');
    document.applyEdits(replace(1, 1, '\nB'), 'Add', 'canvas');
    const pasted = paste('C');
    undo();
    await pasted;
    await settled();
    expect(store.getState().document).toMatchObject({ text: 'A\nB', undoLabel: 'Add' });
    redo();
    expect(store.getState().document.text).toBe('C');
    const again = paste('D');
    undo();
    undo();
    await again;
    await settled();
    expect(store.getState().document).toMatchObject({ text: 'A\nB', undoLabel: 'Add' });
  });

  it('is not taken back in another workflow that came on show meanwhile', async () => {
    const { document, language, paste, undo, shelf, store } = await openTestWorkspace('A');
    const { open } = await shelf();
    const answers: (() => void)[] = [];
    language.recognise = () =>
      new Promise((resolve) => {
        answers.push(() => resolve({ kind: 'text' }));
      });
    const pasted = paste('C');
    undo();
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    open([{ text: 'Other', source: { kind: 'new' } }]);
    document.applyEdits(replace(5, 5, '\nB'), 'Add', 'canvas');
    answers[0]?.();
    await pasted;
    await settled();
    expect(store.getState().document).toMatchObject({ text: 'Other\nB', undoLabel: 'Add' });
  });

  it('is for the workflow that was on show, whatever is loaded first', async () => {
    const { paste, shelf, store } = await openTestWorkspace('A');
    const { open } = await shelf();
    const pasted = paste('{"StartAt":"S","States":{"S":{"Type":"Succeed"}}}');
    const states = paste('{"S":{"Type":"Succeed"}}');
    await Promise.resolve();
    open([{ text: 'Other', source: { kind: 'new' } }]);
    await Promise.all([pasted, states]);
    expect(store.getState().document).toMatchObject({ text: 'Other', undoLabel: undefined });
    expect(store.getState().notices.map(({ message }) => message)).toEqual([
      'Another workflow came on show: nothing was pasted.',
      'Another workflow came on show: what was pasted or dropped was not opened.',
    ]);
  });

  it('that cannot be opened is said, and keeps neither the next one nor Undo waiting', async () => {
    const { document, language, paste, undo, store } = await openTestWorkspace('A');
    document.applyEdits(replace(1, 1, '\nB'), 'Add', 'canvas');
    const { recognise } = language;
    language.recognise = () => Promise.resolve({ kind: 'history' });
    await paste('C');
    expect(store.getState().notices.at(-1)?.message).toBe('Nothing was pasted. Try again.');
    language.recognise = recognise.bind(language);
    await paste('C');
    expect(store.getState().document.text).toBe('C');
    undo();
    await settled();
    expect(store.getState().document.text).toBe('A\nB');
  });

  it('is opened as text when the worker does not answer', async () => {
    const { language, openIncoming, store } = await openTestWorkspace('A');
    language.recognise = () => Promise.reject(new Error('gone'));
    await openIncoming('B', { kind: 'paste' });
    expect(store.getState().document.text).toBe('B');
  });
});

it('copies states as they are when that is asked for, whatever is loaded and changed behind it', async () => {
  const { copyStates, document, language } = await openTestWorkspace('A');
  const texts: string[] = [];
  language.copyStates = async (text) => {
    texts.push(text);
    return text;
  };
  const copied = copyStates([A], async () => {});
  document.applyEdits(replace(0, 1, 'B'), 'Rename', 'canvas');
  await copied;
  expect(texts).toEqual(['A']);
});

describe('selection', () => {
  it('may be of several states, each followed by its place in the text', async () => {
    const { document, selection, store } = await openTestWorkspace('A\nB\nC');
    selection.select(pathOf('C'), 'canvas');
    selection.toggle(pathOf('A'), 'canvas');
    expect(store.getState().selection).toEqual({ state: pathOf('C'), also: [pathOf('A')], origin: 'canvas' });
    document.applyEdits([{ range: { start: 5, end: 5 }, text: 'ee' }], 'Type', 'command');
    await settled();
    expect(selectedStates(store.getState())).toEqual([pathOf('Cee'), pathOf('A')]);
    document.applyEdits([{ range: { start: 4, end: 7 }, text: '' }], 'Type', 'command');
    await settled();
    expect(selectedStates(store.getState())).toEqual([pathOf('A')]);
    selection.toggle(pathOf('A'), 'canvas');
    expect(selectedStates(store.getState())).toEqual([]);
  });

  it('follows its state through edits before it and through its renaming in the text', async () => {
    const { document, selection, store } = await openTestWorkspace('A\nB');
    selection.select(pathOf('B'), 'canvas');
    document.applyEdits(replace(0, 0, 'First\n'), 'Add', 'canvas');
    await settled();
    expect(store.getState().selection.state).toBe(pathOf('B'));
    document.applyEdits(replace(9, 9, 'ee'), 'Type', 'canvas');
    await settled();
    expect(store.getState().selection.state).toBe(pathOf('Bee'));
  });

  it('survives a text that cannot be read, and ends with its state', async () => {
    const { document, selection, store } = await openTestWorkspace('A\nB');
    selection.select(pathOf('B'), 'canvas');
    document.applyEdits(replace(0, 0, '!'), 'Break', 'canvas');
    await settled();
    expect(store.getState().selection.state).toBe(pathOf('B'));
    document.applyEdits(replace(0, 1, ''), 'Mend', 'canvas');
    await settled();
    expect(store.getState().selection.state).toBe(pathOf('B'));
    document.applyEdits(replace(1, 3, ''), 'Delete', 'canvas');
    await settled();
    expect(store.getState().selection.state).toBeUndefined();
  });

  it('comes back with Undo and Redo', async () => {
    const { edit, document, selection, store } = await openTestWorkspace('A\nB');
    selection.select(pathOf('B'), 'canvas');
    await edit({ type: 'renameState', state: A, name: 'Z' });
    await settled();
    expect(store.getState().selection.state).toBe(pathOf('Z'));
    document.undo();
    await settled();
    expect(store.getState().selection.state).toBe(pathOf('B'));
    document.redo();
    await settled();
    expect(store.getState().selection.state).toBe(pathOf('Z'));
  });

  it('takes the state around an offset', async () => {
    const { selection, store } = await openTestWorkspace('A\nB');
    selection.selectAt(2, 'editor');
    expect(store.getState().selection).toEqual({ state: pathOf('B'), also: [], origin: 'editor' });
  });
});

describe('execution', () => {
  it('runs the text and the input as they stand', async () => {
    const { execution, worker, store } = await openTestWorkspace('A');
    execution.setInput('{"n": 1}');
    execution.setType('EXPRESS');
    await execution.run();
    expect(worker.run).toMatchObject({ text: 'A', input: '{"n": 1}', settings: { type: 'EXPRESS' } });
    expect(store.getState().execution).toMatchObject({ phase: 'running', run: { events: 0 } });
  });

  it('does not run on an input that is not JSON, and says why', async () => {
    const { execution, worker, store } = await openTestWorkspace('A');
    execution.setInput('{');
    await execution.run();
    expect(worker.told).toEqual([]);
    expect(store.getState().execution.message).toMatch(/^The input is not JSON/);
    execution.setInput('');
    await execution.run();
    expect(worker.run?.input).toBe('{}');
  });

  it('says why a text cannot be run and keeps the run on show', async () => {
    const { execution, worker, store } = await openTestWorkspace('A');
    await execution.run();
    worker.push({ control: 'ended', result: { status: 'SUCCEEDED', output: '1' } });
    const { run } = store.getState().execution;
    worker.startResult = { ok: false, reason: 'Line 1: no.' };
    await execution.run();
    expect(store.getState().execution).toMatchObject({ phase: 'ended', message: 'Line 1: no.' });
    expect(store.getState().execution.run).toBe(run);
  });

  it('tells one listener for one changed state, and one for one transition', async () => {
    const { execution, worker, progress: statuses } = await openTestWorkspace('A\nB');
    await execution.run();
    const heard: string[] = [];
    const next = '/States/A#next' as TransitionId;
    statuses.subscribeState(A, () => heard.push('A'));
    statuses.subscribeState(pathOf('B'), () => heard.push('B'));
    statuses.subscribeTransition(next, () => heard.push('next'));
    worker.push({ states: [stateProgress({})] });
    worker.push({ taken: [{ id: next, count: 3 }] });
    expect(heard).toEqual(['A', 'next']);
    expect(statuses.state(A)?.status).toBe('inProgress');
    expect(statuses.transition(next)).toEqual({ count: 3, last: false });
  });

  it('moves the highlight from transition to transition', async () => {
    const { execution, worker, progress: statuses } = await openTestWorkspace('A');
    const [one, two] = ['a#next' as TransitionId, 'b#next' as TransitionId];
    await execution.run();
    worker.push({ taken: [{ id: one, count: 1 }], last: one });
    worker.push({ taken: [{ id: two, count: 1 }], last: two });
    expect(statuses.transition(one)).toEqual({ count: 1, last: false });
    expect(statuses.transition(two)).toEqual({ count: 1, last: true });
  });

  it('steps: starts paused, then goes from state to state; pauses a run that is going on', async () => {
    const { execution, worker } = await openTestWorkspace('A');
    execution.setSpeed('instant');
    await execution.step('into');
    worker.push({ control: 'paused' });
    await execution.step('into');
    await execution.continue();
    worker.push({ control: 'running' });
    await execution.step('into');
    expect(worker.told).toEqual(['start instant paused', 'step into', 'continue', 'pause']);
  });

  it('lets the run before it go on when another is started, and ends it on restart', async () => {
    const { execution, worker, store } = await openTestWorkspace('A');
    execution.setSpeed('instant');
    await execution.run();
    await execution.run();
    expect(worker.told).toEqual(['start instant', 'start instant']);
    expect(store.getState().execution.runs.map(({ name }) => name)).toEqual(['Run 1', 'Run 2']);
    worker.told.length = 0;
    await execution.restart();
    expect(worker.told.map((each) => each.split(' ')[0])).toEqual(['stop', 'start', 'close']);
    expect(store.getState().execution.runs.map(({ name }) => name)).toEqual(['Run 1', 'Run 3']);
  });

  it('tells of a run that is not on show by its tab only', async () => {
    const { execution, worker, store, progress: statuses } = await openTestWorkspace('A');
    await execution.run();
    const first = worker.run;
    await execution.run();
    worker.run = first;
    worker.push({ states: [stateProgress({})], control: 'ended', result: { status: 'FAILED' } });
    const { runs, phase } = store.getState().execution;
    expect(runs.map(({ phase, status }) => [phase, status])).toEqual([
      ['ended', 'FAILED'],
      ['running', undefined],
    ]);
    expect(phase).toBe('running');
    expect(statuses.state(A)).toBeUndefined();
  });

  it('shows a run of another tab whole, and its speed', async () => {
    const { execution, worker, store, progress: statuses } = await openTestWorkspace('A');
    await execution.run();
    const id = store.getState().execution.run?.id ?? '';
    await execution.run();
    worker.kept.set(id, onShow(id, 'A', { time: { skipped: 60_000 } }));
    await execution.showRun(id);
    expect(store.getState()).toMatchObject({
      execution: {
        phase: 'paused',
        reason: 'Here.',
        run: { id, events: 5, time: { skipped: 60_000 } },
      },
      settings: { speed: 3 },
    });
    expect(statuses.state(A)?.visits).toBe(1);
    expect(worker.told).toContain('breakpoints ');
  });

  it('says which runs went with a worker, and offers them', async () => {
    const { execution, worker, store } = await openTestWorkspace('A');
    await execution.run();
    const id = store.getState().execution.run?.id ?? '';
    await execution.run();
    worker.listed = [{ ...onShow(id, 'A').record, presence: 'live' }];
    worker.say({ type: 'crashed', message: 'Stopped.' });
    await settled();
    const { message, interrupted, runs } = store.getState().execution;
    expect(message).toBe('Stopped. Run 1 went with it.');
    expect(runs.map(({ phase }) => phase)).toEqual(['crashed', 'crashed']);
    // It was not the page that was closed.
    expect(interrupted).toEqual([{ id, name: 'Run 1', document: 'test', at: A, withWorker: true }]);
    worker.kept.set(id, onShow(id, 'A'));
    await execution.resumeRun(id);
    expect(store.getState().execution).toMatchObject({ phase: 'paused', interrupted: [] });
  });

  it('shows a run that broke as one that broke, whenever it comes on show', async () => {
    const { execution, worker, store } = await openTestWorkspace('A');
    await execution.run();
    const id = store.getState().execution.run?.id ?? '';
    worker.say({ type: 'crashed', run: id, message: 'The run was given up: a mistake.' });
    await execution.run();
    expect(store.getState().execution.phase).toBe('running');
    worker.kept.set(id, onShow(id, 'A', { control: 'ended' }));
    await execution.showRun(id);
    expect(store.getState().execution).toMatchObject({
      phase: 'crashed',
      message: 'The run was given up: a mistake.',
    });
  });

  it('says by a notice that a run was interrupted, where the panel is hidden', async () => {
    const { execution, worker, store, settings } = await openTestWorkspace('A');
    await execution.run();
    settings.showPanel('debugger', false);
    worker.listed = [{ ...onShow(store.getState().execution.run?.id ?? '', 'A').record, presence: 'live' }];
    worker.say({ type: 'crashed', message: 'Stopped.' });
    await settled();
    const [notice] = store.getState().notices;
    expect(notice).toMatchObject({
      message: 'Run 1 of test was interrupted.',
      offers: [{ label: 'Show runs' }],
    });
    notice?.offers[0]?.take();
    expect(store.getState().settings.panelsShown.debugger).toBe(true);
  });

  it('does not listen to a run that is no longer on show', async () => {
    const { execution, worker, store, progress: statuses } = await openTestWorkspace('A');
    await execution.run();
    execution.clear();
    worker.push({ states: [stateProgress({})], control: 'ended', result: { status: 'ABORTED' } });
    expect(store.getState().execution).toMatchObject({ phase: 'idle', run: undefined });
    expect(statuses.state(A)).toBeUndefined();
  });

  it('reports a crash and leaves what the page has of the run', async () => {
    const { execution, worker, store, progress: statuses } = await openTestWorkspace('A');
    await execution.run();
    worker.push({ states: [stateProgress({})], events: 7 });
    worker.say({ type: 'crashed', message: 'Stopped: an expression did not end.' });
    expect(store.getState().execution).toMatchObject({
      phase: 'crashed',
      message: 'Stopped: an expression did not end.',
      run: { events: 7 },
    });
    expect(statuses.state(A)?.visits).toBe(1);
    await execution.run();
    expect(store.getState().execution.phase).toBe('running');
  });

  it('knows when the document is no longer the one that ran', async () => {
    const { execution, document, store } = await openTestWorkspace('A');
    await execution.run();
    expect(selectRunIsOutdated(store.getState())).toBe(false);
    document.applyEdits(replace(1, 1, '\nB'), 'Add', 'canvas');
    expect(selectRunIsOutdated(store.getState())).toBe(true);
  });

  it('makes up an input that follows the definition until the user types one', async () => {
    const { execution, document, store } = await openTestWorkspace('A');
    expect(store.getState().execution.input).toBe('{"states":1}');
    document.applyEdits(replace(1, 1, '\nB'), 'Add', 'canvas');
    await settled();
    expect(store.getState().execution.input).toBe('{"states":2}');
    execution.setInput('{}');
    document.applyEdits(replace(1, 1, '\nC'), 'Add', 'canvas');
    await settled();
    expect(store.getState().execution.input).toBe('{}');
  });

  it('keeps the input of an example until another text is opened', async () => {
    const { document, store, openText } = await openTestWorkspace('A');
    openText('B', EXAMPLE_B);
    await settled();
    document.applyEdits(replace(1, 1, '\nC'), 'Add', 'canvas');
    await settled();
    expect(store.getState().execution.input).toBe('{"b":1}');
    openText('A', { kind: 'paste' });
    await settled();
    expect(store.getState().execution.input).toBe('{"states":1}');
  });

  it('gets type and services of an example, which leave with it unless they were changed', async () => {
    const { execution, store, openText } = await openTestWorkspace('A');
    openText('B', EXAMPLE_B);
    expect(store.getState().execution).toMatchObject({
      type: 'EXPRESS',
      services: { mocks: { text: '{}' }, objects: [{ bucket: 'b', key: 'k', id: 0 }], machines: [] },
    });
    openText('A', { kind: 'paste' });
    expect(store.getState().execution).toMatchObject({
      type: 'STANDARD',
      services: { mocks: undefined, objects: [] },
    });
    openText('B', EXAMPLE_B);
    execution.setServices({ mocks: { text: '{"mine":1}' } });
    openText('A', { kind: 'paste' });
    expect(store.getState().execution).toMatchObject({
      type: 'EXPRESS',
      services: { mocks: { text: '{"mine":1}' } },
    });
  });

  it('takes nothing over into a new workflow; Undo and Redo bring back what each document had', async () => {
    const { document, execution, store, openText } = await openTestWorkspace('A');
    execution.setInput('1');
    execution.setServices({ mocks: { text: '{"mine":1}' } });
    openText('B', EXAMPLE_B);
    execution.setInput('2');
    openText('N', { kind: 'new' });
    await settled();
    expect(store.getState()).toMatchObject({
      document: { name: 'workflow' },
      execution: { input: '{"states":1}', type: 'STANDARD', services: { mocks: undefined } },
    });
    document.undo();
    await settled();
    expect(store.getState().execution).toMatchObject({
      input: '2',
      type: 'EXPRESS',
      servicesOrigin: 'example',
    });
    document.undo();
    await settled();
    expect(store.getState()).toMatchObject({
      document: { text: 'A', name: 'test' },
      execution: { input: '1', type: 'STANDARD', services: { mocks: { text: '{"mine":1}' } } },
    });
    document.redo();
    await settled();
    expect(store.getState().execution).toMatchObject({ input: '2', type: 'EXPRESS' });
  });

  it('changes the speed of a run that is going on, and remembers it', async () => {
    const { execution, worker, store } = await openTestWorkspace('A');
    execution.setSpeed(3);
    await execution.run();
    execution.setSpeed('instant');
    expect(worker.told).toEqual(['start 3', 'speed instant']);
    expect(store.getState().settings.speed).toBe('instant');
  });
});

describe('export', () => {
  it('gives the text as typed, or formatted, or in the other notation, with a name for its file', async () => {
    const { exportDefinition } = await openTestWorkspace('A ');
    expect(await exportDefinition({ format: 'json', formatted: false })).toEqual({
      ok: true,
      text: 'A ',
      fileName: 'test.asl.json',
      mediaType: 'application/json',
    });
    expect(await exportDefinition({ format: 'json', formatted: true })).toMatchObject({ text: 'json:A ' });
    expect(await exportDefinition({ format: 'yaml', formatted: false })).toMatchObject({
      text: 'yaml:A ',
      fileName: 'test.asl.yaml',
    });
  });
});

describe('storage', () => {
  it('stores what changed, shortly after', async () => {
    const { document, execution, clock, stored } = await openTestWorkspace('A');
    document.applyEdits(replace(0, 1, 'B'), 'Edit', 'canvas');
    execution.setInput('1');
    expect(stored).toEqual({});
    clock.pass(500);
    expect(stored).toMatchObject({
      document: { text: 'B', format: 'json', name: 'test' },
      input: { input: '1', inputOrigin: 'user' },
    });
  });

  it('stores settings at once', async () => {
    const { settings, stored } = await openTestWorkspace('A');
    settings.resizePanels({ editor: 40 });
    expect(stored).toMatchObject({ settings: { panelSizes: { editor: 40 } } });
  });

  it('knows settings before any workflow, however long that takes, and keeps what is changed meanwhile', async () => {
    const saved: unknown[] = [];
    const parts = (load: () => Promise<StoredWorkspace>) => ({
      language: new FakeLanguage(),
      execution: new FakeExecution(),
      storage: {
        places: NO_MEMORY,
        settings: async () => ({ panelSizes: { editor: 40 } }),
        saveSettings: (settings: unknown) => void saved.push(settings),
        load,
        save: async () => {},
      },
      clock: createFakeClock(),
      seed: () => 1,
    });
    let loaded: (stored: StoredWorkspace) => void = () => {};
    const workspace = createWorkspace(parts(() => new Promise((resolve) => (loaded = resolve))));
    const restored = workspace.restore(async () => ({ text: 'A', format: 'json', name: 'test' }));
    await workspace.restoreSettings();
    expect(workspace.store.getState().settings.panelSizes).toEqual({ editor: 40 });
    workspace.settings.change({ theme: 'dark' });
    expect(saved.at(-1)).toMatchObject({ panelSizes: { editor: 40 }, theme: 'dark' });
    // What an earlier version of the page stored with the workflows is out of date by now.
    loaded({ settings: { theme: 'light' } });
    await restored;
    expect(workspace.store.getState().settings).toMatchObject({ panelSizes: { editor: 40 }, theme: 'dark' });
  });

  it('takes over the settings that an earlier version of the page stored with the workflows', async () => {
    const { store, stored } = await openTestWorkspace(
      'A',
      { settings: { theme: 'dark' } },
      {
        settings: async () => undefined,
      },
    );
    expect(store.getState().settings.theme).toBe('dark');
    expect(stored).toMatchObject({ settings: { theme: 'dark', direction: 'down' } });
  });

  it('keeps what came with an example once its text is changed', async () => {
    const { document, openText, clock, stored } = await openTestWorkspace('A');
    openText('B', EXAMPLE_B);
    document.applyEdits(replace(0, 1, 'C'), 'Edit', 'canvas');
    clock.pass(500);
    expect(stored).toMatchObject({ document: { text: 'C' }, input: { input: '{"b":1}', type: 'EXPRESS' } });
    const again = await openTestWorkspace('other', structuredClone(stored) as never);
    expect(again.store.getState().execution).toMatchObject({
      input: '{"b":1}',
      inputOrigin: 'example',
      servicesOrigin: 'example',
      services: { mocks: { text: '{}' } },
    });
  });

  it('stores at once when the page goes away', async () => {
    const { document, flush, stored } = await openTestWorkspace('A');
    document.applyEdits(replace(0, 1, 'B'), 'Edit', 'canvas');
    flush();
    expect(stored.document).toMatchObject({ text: 'B' });
  });

  it('brings everything back, the run on show too', async () => {
    const first = await openTestWorkspace('A');
    first.document.applyEdits(replace(1, 1, ' '), 'Edit', 'canvas');
    first.settings.change({ theme: 'dark' });
    first.execution.setInput('{"x":1}');
    await first.execution.run();
    const id = first.store.getState().execution.run?.id ?? '';
    first.flush();
    const shown = onShow(id, 'A', { control: 'ended', result: { status: 'SUCCEEDED', output: '2' } });
    const again = await openTestWorkspace('other', structuredClone(first.stored) as never, {}, (worker) => {
      worker.kept.set(id, shown);
      worker.listed = [{ ...shown.record, presence: 'ended' }];
    });
    expect(again.store.getState()).toMatchObject({
      document: { text: 'A ', undoLabel: undefined },
      settings: { theme: 'dark' },
      execution: {
        phase: 'ended',
        input: '{"x":1}',
        run: { restored: true, events: 5, result: { status: 'SUCCEEDED', output: '2' } },
      },
    });
    expect(again.worker.told).toEqual(['list', `show ${id}`]);
  });

  it('shows what an earlier version stored of the last run', async () => {
    const { worker, store } = await openTestWorkspace('other', {
      run: {
        summary: { ...summary, result: { status: 'SUCCEEDED' } },
        text: 'A',
        format: 'json',
        history: { events: [] },
      },
    });
    expect(worker.told).toEqual(['load A']);
    expect(store.getState().execution).toMatchObject({ phase: 'ended', run: { restored: true } });
  });

  it('forgets the tab of a run that is taken off the page', async () => {
    const { execution, worker, stored, openText } = await openTestWorkspace('A');
    await execution.run();
    worker.push({ control: 'ended', result: { status: 'SUCCEEDED' } });
    expect(stored.runs).toMatchObject({ open: [{ name: 'Run 1' }], started: 1 });
    openText('B', { kind: 'paste' });
    expect(stored.runs).toEqual({ open: [], started: 1 });
  });

  it('goes on with a notice where nothing can be stored', async () => {
    const refuse = () => Promise.reject(new Error('private window'));
    const { document, store, clock } = await openTestWorkspace('A', {}, { load: refuse, save: refuse });
    expect(store.getState()).toMatchObject({ restored: true, document: { text: 'A' } });
    document.applyEdits(replace(0, 1, 'B'), 'Edit', 'canvas');
    clock.pass(500);
    await settled();
    document.applyEdits(replace(0, 1, 'C'), 'Edit', 'canvas');
    clock.pass(500);
    await settled();
    expect(store.getState().notices).toHaveLength(2);
  });
});

const summary = {
  id: 'run',
  type: 'STANDARD',
  input: '{}',
  version: 1,
  startedAt: 0,
  now: 0,
  events: 0,
  transitions: 0,
  restored: false,
} as const;

/** A run as the worker shows it: paused at A after five events. */
function onShow(id: string, text: string, part: Partial<ProgressBatch> = {}): RunOnShow {
  const now = 1_700_000_000_000 as EpochMs;
  const figures = { now, events: 5, transitions: 1, at: A } as const;
  return {
    record: {
      id,
      name: 'Run 1',
      document: 'test',
      startedAt: now,
      keptSince: now,
      type: 'STANDARD',
      startTime: now,
      input: '{}',
      point: { ...figures, recorded: 5, shown: 5, control: 'paused' },
      size: 10,
      pieces: 0,
    },
    text,
    format: 'json',
    input: '{}',
    services: {},
    speed: 3,
    progress: {
      ...figures,
      timeline: 5,
      run: id,
      control: 'paused',
      states: [stateProgress({})],
      taken: [],
      reason: 'Here.',
      ...part,
    },
  };
}
