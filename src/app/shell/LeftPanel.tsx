import { lazy, Suspense } from 'react';
import { focusState, Palette } from '../../views/canvas';
import { loadOutline } from '../../views/outline';
import { selectPanelsShown, useWorkspace, useWorkspaceActions } from '../../workspace';
import { Faces } from './Faces';
import styles from './LeftPanel.module.css';

const Outline = lazy(loadOutline);

/** Left of the canvas: what can be added, or what there is. Its place stands from the first paint. */
export function LeftPanel() {
  const { settings } = useWorkspaceActions();
  const outlined = useWorkspace(selectPanelsShown).outline ?? false;
  return (
    <aside className={styles.panel} aria-label="Palette and outline" data-testid="palette">
      <div className={styles.head}>
        <Faces
          legend="Left panel"
          faces={['Add', 'Outline']}
          shown={outlined ? 1 : 0}
          onShow={(face) => settings.showPanel('outline', face === 1)}
        />
      </div>
      <div className={styles.body}>
        {outlined ? (
          <Suspense fallback={null}>
            <Outline onGo={focusState} />
          </Suspense>
        ) : (
          <Palette />
        )}
      </div>
    </aside>
  );
}
