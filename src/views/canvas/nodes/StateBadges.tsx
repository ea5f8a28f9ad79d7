import { CircleAlert, MessageSquareText, RotateCw, TriangleAlert } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { StateNode } from '../../../asl';
import type { StateProgress } from '../../../worker';
import { problemsOf, selectIsMocking, useWorkspace } from '../../../workspace';
import { classNames, grouped } from '../../parts';
import styles from './StateBadges.module.css';

const MockBadge = lazy(() => import('./MockBadge'));

export interface StateBadgesProps {
  readonly node: StateNode;
  readonly progress: StateProgress | undefined;
}

/** Small chips on a state's border. Its accessible name says all of it in words. */
export function StateBadges({ node, progress }: StateBadgesProps) {
  const problems = useWorkspace((state) => problemsOf(state, node.path));
  const mocking = useWorkspace(selectIsMocking);
  return (
    <>
      {node.unreachable && (
        <span className={classNames(styles.chip, styles.unreachable)} title="Nothing leads to this state">
          <TriangleAlert size={11} aria-hidden="true" />
          unreachable
        </span>
      )}
      <span className={styles.top}>
        {mocking && (
          <Suspense>
            <MockBadge state={node.path} />
          </Suspense>
        )}
        {problems && !node.unreachable && (
          <span className={classNames(styles.chip, styles[problems.severity])} title={problems.message}>
            <CircleAlert size={11} aria-hidden="true" />
            {problems.count}
          </span>
        )}
        {node.comment !== undefined && (
          <span className={classNames(styles.chip, styles.icon)} title={node.comment}>
            <MessageSquareText size={11} aria-hidden="true" />
          </span>
        )}
        {node.retries !== undefined && <RetryBadge limit={node.retries} made={progress?.retries ?? 0} />}
      </span>
      {progress && progress.visits > 1 && (
        <span className={classNames(styles.chip, styles.visits)} title={`Entered ${progress.visits} times`}>
          ×{grouped(progress.visits)}
        </span>
      )}
    </>
  );
}

function RetryBadge({ limit, made }: { readonly limit: number; readonly made: number }) {
  const title = made > 0 ? `Retried: ${made}` : `Retries at most ${limit} times`;
  return (
    <span className={classNames(styles.chip, made > 0 && styles.retried)} title={title}>
      <RotateCw size={10} strokeWidth={2.6} aria-hidden="true" />
      {grouped(made > 0 ? made : limit)}
    </span>
  );
}
