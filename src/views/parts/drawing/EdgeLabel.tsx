import { type Box, labelParts, type Transition } from '../../../asl';
import { classNames } from '../classNames';
import styles from './EdgeLabel.module.css';

export interface EdgeLabelProps {
  readonly drawn: Pick<Transition, 'kind' | 'label' | 'fullLabel'>;
  readonly box: Box;
}

/** The layout measures letters roughly: a font that runs wide may take so many pixels more, half on each side. */
const SLACK = 16;

/** The words of a rule, a catcher or the default on its line; all of them on hover. */
export function EdgeLabel({ drawn, box }: EdgeLabelProps) {
  const { kind, label, fullLabel } = drawn;
  const { head, tail } = labelParts(label, fullLabel);
  return (
    <div
      className={classNames(styles.label, kind.type === 'catch' && styles.catch)}
      style={{
        transform: `translate(${box.x + box.width / 2}px, ${box.y}px) translateX(-50%)`,
        maxWidth: box.width + SLACK,
        height: box.height,
      }}
      title={fullLabel || label}
      aria-hidden="true"
    >
      {kind.type === 'choice' && <span className={styles.number}>{kind.rule + 1}</span>}
      <span className={styles.head}>{head}</span>
      {tail && <span className={styles.tail}>{tail}</span>}
    </div>
  );
}
