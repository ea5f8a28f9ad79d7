import type { languages } from 'monaco-editor/editor/editor.api.js';

/**
 * Colours of JSON as ASL uses it: keys, values, and inside strings the paths, intrinsic calls, JSONata and
 * placeholders. Comments are legal (people paste them), so they are coloured as such.
 */
export const jsonTokens: languages.IMonarchLanguage = {
  defaultToken: '',
  tokenPostfix: '.json',
  escapes: /\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})/,
  tokenizer: {
    root: [
      [/[{}[\],:]/, 'delimiter'],
      [/-?\d+(\.\d+)?([eE][+-]?\d+)?/, 'number'],
      [/\b(true|false|null)\b/, 'keyword'],
      [/"(?=(?:[^"\\]|\\.)*"\s*:)/, { token: 'key', next: '@key' }],
      [/"(?=\{%)/, { token: 'string', next: '@jsonata' }],
      [/"(?=\$|States\.)/, { token: 'string', next: '@expression' }],
      [/"/, { token: 'string', next: '@string' }],
      [/\$\{[^}]*\}/, 'placeholder'],
      [/\/\/.*$/, 'comment'],
      [/\/\*/, { token: 'comment', next: '@comment' }],
    ],
    key: [
      [/[^\\"]+/, 'key'],
      [/@escapes/, 'key.escape'],
      [/"/, { token: 'key', next: '@pop' }],
      [/$/, { token: 'key', next: '@pop' }],
    ],
    string: [
      [/\$\{[^}"]*\}/, 'placeholder'],
      [/[^\\"$]+/, 'string'],
      [/@escapes/, 'string.escape'],
      [/"/, { token: 'string', next: '@pop' }],
      [/$/, { token: 'string', next: '@pop' }],
      [/./, 'string'],
    ],
    expression: [
      [/\$\{[^}"]*\}/, 'placeholder'],
      [/States\.\w+/, 'function'],
      [/\$\$?[\w.[\]*]*/, 'path'],
      [/'[^'"]*'/, 'string'],
      [/@escapes/, 'string.escape'],
      [/"/, { token: 'string', next: '@pop' }],
      [/$/, { token: 'string', next: '@pop' }],
      [/[^"$\\'S]+|./, 'string'],
    ],
    jsonata: [
      [/\{%|%\}/, 'delimiter.expression'],
      [/\$\w+(?=\()/, 'function'],
      [/\$[\w.]*/, 'path'],
      [/'[^'"]*'|\\"(?:[^"\\]|\\[^"])*\\"/, 'string'],
      [/\b\d+(\.\d+)?\b/, 'number'],
      [/\b(and|or|in|true|false|null|function)\b/, 'keyword'],
      [/@escapes/, 'string.escape'],
      [/"/, { token: 'string', next: '@pop' }],
      [/$/, { token: 'string', next: '@pop' }],
      [/./, 'expression'],
    ],
    comment: [
      [/\*\//, { token: 'comment', next: '@pop' }],
      [/[^*]+|\*/, 'comment'],
    ],
  },
};

export const jsonConfiguration: languages.LanguageConfiguration = {
  comments: { lineComment: '//', blockComment: ['/*', '*/'] },
  brackets: [
    ['{', '}'],
    ['[', ']'],
  ],
  autoClosingPairs: [
    { open: '{', close: '}', notIn: ['string'] },
    { open: '[', close: ']', notIn: ['string'] },
    { open: '"', close: '"', notIn: ['string'] },
  ],
  surroundingPairs: [
    { open: '{', close: '}' },
    { open: '[', close: ']' },
    { open: '"', close: '"' },
  ],
  indentationRules: {
    increaseIndentPattern: /^.*[{[][^}\]"]*$/,
    decreaseIndentPattern: /^\s*[}\]],?\s*$/,
  },
};
