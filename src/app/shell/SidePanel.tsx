import { lazy, Suspense } from 'react';
import type { TextRange } from '../../asl';
import { Editor } from '../../views/editor';
import { loadInspector } from '../../views/inspector';
import { selectPanelsShown, useWorkspace, useWorkspaceActions } from '../../workspace';
import styles from './SidePanel.module.css';

const Inspector = lazy(loadInspector);

/** The two ways to write beside the canvas: the whole text, and the form of the selected state. */
export function SidePanel({ goTo }: { readonly goTo?: TextRange | undefined }) {
  const shown = useWorkspace(selectPanelsShown).form ?? false;
  return (
    <div className={styles.side}>
      {/* Hidden, not gone: Monaco keeps its place and its scroll. */}
      <div className={styles.face} hidden={shown}>
        <Editor goTo={goTo} lead={<Faces form={false} />} />
      </div>
      {shown && (
        <div className={styles.face}>
          <Suspense fallback={null}>
            <Inspector lead={<Faces form />} />
          </Suspense>
        </div>
      )}
    </div>
  );
}

function Faces({ form }: { readonly form: boolean }) {
  const { settings } = useWorkspaceActions();
  return (
    <fieldset className={styles.faces}>
      <legend className="visually-hidden">Edit as</legend>
      <button type="button" aria-pressed={!form} onClick={() => settings.showPanel('form', false)}>
        Definition
      </button>
      <button type="button" aria-pressed={form} onClick={() => settings.showPanel('form', true)}>
        State
      </button>
    </fieldset>
  );
}
