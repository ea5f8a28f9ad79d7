import type { editor } from 'monaco-editor/editor/editor.api.js';
import type { Workspace } from '../../workspace';

/**
 * What is pasted over the whole text may be no definition, but hold one, or be a history or an answer from AWS: the text
 * comes back, and what was pasted is opened by what it is, as anywhere else on the page.
 */
export function watchPasting(view: editor.IStandaloneCodeEditor, workspace: Workspace): () => void {
  const { store } = workspace;
  const watching = view.onDidPaste(({ range }) => {
    if (!view.getModel()?.getFullModelRange().equalsRange(range)) return;
    const { text, version } = store.getState().document;
    void workspace
      .recognise(text)
      .then((recognised) => {
        if (recognised.kind === 'text' || store.getState().document.version !== version) return;
        workspace.document.retract();
        return workspace.openIncoming(text, { kind: 'paste' }, recognised);
      })
      // The worker is gone: the text stays as it was pasted.
      .catch(() => undefined);
  });
  return () => watching.dispose();
}
