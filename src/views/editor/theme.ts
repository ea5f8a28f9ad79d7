import type { editor } from 'monaco-editor/editor/editor.api.js';

/** The page's colour tokens, read from its style sheet, so that there is one place for colours. */
function token(name: string): string {
  const color = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  // A minifier may have shortened #ffffff to #fff, which Monaco does not take.
  return /^#[\da-f]{3}$/i.test(color) ? color.replace(/[\da-f]/gi, '$&$&') : color;
}

/** Monaco's theme rules want `RRGGBB`. */
const bare = (name: string): string => token(name).replace('#', '');

/** Builds Monaco's theme from the tokens in force; call it again when the page's theme changes. */
export function editorTheme(dark: boolean): editor.IStandaloneThemeData {
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
      focusBorder: token('--focus-ring'),
    },
  };
}
