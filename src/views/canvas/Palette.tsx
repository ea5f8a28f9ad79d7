import { STATE_TYPES, StateGlyph } from '../parts';
import { DragGhost } from './chrome/DragGhost';
import { useInteraction } from './gestures/interaction';
import { usePaletteDrag } from './gestures/usePaletteDrag';
import styles from './Palette.module.css';

/**
 * The eight state types, to be dragged onto a transition or the canvas. A click or Enter puts one after
 * the selected state, else at the end.
 */
export function Palette() {
  const drag = usePaletteDrag();
  const dragged = useInteraction(({ paletteDrag }) =>
    paletteDrag.phase === 'dragging' ? paletteDrag.stateType : undefined,
  );
  return (
    <aside className={styles.palette} aria-label="Palette" data-testid="palette">
      <h2 className={styles.title}>States</h2>
      <ul className={styles.list}>
        {STATE_TYPES.map(({ type, purpose }) => (
          <li key={type}>
            <button
              type="button"
              className={styles.item}
              aria-label={type}
              aria-description={`${purpose}. Adds after the selected state; drag to put it elsewhere.`}
              data-palette-item={type}
              data-dragged={dragged === type}
              onPointerDown={(event) => drag.begin(event, type)}
              onClick={(event) => event.detail === 0 && drag.choose(type)}
            >
              <StateGlyph type={type} size={28} />
              <span className={styles.words}>
                <span className={styles.name}>{type}</span>
                <span className={styles.purpose}>{purpose}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <DragGhost />
    </aside>
  );
}
