import type { editor, languages } from 'monaco-editor/editor/editor.api.js';
import type { StateType } from '../../../asl';
import type { OutlineEntry } from '../../../worker';
import type { Workspace } from '../../../workspace';
import type { Monaco } from '../../parts';
import type { Asking } from './asking';

/** States as the symbols of the document, those inside a state below it. */
export function outlineProvider(
  monaco: Monaco,
  own: editor.ITextModel,
  asking: Asking,
): languages.DocumentSymbolProvider {
  const { SymbolKind } = monaco.languages;
  const kinds = {
    Task: SymbolKind.Function,
    Pass: SymbolKind.Field,
    Choice: SymbolKind.Operator,
    Wait: SymbolKind.Event,
    Succeed: SymbolKind.Constant,
    Fail: SymbolKind.Constant,
    Parallel: SymbolKind.Module,
    Map: SymbolKind.Array,
  } satisfies Record<StateType, languages.SymbolKind>;
  const symbol = ({ name, type, range, keyRange }: OutlineEntry): languages.DocumentSymbol => ({
    name: name === '' ? '(no name)' : name,
    detail: type ?? '',
    kind: type ? kinds[type] : SymbolKind.Object,
    tags: [],
    range: asking.rangeOf(range),
    selectionRange: asking.rangeOf(keyRange),
    children: [],
  });
  return {
    displayName: 'States',
    async provideDocumentSymbols(model, token) {
      if (model !== own) return [];
      await analysed(asking.workspace, (stop) => token.onCancellationRequested(stop));
      const { analysis, document } = asking.workspace.store.getState();
      return analysis.graphVersion === document.version ? nested(analysis.outline, symbol) : [];
    },
  };
}

/** Entries stand after the one they are inside. */
function nested(
  outline: readonly OutlineEntry[],
  symbol: (entry: OutlineEntry) => languages.DocumentSymbol,
): languages.DocumentSymbol[] {
  const top: languages.DocumentSymbol[] = [];
  const open: { readonly path: string; readonly children: languages.DocumentSymbol[] }[] = [];
  for (const entry of outline) {
    const made = symbol(entry);
    let around = open.at(-1);
    while (around && !entry.path.startsWith(`${around.path}/`)) {
      open.pop();
      around = open.at(-1);
    }
    (around?.children ?? top).push(made);
    open.push({ path: entry.path, children: made.children ?? [] });
  }
  return top;
}

/** Done when the text as it stands has been analysed, or nobody waits any longer. */
function analysed({ store }: Workspace, calledOff: (stop: () => void) => void): Promise<void> {
  const isDone = () => store.getState().analysis.analysedVersion === store.getState().document.version;
  return new Promise((resolve) => {
    if (isDone()) return resolve();
    const finish = () => {
      stop();
      resolve();
    };
    const stop = store.subscribe(() => {
      if (isDone()) finish();
    });
    calledOff(finish);
  });
}
