import type { TextRange } from '../../asl';
import type { Workspace, WorkspaceState } from '../../workspace';
import type { LoadedMonaco } from '../parts';
import { syncBreakpoints } from './breakpointMarks';
import { offerFixes } from './codeActions';
import { keepPlace } from './keepPlace';
import { syncMarkers } from './markers';
import { syncMoment } from './momentMark';
import { watchPasting } from './pasting';
import { offerRefactorings } from './refactorActions';
import { syncSelection } from './selectionSync';
import { registerServices } from './services/registerServices';
import { syncText } from './textSync';

const OPTIONS = {
  automaticLayout: true,
  minimap: { enabled: false },
  fontSize: 12.5,
  lineHeight: 19,
  tabSize: 2,
  insertSpaces: true,
  scrollBeyondLastLine: false,
  smoothScrolling: true,
  stickyScroll: { enabled: true, maxLineCount: 3 },
  renderLineHighlight: 'line',
  lineNumbersMinChars: 3,
  glyphMargin: true,
  folding: true,
  padding: { top: 8, bottom: 8 },
  overviewRulerBorder: false,
  fixedOverflowWidgets: true,
  accessibilitySupport: 'auto',
  ariaLabel: 'Definition text',
  unicodeHighlight: { ambiguousCharacters: false },
  quickSuggestions: { strings: true, other: true, comments: false },
  wordBasedSuggestions: 'off',
  'semanticHighlighting.enabled': true,
  inlayHints: { fontSize: 11.5 },
} as const;

export interface BoundEditor {
  /** Shows a place of the text, with the cursor and the focus on it. */
  goTo(range: TextRange): void;
  dispose(): void;
}

/** Puts Monaco into an element and ties it to the workspace. */
export function bindEditor(
  { monaco, followTheme }: LoadedMonaco,
  host: HTMLElement,
  workspace: Workspace,
): BoundEditor {
  const { store } = workspace;
  const { text, format } = store.getState().document;
  const model = monaco.editor.createModel(text, format);
  model.updateOptions({ tabSize: 2, insertSpaces: true });
  const stopFollowing = followTheme(monaco);
  const view = monaco.editor.create(host, {
    ...OPTIONS,
    model,
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-code'),
  });
  const sync = syncText(model, workspace);
  const stops = [
    syncSelection(view, workspace, sync),
    syncMoment(view, workspace, sync),
    syncMarkers(monaco, model, workspace, sync),
    syncBreakpoints(monaco, view, workspace, sync),
    registerServices(monaco, view, model, workspace, sync),
    offerFixes(monaco, model, workspace, sync),
    offerRefactorings(monaco, model, workspace),
    watchPasting(view, workspace),
    keepPlace(view, workspace),
    store.subscribe((state: WorkspaceState, before: WorkspaceState) => {
      if (state.document.format !== before.document.format) {
        monaco.editor.setModelLanguage(model, state.document.format);
      }
    }),
    stopFollowing,
    () => sync.dispose(),
    () => view.dispose(),
    () => model.dispose(),
  ];
  return {
    goTo(range) {
      const place = sync.rangeOf(range);
      view.setSelection(place);
      view.revealRangeInCenterIfOutsideViewport(place);
      view.focus();
    },
    dispose() {
      for (const stop of stops) stop();
    },
  };
}
