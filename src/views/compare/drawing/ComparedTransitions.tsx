import { ViewportPortal } from '@xyflow/react';
import { memo } from 'react';
import {
  contains,
  type EdgeRoute,
  type Graph,
  type Layout,
  type Point,
  pathLength,
  pointAlong,
  type Transition,
} from '../../../asl';
import { classNames, EdgeLabel, EdgeLine } from '../../parts';
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

/** Parts of a line's length where its sign may be, the best first. */
const PLACES = [0.5, 0.7, 0.3, 0.85];
/** Pixels between the sign's middle and the label. */
const CLEAR = 10;

/** About the middle of the line, beside its label. */
function signPlace({ points, label }: EdgeRoute): Point {
  const length = pathLength(points);
  const places = PLACES.map((part) => pointAlong(points, length * part));
  const free = label ? places.find((place) => !contains(label, place, CLEAR)) : places[0];
  return free ?? pointAlong(points, length / 2);
}
