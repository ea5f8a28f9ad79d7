import type { editor } from 'monaco-editor/editor/editor.api.js';
import type { Workspace } from '../../workspace';

/** A document that was open before begins where it was left, another one at its top, wherever the one before was. */
export function keepPlace(view: editor.IStandaloneCodeEditor, { document, places }: Workspace): () => void {
  const goBack = () => {
    const [scrollTop = 0, lineNumber, column] = places.take('editor') ?? [];
    if (lineNumber !== undefined && column !== undefined) view.setPosition({ lineNumber, column });
    view.setScrollPosition({ scrollTop, scrollLeft: 0 }, 1);
  };
  const stopWatching = places.watch('editor', () => {
    const { lineNumber = 1, column = 1 } = view.getPosition() ?? {};
    return [view.getScrollTop(), lineNumber, column];
  });
  const stop = document.subscribe(({ origin }) => {
    if (origin === 'open') goBack();
  });
  goBack();
  return () => {
    stopWatching();
    stop();
  };
}
