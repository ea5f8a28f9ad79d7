import type { TextRange } from '../../asl';
import type { Workspace, WorkspaceState } from '../../workspace';
import { syncMarkers } from './markers';
import type { monaco as Monaco } from './monaco';
import { syncSelection } from './selectionSync';
import { syncText } from './textSync';
import { editorTheme } from './theme';

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
  folding: true,
  padding: { top: 8, bottom: 8 },
  overviewRulerBorder: false,
  fixedOverflowWidgets: true,
  accessibilitySupport: 'auto',
  ariaLabel: 'Definition text',
  unicodeHighlight: { ambiguousCharacters: false },
} as const;

export interface BoundEditor {
  /** Shows a place of the text, with the cursor and the focus on it. */
  goTo(range: TextRange): void;
  dispose(): void;
}

/** Puts Monaco into an element and ties it to the workspace. */
export function bindEditor(monaco: typeof Monaco, host: HTMLElement, workspace: Workspace): BoundEditor {
  const { store } = workspace;
  const { text, format } = store.getState().document;
  const model = monaco.editor.createModel(text, format);
  model.updateOptions({ tabSize: 2, insertSpaces: true });
  defineThemes(monaco);
  const view = monaco.editor.create(host, {
    ...OPTIONS,
    model,
    theme: themeName(),
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-code'),
  });
  const sync = syncText(model, workspace);
  const stops = [
    syncSelection(view, workspace, sync),
    syncMarkers(monaco, model, workspace, sync),
    // Another document begins at its top, wherever the one before was scrolled to.
    workspace.document.subscribe(({ origin }) => {
      if (origin === 'open') view.setScrollPosition({ scrollTop: 0, scrollLeft: 0 });
    }),
    store.subscribe((state: WorkspaceState, before: WorkspaceState) => {
      if (state.document.format !== before.document.format) {
        monaco.editor.setModelLanguage(model, state.document.format);
      }
    }),
    watchTheme(() => {
      defineThemes(monaco);
      monaco.editor.setTheme(themeName());
    }),
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

const isDark = () => document.documentElement.dataset.theme === 'dark';
const themeName = () => (isDark() ? 'statecraft-dark' : 'statecraft-light');

function defineThemes(monaco: typeof Monaco): void {
  monaco.editor.defineTheme(themeName(), editorTheme(isDark()));
}

/** The theme in force is the root element's `data-theme`. */
function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}
