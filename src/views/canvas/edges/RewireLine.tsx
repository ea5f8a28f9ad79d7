import { ViewportPortal } from '@xyflow/react';
import { useInteraction } from '../gestures/interaction';
import { verdictOn } from '../gestures/verdict';
import { EdgeLine } from './EdgeLine';
import styles from './RewireLine.module.css';

/** The loose line while a transition's end is dragged, and why it cannot be let go where it is. */
export function RewireLine() {
  const rewire = useInteraction((state) => state.rewire);
  const surface = useInteraction((state) => state.surface);
  if (rewire.phase !== 'dragging' || !surface) return null;
  const verdict = rewire.over && verdictOn(surface.index, rewire.transition, rewire.over);
  const place = `translate(${rewire.at.x + 14}px, ${rewire.at.y + 12}px) scale(${1 / surface.zoom()})`;
  return (
    <ViewportPortal>
      <div className={styles.line} data-refused={verdict?.ok === false}>
        <EdgeLine points={[rewire.from, rewire.at]} />
        {verdict?.ok === false && (
          <span className={styles.reason} style={{ transform: place }}>
            {verdict.reason}
          </span>
        )}
      </div>
    </ViewportPortal>
  );
}
