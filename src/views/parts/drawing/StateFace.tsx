import type { StateNode } from '../../../asl';
import { StateGlyph } from '../StateGlyph';
import { BreakableName } from './BreakableName';
import styles from './StateFace.module.css';

interface StateFaceProps {
  readonly node: StateNode;
  /** What it says under its name, where that is not what the state says of itself. */
  readonly summary?: string;
}

/** What a state's card says of it: its glyph, its name and what it does. */
export function StateFace({ node, summary = node.summary }: StateFaceProps) {
  return (
    <>
      <StateGlyph type={node.type} service={node.resource?.service} size={30} />
      <span className={styles.words}>
        <span className={styles.name} title={node.name}>
          <BreakableName name={node.name} />
        </span>
        {summary && (
          <span className={styles.summary} title={summary}>
            {summary}
          </span>
        )}
      </span>
    </>
  );
}
