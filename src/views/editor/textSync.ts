import type { editor, IRange } from 'monaco-editor/editor/editor.api.js';
import type { TextRange } from '../../asl';
import type { Workspace } from '../../workspace';
import { LineIndex } from './lineIndex';

/**
 * Keeps Monaco's model and the document the same text. Monaco is a view: what is typed goes to the document
 * as edits, and everybody else's edits (canvas, forms, undo) come from it. Nothing here undoes: the undo log
 * is the workspace's, whoever has the focus.
 */
export interface TextSync {
  /** Offset in the document's text of the editor's position. */
  offsetAt(position: { readonly lineNumber: number; readonly column: number }): number;
  rangeOf(range: TextRange): IRange;
  dispose(): void;
}

export function syncText(model: editor.ITextModel, workspace: Workspace): TextSync {
  const { document, store } = workspace;
  let index = new LineIndex(store.getState().document.text);
  let mirroring = false;

  const fromEditor = model.onDidChangeContent(({ changes }) => {
    if (mirroring) return;
    const edits = changes
      .map(({ range, text }) => ({
        range: {
          start: index.offsetAt({ lineNumber: range.startLineNumber, column: range.startColumn }),
          end: index.offsetAt({ lineNumber: range.endLineNumber, column: range.endColumn }),
        },
        text,
      }))
      .sort((a, b) => a.range.start - b.range.start);
    const { text } = store.getState().document;
    const all = edits.some(({ range }) => range.start === 0 && range.end === text.length && text !== '');
    // What is pasted over all may be taken back at once, without what was typed before.
    document.applyEdits(edits, 'Type in the editor', 'editor', all ? 'typing over all' : 'typing');
  });

  const stopMirroring = document.subscribe((change) => {
    const before = index;
    index = new LineIndex(change.text);
    if (change.origin === 'editor') return;
    mirroring = true;
    model.applyEdits(change.edits.map(({ range, text }) => ({ range: rangeIn(before, range), text })));
    if (sameLines(model.getValue()) !== sameLines(change.text)) model.setValue(change.text);
    mirroring = false;
  });

  return {
    offsetAt: (position) => index.offsetAt(position),
    rangeOf: (range) => rangeIn(index, range),
    dispose() {
      fromEditor.dispose();
      stopMirroring();
    },
  };
}

function rangeIn(index: LineIndex, { start, end }: TextRange): IRange {
  const from = index.positionAt(start);
  const to = index.positionAt(end);
  return {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  };
}

/** Monaco normalises line ends and keeps a byte order mark aside; neither makes the texts differ. */
const sameLines = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
