import type { languages } from 'monaco-editor/editor/editor.api.js';
import type { SuggestionKind } from '../../../worker';
import type { Monaco } from '../../parts';
import type { Asking } from './asking';

/** The worker offers at most that many of one sort; with fewer, what is typed on only narrows them down. */
const MOST = 60;

/** Completion at the caret. */
export function suggestionProvider(monaco: Monaco, asking: Asking): languages.CompletionItemProvider {
  const { CompletionItemKind: Kind, CompletionItemInsertTextRule: Rule } = monaco.languages;
  const kinds = {
    field: Kind.Property,
    state: Kind.Struct,
    value: Kind.EnumMember,
    error: Kind.Event,
    resource: Kind.Reference,
    function: Kind.Function,
    data: Kind.Field,
    snippet: Kind.Snippet,
  } satisfies Record<SuggestionKind, languages.CompletionItemKind>;
  return {
    triggerCharacters: ['"', "'", '$', '.', ' ', '%', '['],
    async provideCompletionItems(model, position) {
      const { workspace } = asking;
      const found = await asking.askWithData(model, position, (place) =>
        workspace.askService('suggest', place),
      );
      if (!found) return { suggestions: [] };
      const range = asking.rangeOf(found.replace);
      const comma = found.comma;
      const before =
        comma === undefined ? [] : [{ range: asking.rangeOf({ start: comma, end: comma }), text: ',' }];
      return {
        incomplete: found.items.length >= MOST,
        suggestions: found.items.map((item, index) => ({
          label: { label: item.label, description: item.detail },
          kind: kinds[item.kind],
          ...(item.documentation === undefined ? {} : { documentation: item.documentation }),
          insertText: item.insert,
          insertTextRules: Rule.InsertAsSnippet,
          filterText: item.filter,
          sortText: String(index).padStart(4, '0'),
          range,
          additionalTextEdits: before,
          ...(item.again ? { command: SUGGEST } : {}),
        })),
      };
    },
  };
}

const SUGGEST: languages.Command = { id: 'editor.action.triggerSuggest', title: 'Suggest' };
