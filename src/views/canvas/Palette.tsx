import { lazy, Suspense } from 'react';
import styles from './Palette.module.css';

const Panel = lazy(async () => ({ default: (await import('./adding')).PalettePanel }));

/** What can be added to the workflow. Its place stands from the first paint; what it holds comes right after. */
export function Palette() {
  return (
    <aside className={styles.palette} aria-label="Palette" data-testid="palette">
      <Suspense fallback={null}>
        <Panel />
      </Suspense>
    </aside>
  );
}
