import { lazy, Suspense } from 'react';
import type { TextRange } from '../../asl';
import { Editor } from '../../views/editor';
import { loadInspector } from '../../views/inspector';
import { selectPanelsShown, useWorkspace, useWorkspaceActions } from '../../workspace';
import { Faces } from './Faces';
import styles from './SidePanel.module.css';

const Inspector = lazy(loadInspector);

/** The two ways to write beside the canvas: the whole text, and the form of the selected state. */
export function SidePanel({ goTo }: { readonly goTo?: TextRange | undefined }) {
  const shown = useWorkspace(selectPanelsShown).form ?? false;
  return (
    <div className={styles.side}>
      {/* Hidden, not gone: Monaco keeps its place and its scroll. */}
      <div className={styles.face} hidden={shown}>
        <Editor goTo={goTo} lead={<SideFaces form={false} />} />
      </div>
      {shown && (
        <div className={styles.face}>
          <Suspense fallback={null}>
            <Inspector lead={<SideFaces form />} />
          </Suspense>
        </div>
      )}
    </div>
  );
}

function SideFaces({ form }: { readonly form: boolean }) {
  const { settings } = useWorkspaceActions();
  return (
    <Faces
      legend="Edit as"
      faces={['Definition', 'State']}
      shown={form ? 1 : 0}
      onShow={(face) => settings.showPanel('form', face === 1)}
    />
  );
}
