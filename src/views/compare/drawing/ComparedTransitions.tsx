import { ViewportPortal } from '@xyflow/react';
import { memo } from 'react';
import type { EdgeRoute, Graph, Layout, Point, Transition } from '../../../asl';
import { classNames, EdgeLabel, EdgeLine, pathLength, pointAlong } from '../../parts';
import { ChangeMark } from '../ChangeMark';
import styles from './ComparedTransitions.module.css';
import type { DrawnStatuses } from './comparedNodes';

interface ComparedTransitionsProps {
  readonly graph: Graph;
  readonly layout: Layout;
  readonly statuses: DrawnStatuses['statuses'];
}

/** The transitions of both versions: what is gone as a broken line, what came or changed with its sign on the line. */
export const ComparedTransitions = memo(function ComparedTransitions({
  graph,
  layout,
  statuses,
}: ComparedTransitionsProps) {
  return (
    <ViewportPortal>
      {graph.scopes.flatMap(({ transitions }) =>
        transitions.map((transition) => {
          const route = layout.edges[transition.id];
          return (
            route && (
              <ComparedTransition
                key={transition.id}
                transition={transition}
                route={route}
                status={statuses.get(transition.id) ?? 'same'}
              />
            )
          );
        }),
      )}
    </ViewportPortal>
  );
});

interface ComparedTransitionProps {
  readonly transition: Transition;
  readonly route: EdgeRoute;
  readonly status: 'same' | 'added' | 'removed' | 'changed' | 'renamed';
}

function ComparedTransition({ transition, route, status }: ComparedTransitionProps) {
  const sign = signPlace(route);
  return (
    <div
      className={classNames(
        styles.transition,
        transition.kind.type === 'catch' && styles.catch,
        styles[status],
      )}
      data-compared-transition={transition.id}
      data-status={status}
    >
      <EdgeLine points={route.points} />
      {route.label && <EdgeLabel drawn={transition} box={route.label} />}
      {status !== 'same' && (
        <span className={styles.sign} style={{ translate: `${sign.x}px ${sign.y}px` }}>
          <ChangeMark status={status} size={14} />
        </span>
      )}
    </div>
  );
}

/** In the middle of the line, or on the end of its label. */
function signPlace({ points, label }: EdgeRoute): Point {
  if (label) return { x: label.x + label.width + 4, y: label.y };
  return pointAlong(points, pathLength(points) / 2);
}
