import type { editor } from 'monaco-editor/editor/editor.api.js';
import type { Monaco } from './monaco';

/** The page's colour tokens, read from its style sheet, so that there is one place for colours. */
function token(name: string): string {
  const color = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  // A minifier may have shortened #ffffff to #fff, which Monaco does not take.
  return /^#[\da-f]{3}$/i.test(color) ? color.replace(/[\da-f]/gi, '$&$&') : color;
}

/** A token's colour, seen through. @param opacity from 0 to 1 */
const faint = (name: string, opacity: number): string =>
  token(name) +
  Math.round(opacity * 255)
    .toString(16)
    .padStart(2, '0');

/** Monaco's theme rules want `RRGGBB`. */
const bare = (name: string): string => token(name).replace('#', '');

/**
 * Gives every editor of the page the page's colours, also when its theme, the root element's `data-theme`, changes.
 * @returns how to stop that
 */
export function followTheme(monaco: Monaco): () => void {
  const apply = () => {
    const dark = document.documentElement.dataset.theme === 'dark';
    const name = dark ? 'statecraft-dark' : 'statecraft-light';
    monaco.editor.defineTheme(name, editorTheme(dark));
    monaco.editor.setTheme(name);
  };
  apply();
  const observer = new MutationObserver(apply);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

/** Monaco's theme from the tokens in force. */
function editorTheme(dark: boolean): editor.IStandaloneThemeData {
  return {
    base: dark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: '', foreground: bare('--text') },
      { token: 'key', foreground: bare('--code-key') },
      { token: 'type', foreground: bare('--code-key') },
      { token: 'string', foreground: bare('--code-string') },
      { token: 'number', foreground: bare('--code-number') },
      { token: 'keyword', foreground: bare('--code-keyword') },
      { token: 'path', foreground: bare('--code-path') },
      { token: 'expression', foreground: bare('--text') },
      { token: 'function', foreground: bare('--code-function') },
      { token: 'placeholder', foreground: bare('--code-placeholder') },
      { token: 'comment', foreground: bare('--code-comment'), fontStyle: 'italic' },
      { token: 'delimiter', foreground: bare('--text-muted') },
    ],
    colors: {
      'editor.background': token('--surface-panel'),
      'editor.foreground': token('--text'),
      'editorLineNumber.foreground': token('--text-muted'),
      'editorLineNumber.activeForeground': token('--text'),
      'editor.lineHighlightBackground': token('--surface-sunken'),
      'editor.lineHighlightBorder': '#00000000',
      'editorIndentGuide.background1': token('--border'),
      'editorWidget.background': token('--surface-raised'),
      'editorWidget.border': token('--border'),
      'editorInlayHint.background': '#00000000',
      'editorInlayHint.foreground': token('--text-muted'),
      focusBorder: token('--focus-ring'),
      'diffEditor.insertedLineBackground': faint('--change-added', 0.1),
      'diffEditor.insertedTextBackground': faint('--change-added', 0.24),
      'diffEditor.removedLineBackground': faint('--change-removed', 0.09),
      'diffEditor.removedTextBackground': faint('--change-removed', 0.22),
      'diffEditor.diagonalFill': token('--border'),
      'diffEditor.unchangedRegionBackground': token('--surface-sunken'),
      'diffEditor.unchangedRegionForeground': token('--text'),
    },
  };
}
