import type { editor, languages } from 'monaco-editor/editor/editor.api.js';
import type { StatePath } from '../../asl';
import type { RefactoringKind, Workspace } from '../../workspace';
import type { Monaco } from '../parts';

let made = 0;

const ACTIONS: readonly { readonly kind: RefactoringKind; readonly title: string; readonly group: string }[] =
  [
    { kind: 'convert', title: 'Convert this state to JSONata…', group: 'refactor.rewrite' },
    { kind: 'convertAll', title: 'Convert everything to JSONata…', group: 'refactor.rewrite' },
    { kind: 'extractMachine', title: 'Extract into a state machine…', group: 'refactor.extract' },
    { kind: 'extractParallel', title: 'Extract into a Parallel…', group: 'refactor.extract' },
    { kind: 'extractMap', title: 'Extract into a Map…', group: 'refactor.extract' },
    { kind: 'inline', title: 'Inline…', group: 'refactor.inline' },
    { kind: 'retry', title: 'Add a Retry…', group: 'refactor.rewrite' },
    { kind: 'catch', title: 'Add a Catch…', group: 'refactor.rewrite' },
  ];

/** Refactorings of the state at the cursor, in Monaco's menu of refactorings. The workspace's dialog does them. */
export function offerRefactorings(
  monaco: Monaco,
  model: editor.ITextModel,
  workspace: Workspace,
): () => void {
  const id = `statecraft.refactor.${made++}`;
  const command = monaco.editor.registerCommand(
    id,
    (_accessor, kind: RefactoringKind, states: readonly StatePath[]) =>
      workspace.refactorings.open(kind, states),
  );
  const provider = monaco.languages.registerCodeActionProvider(
    ['json', 'yaml'],
    {
      provideCodeActions(asked, _range, { only }) {
        const { analysis, document, selection } = workspace.store.getState();
        const isCurrent = asked === model && analysis.graphVersion === document.version;
        const wanted = only === undefined ? false : only.startsWith('refactor');
        if (!isCurrent || !wanted) return { actions: [], dispose: () => {} };
        // The state at the cursor is the selected one.
        const { state } = selection;
        const states = state === undefined ? [] : [state];
        const actions = ACTIONS.filter(({ kind }) => states.length > 0 || kind === 'convertAll').map(
          ({ kind, title, group }): languages.CodeAction => ({
            title,
            kind: group,
            command: { id, title, arguments: [kind, states] },
          }),
        );
        return { actions, dispose: () => {} };
      },
    },
    { providedCodeActionKinds: ['refactor'] },
  );
  return () => {
    provider.dispose();
    command.dispose();
  };
}
