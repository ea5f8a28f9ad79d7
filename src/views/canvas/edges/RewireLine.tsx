import { ViewportPortal } from '@xyflow/react';
import { EdgeLine } from '../../parts';
import { useInteraction } from '../gestures/interaction';
import { verdictOn } from '../gestures/verdict';
import styles from './RewireLine.module.css';

/** The loose line while a transition's end is dragged, and until it is said what it leads to; and why it cannot be let go where it is. */
export function RewireLine() {
  const rewire = useInteraction((state) => state.rewire);
  const asked = useInteraction((state) => state.quickAdd?.line);
  const surface = useInteraction((state) => state.surface);
  if (asked) {
    return (
      <ViewportPortal>
        <div className={styles.line}>
          <EdgeLine points={[asked.from, asked.to]} />
        </div>
      </ViewportPortal>
    );
  }
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
        {rewire.over === undefined && (
          <span className={styles.hint} style={{ transform: place }}>
            Let go to add a state
          </span>
        )}
      </div>
    </ViewportPortal>
  );
}
