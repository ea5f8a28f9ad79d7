import type { editor } from 'monaco-editor/editor/editor.api.js';
import type { Severity } from '../../asl';
import type { Workspace } from '../../workspace';
import type { Monaco } from '../parts';
import type { TextSync } from './textSync';

const OWNER = 'statecraft';

/** Shows the diagnostics of the text as it stands as markers; older ones wait for the newer. */
export function syncMarkers(
  monaco: Monaco,
  model: editor.ITextModel,
  workspace: Workspace,
  sync: TextSync,
): () => void {
  const { MarkerSeverity } = monaco;
  const severities = {
    error: MarkerSeverity.Error,
    warning: MarkerSeverity.Warning,
    info: MarkerSeverity.Info,
  } satisfies Record<Severity, number>;
  const show = () => {
    const { analysis, document, drawing } = workspace.store.getState();
    if (analysis.analysedVersion !== document.version) return;
    monaco.editor.setModelMarkers(
      model,
      OWNER,
      analysis.diagnostics
        .filter(({ code }) => !drawing.silenced.includes(code))
        .map(({ severity, message, code, range }) => ({
          ...sync.rangeOf(range),
          severity: severities[severity],
          message,
          code,
        })),
    );
  };
  const stop = workspace.store.subscribe((state, before) => {
    if (state.analysis !== before.analysis || state.drawing !== before.drawing) show();
  });
  show();
  return stop;
}
