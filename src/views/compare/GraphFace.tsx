import type { GraphComparison, Layout } from '../../asl';
import { ChangeList } from './changes/ChangeList';
import { Summary } from './changes/Summary';
import { ComparedDrawing } from './drawing/ComparedDrawing';
import styles from './GraphFace.module.css';
import type { Change } from './model/changes';

export interface GraphFaceProps {
  readonly comparison: GraphComparison;
  readonly layout: Layout;
  readonly changes: readonly Change[];
  readonly selected: string | undefined;
  onSelect(id: string | undefined): void;
  onStep(by: 1 | -1): void;
}

/** Both versions on one canvas, and beside it what differs. */
export function GraphFace({ comparison, layout, changes, selected, onSelect, onStep }: GraphFaceProps) {
  const known = new Set(changes.map(({ id }) => id));
  return (
    <div className={styles.graph}>
      <section className={styles.drawing} aria-label="Drawing of both versions">
        <ComparedDrawing
          comparison={comparison}
          layout={layout}
          selected={selected}
          onSelect={(id) => {
            if (known.has(id)) onSelect(id);
          }}
        />
      </section>
      <aside className={styles.side} aria-label="Changes">
        <Summary comparison={comparison} />
        {changes.length === 0 ? (
          <p className={styles.same}>
            Both versions define the same workflow. The order of keys, formatting and comments may differ: the
            texts show that.
          </p>
        ) : (
          <ChangeList changes={changes} selected={selected} onSelect={onSelect} onStep={onStep} />
        )}
      </aside>
    </div>
  );
}
