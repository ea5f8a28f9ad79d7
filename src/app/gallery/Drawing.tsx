import type { GraphNode, ScopeGraph } from '../../asl';
import { classNames, typeTones } from '../../views/parts';
import type { Preview } from '../../workspace';
import styles from './Drawing.module.css';

/** Rounding of a box's corners, in pixels of the layout. */
const CORNER = 10;

/** A workflow from far away: its shape, and each state in the colour of its type. */
export function Drawing({ preview: { graph, layout } }: { readonly preview: Preview }) {
  return (
    <svg
      className={styles.drawing}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      preserveAspectRatio="xMidYMid meet"
      aria-hidden="true"
    >
      {graph.scopes.map((scope) => (
        <Scope key={scope.path} scope={scope} layout={layout} />
      ))}
    </svg>
  );
}

function Scope({ scope, layout }: { readonly scope: ScopeGraph; readonly layout: Preview['layout'] }) {
  return (
    <>
      {scope.transitions.map(({ id, kind }) => {
        const route = layout.edges[id];
        if (!route) return null;
        return (
          <polyline
            key={id}
            className={classNames(styles.line, kind.type === 'catch' && styles.caught)}
            points={route.points.map(({ x, y }) => `${x},${y}`).join(' ')}
          />
        );
      })}
      {scope.nodes.map((node) => {
        const box = layout.nodes[node.id];
        if (!box) return null;
        return <rect key={node.id} className={lookOf(node)} {...box} rx={CORNER} />;
      })}
    </>
  );
}

function lookOf(node: GraphNode): string {
  if (node.kind !== 'state') return classNames(styles.box, styles.end);
  return classNames(
    styles.box,
    node.type && typeTones[node.type],
    node.children.length > 0 && styles.container,
  );
}
