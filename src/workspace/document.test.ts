import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, type TextEdit } from '../asl';
import type { DocumentChange } from './document';
import { openTestWorkspace } from './testing/testWorkspace';

const insert = (at: number, text: string): TextEdit => ({ range: { start: at, end: at }, text });

/** Sorted edits that do not overlap, cut to fit any text. */
const anyEdits = fc
  .array(fc.record({ skip: fc.nat(6), remove: fc.nat(4), text: fc.string({ maxLength: 5 }) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => (text: string): readonly TextEdit[] => {
    let at = 0;
    return parts.map((part) => {
      const start = Math.min(at + part.skip, text.length);
      const end = Math.min(start + part.remove, text.length);
      at = end;
      return { range: { start, end }, text: part.text };
    });
  });

describe('undo', () => {
  it('gives back every text, byte for byte, and redo the last one', async () => {
    const anyScript = fc.array(fc.record({ edits: anyEdits, wait: fc.nat(1200), typing: fc.boolean() }), {
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 30 }), anyScript, async (first, script) => {
        const { document, store, clock } = await openTestWorkspace(first);
        let mirror = first;
        document.subscribe(({ edits }) => {
          mirror = applyEdits(mirror, edits);
        });
        for (const { edits, wait, typing } of script) {
          clock.pass(wait);
          document.applyEdits(edits(store.getState().document.text), 'Edit', typing ? 'editor' : 'canvas');
        }
        const last = store.getState().document.text;
        expect(mirror).toBe(last);
        while (document.undo());
        expect(store.getState().document.text).toBe(first);
        expect(mirror).toBe(first);
        while (document.redo());
        expect(store.getState().document.text).toBe(last);
        expect(mirror).toBe(last);
      }),
      { numRuns: 60 },
    );
  });

  it('takes a burst of typing back at once, and what came after a pause by itself', async () => {
    const { document, store, clock } = await openTestWorkspace('');
    for (const [index, letter] of [...'abc'].entries()) {
      document.applyEdits([insert(index, letter)], 'Type', 'editor');
      clock.pass(300);
    }
    clock.pass(600);
    document.applyEdits([insert(3, 'd')], 'Type', 'editor');
    document.undo();
    expect(store.getState().document.text).toBe('abc');
    document.undo();
    expect(store.getState().document.text).toBe('');
    expect(document.undo()).toBe(false);
  });

  it('takes back what was pasted over all of the text, and not what was typed right before', async () => {
    const { document, store } = await openTestWorkspace('');
    document.applyEdits([insert(0, 'a')], 'Type', 'editor', 'typing');
    document.applyEdits([{ range: { start: 0, end: 1 }, text: 'b' }], 'Type', 'editor', 'typing over all');
    document.applyEdits([insert(1, 'c')], 'Type', 'editor', 'typing');
    document.undo();
    expect(store.getState().document.text).toBe('a');
    document.undo();
    expect(store.getState().document.text).toBe('');
  });

  it('takes gestures back one by one, however fast they follow each other', async () => {
    const { document, store } = await openTestWorkspace('');
    document.applyEdits([insert(0, 'a')], 'First', 'canvas');
    document.applyEdits([insert(1, 'b')], 'Second', 'canvas');
    expect(store.getState().document.undoLabel).toBe('Second');
    document.undo();
    expect(store.getState().document).toMatchObject({ text: 'a', undoLabel: 'First', redoLabel: 'Second' });
  });

  it('takes back together what was typed into one field of a form, however slowly', async () => {
    const { document, store, clock } = await openTestWorkspace('');
    document.applyEdits([insert(0, 'a')], 'Set Comment', 'inspector', 'field 1');
    clock.pass(60_000);
    document.applyEdits([insert(1, 'b')], 'Set Comment', 'inspector', 'field 1');
    document.applyEdits([insert(2, 'c')], 'Set Comment', 'inspector', 'field 2');
    document.undo();
    expect(store.getState().document.text).toBe('ab');
    document.undo();
    expect(store.getState().document.text).toBe('');
  });

  it('does not join typing to what was typed before an undo', async () => {
    const { document, store } = await openTestWorkspace('');
    document.applyEdits([insert(0, 'a')], 'Type', 'editor');
    document.undo();
    document.redo();
    document.applyEdits([insert(1, 'b')], 'Type', 'editor');
    document.undo();
    expect(store.getState().document.text).toBe('a');
  });

  it('forgets what was undone when something new is written', async () => {
    const { document, store } = await openTestWorkspace('');
    document.applyEdits([insert(0, 'a')], 'A', 'canvas');
    document.undo();
    document.applyEdits([insert(0, 'b')], 'B', 'canvas');
    expect(document.redo()).toBe(false);
    expect(store.getState().document.redoLabel).toBeUndefined();
  });

  it('brings back the notation and the name of what a paste replaced', async () => {
    const { document, store, openText } = await openTestWorkspace('{}');
    openText('StartAt: A', { kind: 'file', fileName: 'other.asl.yaml' });
    expect(store.getState().document).toMatchObject({ format: 'yaml', name: 'other', text: 'StartAt: A' });
    document.undo();
    expect(store.getState().document).toMatchObject({ format: 'json', name: 'test', text: '{}' });
    document.redo();
    expect(store.getState().document).toMatchObject({ format: 'yaml', name: 'other' });
  });
});

describe('writing', () => {
  it('replaces all by the smallest single edit', async () => {
    const { document } = await openTestWorkspace('{ "a": 1 }');
    const changes: DocumentChange[] = [];
    document.subscribe((change) => changes.push(change));
    document.replaceAll('{ "a": 12 }', 'Format');
    expect(changes).toMatchObject([{ edits: [insert(8, '2')], text: '{ "a": 12 }', origin: 'command' }]);
  });

  it('counts versions up, also when undoing', async () => {
    const { document, store } = await openTestWorkspace('');
    const { version } = store.getState().document;
    document.applyEdits([insert(0, 'a')], 'A', 'canvas');
    document.undo();
    expect(store.getState().document.version).toBe(version + 2);
  });

  it('takes a step back for good', async () => {
    const { document, store, clock } = await openTestWorkspace('a');
    document.applyEdits([insert(1, 'b')], 'Add b', 'editor');
    clock.pass(10);
    document.applyEdits([insert(2, 'c')], 'Paste', 'editor', 'typing over all');
    document.retract();
    expect(store.getState().document).toMatchObject({ text: 'ab', undoLabel: 'Add b', redoLabel: undefined });
    expect(document.redo()).toBe(false);
    // What was undone before it was not to be done again any more, either.
    document.undo();
    expect(store.getState().document).toMatchObject({ text: 'a', redoLabel: 'Add b' });
  });

  it('does nothing for no edits', async () => {
    const { document, store } = await openTestWorkspace('a');
    const before = store.getState().document;
    document.applyEdits([], 'Nothing', 'canvas');
    document.replaceAll('a', 'Nothing');
    expect(store.getState().document).toBe(before);
  });
});

describe('versions', () => {
  it('are the texts that Undo leads back to, those that were opened among them', async () => {
    const { document, store, clock } = await openTestWorkspace('a');
    expect(document.versions()).toEqual([]);
    document.applyEdits([insert(1, 'b')], 'Add b', 'canvas');
    clock.pass(1000);
    document.open({ text: 'x: 1', format: 'yaml', name: 'other' }, 'Open other');
    document.rewrite({ text: '{"x":1}', format: 'json' }, 'Convert to JSON');
    document.applyEdits([insert(0, ' ')], 'Add a space', 'editor');
    expect(
      document
        .versions()
        .map(({ next, opened, replaced, read }) => [next, opened, replaced, read().text, read().format]),
    ).toEqual([
      ['Add a space', false, false, '{"x":1}', 'json'],
      ['Convert to JSON', true, false, 'x: 1', 'yaml'],
      ['Open other', false, true, 'ab', 'json'],
      ['Add b', true, false, 'a', 'json'],
    ]);
    expect(store.getState().document.text).toBe(' {"x":1}');
    document.undo();
    document.undo();
    expect(document.versions().map(({ next }) => next)).toEqual(['Open other', 'Add b']);
  });
});
