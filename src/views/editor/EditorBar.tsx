import { AlignLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TextFormat } from '../../asl';
import { selectFormat, useWorkspace, useWorkspaceActions, type Workspace } from '../../workspace';
import styles from './Editor.module.css';

const FORMATS: readonly { readonly format: TextFormat; readonly label: string }[] = [
  { format: 'json', label: 'JSON' },
  { format: 'yaml', label: 'YAML' },
];

/** Notation and formatting of the text; each a step that Undo takes back. */
export function EditorBar({ lead }: { readonly lead?: ReactNode }) {
  const workspace = useWorkspaceActions();
  const format = useWorkspace(selectFormat);
  return (
    <header className={styles.bar}>
      <div className={styles.lead}>{lead}</div>
      <fieldset className={styles.formats}>
        <legend className="visually-hidden">Notation</legend>
        {FORMATS.map((choice) => (
          <button
            key={choice.format}
            type="button"
            aria-pressed={choice.format === format}
            onClick={() => void rewrite(workspace, choice.format, `Convert to ${choice.label}`)}
          >
            {choice.label}
          </button>
        ))}
      </fieldset>
      <button
        type="button"
        className={styles.tool}
        title="Format the text"
        aria-label="Format the text"
        onClick={() => void rewrite(workspace, format, 'Format the text')}
      >
        <AlignLeft size={15} />
      </button>
    </header>
  );
}

async function rewrite(workspace: Workspace, format: TextFormat, label: string): Promise<void> {
  const { document } = workspace.store.getState();
  if (label.startsWith('Convert') && format === document.format) return;
  const result = await workspace.exportDefinition({ format, formatted: true });
  if (result.ok) workspace.document.rewrite({ text: result.text, format }, label);
  else workspace.notices.add('warning', result.reason);
}
