import { BreakableName } from '../parts';
import { AdditionGlyph } from './chrome/AdditionGlyph';
import { useInteraction } from './gestures/interaction';
import type { PaletteGestures } from './gestures/usePaletteDrag';
import type { Addition } from './model/additions';
import styles from './PalettePanel.module.css';

export interface PaletteListProps {
  readonly id?: string;
  readonly label: string;
  readonly additions: readonly Addition[];
  readonly drag: PaletteGestures;
}

/** One stop for Tab: the arrows lead through it. */
export function PaletteList({ id, label, additions, drag }: PaletteListProps) {
  const dragged = useInteraction(({ paletteDrag }) =>
    paletteDrag.phase === 'dragging' ? paletteDrag.addition.id : undefined,
  );
  return (
    <ul id={id} className={styles.list} aria-label={label}>
      {additions.map((addition, index) => (
        <li key={addition.id}>
          <button
            type="button"
            className={styles.item}
            tabIndex={index === 0 ? 0 : -1}
            aria-label={addition.label}
            aria-description={`${addition.purpose}. Adds after the selected state; drag to put it elsewhere.`}
            title={addition.section === 'services' ? addition.purpose : undefined}
            data-palette-item={addition.id}
            data-palette-stop
            data-dragged={dragged === addition.id}
            onPointerDown={(event) => drag.begin(event, addition)}
            onClick={(event) => event.detail === 0 && drag.choose(addition)}
          >
            <AdditionGlyph addition={addition} size={28} />
            <span className={styles.words}>
              <span className={styles.name}>
                <BreakableName name={addition.title} />
              </span>
              <span className={styles.detail} data-service={addition.section === 'services'}>
                {addition.detail}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
