import type { editor, IPosition, languages } from 'monaco-editor/editor/editor.api.js';
import type { Asking } from './asking';

type Naming = languages.DefinitionProvider & languages.ReferenceProvider & languages.RenameProvider;

const NOTHING = 'Only states and variables are renamed.';

/** From a name to what it names, to all its uses, and to another name. */
export function namingProvider(asking: Asking): Naming {
  const { workspace } = asking;
  const symbolAt = async (model: editor.ITextModel, position: IPosition) =>
    (await asking.ask(model, position, (place) => workspace.askService('symbolAt', place))) ?? undefined;
  return {
    async provideDefinition(model, position) {
      const symbol = await symbolAt(model, position);
      return symbol?.definitions.map((range) => ({ uri: model.uri, range: asking.rangeOf(range) }));
    },
    async provideReferences(model, position, context) {
      const symbol = await symbolAt(model, position);
      if (!symbol) return undefined;
      const ranges = context.includeDeclaration
        ? [...symbol.definitions, ...symbol.references]
        : symbol.references;
      return ranges.map((range) => ({ uri: model.uri, range: asking.rangeOf(range) }));
    },
    async resolveRenameLocation(model, position) {
      const symbol = await symbolAt(model, position);
      const place = { startLineNumber: position.lineNumber, startColumn: position.column };
      const here = { ...place, endLineNumber: position.lineNumber, endColumn: position.column };
      return symbol
        ? { range: asking.rangeOf(symbol.range), text: symbol.name }
        : { range: here, text: '', rejectReason: NOTHING };
    },
    /** Carried out by the workspace, as from the canvas: one step of its undo log. Monaco has nothing left to do. */
    async provideRenameEdits(model, position, name) {
      const symbol = await symbolAt(model, position);
      if (!symbol) return { edits: [], rejectReason: NOTHING };
      if (symbol.state !== undefined) {
        const done = await workspace.edit({ type: 'renameState', state: symbol.state, name }, 'command');
        return done.ok ? { edits: [] } : { edits: [], rejectReason: done.reason };
      }
      const plan = await asking.ask(model, position, (place) =>
        workspace.askService('renameVariable', { ...place, name }),
      );
      if (!plan?.ok) return { edits: [], rejectReason: plan?.reason ?? NOTHING };
      workspace.document.applyEdits(plan.edits, plan.label, 'command');
      return { edits: [] };
    },
  };
}
