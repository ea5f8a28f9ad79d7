import type { languages } from 'monaco-editor/editor/editor.api.js';
import type { TokenKind } from '../../../asl';
import type { Asking } from './asking';

const KINDS: readonly TokenKind[] = [
  'key',
  'string',
  'number',
  'keyword',
  'path',
  'function',
  'placeholder',
  'delimiter',
];

/** Colours of expressions, for the lines that are seen. */
export function colouringProvider(asking: Asking): languages.DocumentRangeSemanticTokensProvider {
  return {
    getLegend: () => ({ tokenTypes: [...KINDS], tokenModifiers: [] }),
    async provideDocumentRangeSemanticTokens(model, range) {
      const start = asking.offsetAt(range.getStartPosition());
      const end = asking.offsetAt(range.getEndPosition());
      const pieces = await asking.ask(model, range.getStartPosition(), ({ text, format }) =>
        asking.workspace.askService('colours', { text, format, within: { start, end } }),
      );
      if (!pieces) return null;
      const data: number[] = [];
      let line = 1;
      let column = 1;
      for (const piece of pieces) {
        const { startLineNumber, startColumn } = asking.rangeOf(piece);
        const sameLine = startLineNumber === line;
        const before = sameLine ? startColumn - column : startColumn - 1;
        data.push(startLineNumber - line, before, piece.end - piece.start, KINDS.indexOf(piece.kind), 0);
        line = startLineNumber;
        column = startColumn;
      }
      return { data: Uint32Array.from(data) };
    },
  };
}
