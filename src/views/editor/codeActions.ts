import type { editor, languages } from 'monaco-editor/editor/editor.api.js';
import type { Diagnostic, FixChoice } from '../../asl';
import type { Workspace } from '../../workspace';
import type { Monaco } from '../parts';
import type { TextSync } from './textSync';

/** Many editors may be made one after another, and a command's name is for all of them. */
let made = 0;

/** The fixes of findings as Monaco's lightbulb and Ctrl+. They are carried out by the workspace, as one step. */
export function offerFixes(
  monaco: Monaco,
  model: editor.ITextModel,
  workspace: Workspace,
  sync: TextSync,
): () => void {
  const id = `statecraft.fix.${made++}`;
  const command = monaco.editor.registerCommand(id, (_accessor, choice: FixChoice) => {
    void workspace.fix(choice);
  });
  const provider = monaco.languages.registerCodeActionProvider(['json', 'yaml'], {
    provideCodeActions(asked, range) {
      const { analysis, document, drawing } = workspace.store.getState();
      const isCurrent = asked === model && analysis.analysedVersion === document.version;
      const found = isCurrent ? analysis.diagnostics : [];
      const actions = found
        .filter(({ code }) => !drawing.silenced.includes(code))
        .filter((each) => monaco.Range.areIntersectingOrTouching(sync.rangeOf(each.range), range))
        .flatMap((each) => actionsOf(each, found, id));
      return { actions, dispose: () => {} };
    },
  });
  return () => {
    provider.dispose();
    command.dispose();
  };
}

function actionsOf(
  { code, range, fixes = [] }: Diagnostic,
  found: readonly Diagnostic[],
  id: string,
): readonly languages.CodeAction[] {
  return fixes.flatMap(({ kind, title, safe }) => {
    const alike = found.filter((each) => each.code === code && each.fixes?.some((fix) => fix.kind === kind));
    const action = (label: string, choice: FixChoice): languages.CodeAction => ({
      title: label,
      kind: 'quickfix',
      isPreferred: safe,
      command: { id, title: label, arguments: [choice] },
    });
    const one = action(title, { type: 'one', code, start: range.start, kind });
    if (alike.length < 2) return [one];
    return [
      one,
      {
        ...action(`${title} (all ${alike.length} of this kind)`, { type: 'kind', code, kind }),
        isPreferred: false,
      },
    ];
  });
}
