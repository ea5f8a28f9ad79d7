import type { StateNode } from '../../../asl';
import { StateGlyph } from '../StateGlyph';
import { BreakableName } from './BreakableName';
import styles from './StateFace.module.css';

/** What a state's card says of it: its glyph, its name and what it does. */
export function StateFace({ node }: { readonly node: StateNode }) {
  return (
    <>
      <StateGlyph type={node.type} service={node.resource?.service} size={30} />
      <span className={styles.words}>
        <span className={styles.name} title={node.name}>
          <BreakableName name={node.name} />
        </span>
        {node.summary && (
          <span className={styles.summary} title={node.summary}>
            {node.summary}
          </span>
        )}
      </span>
    </>
  );
}
