import type { editor } from 'monaco-editor/editor/editor.api.js';
import type { Workspace } from '../../../workspace';
import type { Monaco } from '../../parts';
import type { TextSync } from '../textSync';
import { createAsking } from './asking';
import { colouringProvider } from './colouring';
import { formattingProvider } from './formatting';
import { hoverProvider } from './hovers';
import { namingProvider } from './naming';
import { outlineProvider } from './outlineSymbols';
import { signatureProvider } from './signatures';
import { suggestionProvider } from './suggestions';
import { showValues } from './values';

const LANGUAGES = ['json', 'yaml'];

/** Gives one editor the language worker's knowledge. @returns how to take it away */
export function registerServices(
  monaco: Monaco,
  view: editor.IStandaloneCodeEditor,
  model: editor.ITextModel,
  workspace: Workspace,
  sync: TextSync,
): () => void {
  const asking = createAsking(model, workspace, sync);
  const { languages } = monaco;
  const naming = namingProvider(asking);
  const registered = [
    languages.registerCompletionItemProvider(LANGUAGES, suggestionProvider(monaco, asking)),
    languages.registerHoverProvider(LANGUAGES, hoverProvider(asking)),
    languages.registerDefinitionProvider(LANGUAGES, naming),
    languages.registerReferenceProvider(LANGUAGES, naming),
    languages.registerRenameProvider(LANGUAGES, naming),
    languages.registerDocumentSymbolProvider(LANGUAGES, outlineProvider(monaco, model, asking)),
    languages.registerSignatureHelpProvider(LANGUAGES, signatureProvider(asking)),
    languages.registerDocumentRangeSemanticTokensProvider(LANGUAGES, colouringProvider(asking)),
    languages.registerDocumentFormattingEditProvider(LANGUAGES, formattingProvider(model, workspace)),
  ];
  const stopValues = showValues(monaco, view, asking);
  return () => {
    for (const each of registered) each.dispose();
    stopValues();
  };
}
