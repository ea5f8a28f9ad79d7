import type { editor, languages } from 'monaco-editor/editor/editor.api.js';
import type { Workspace } from '../../../workspace';

/** The document formatted by the workspace: one step of its undo log, so that Monaco has nothing left to do. */
export function formattingProvider(
  own: editor.ITextModel,
  workspace: Workspace,
): languages.DocumentFormattingEditProvider {
  return {
    displayName: 'Statecraft',
    async provideDocumentFormattingEdits(model) {
      if (model !== own) return [];
      const { format, version } = workspace.store.getState().document;
      try {
        const result = await workspace.exportDefinition({ format, formatted: true });
        if (workspace.store.getState().document.version !== version) return [];
        if (result.ok) workspace.document.replaceAll(result.text, 'Format the text');
        else workspace.notices.add('warning', result.reason);
      } catch {
        // The worker is gone; the text stays as it is.
      }
      return [];
    },
  };
}
