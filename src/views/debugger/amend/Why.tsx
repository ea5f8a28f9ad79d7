import { Hand } from 'lucide-react';
import type { TextRange } from '../../../asl';
import type { Visit, VisitExplanation } from '../../../worker';
import { selectRunIsOutdated, useWorkspace, useWorkspaceActions } from '../../../workspace';
import { useFetched } from '../../parts';
import { ErrorCause } from './ErrorCause';
import { FailedExpression } from './FailedExpression';
import { FailureFixes } from './FailureFixes';
import { FailureWhy } from './FailureWhy';
import { RuleTable } from './RuleTable';
import styles from './Why.module.css';

interface WhyProps {
  readonly visit: Visit;
  readonly run: string;
  /** Grows while the run goes on. */
  readonly seen: number;
  /** Another explanation once the run stands elsewhere, or stands. */
  readonly phase: string;
  readonly onShowText: (range: TextRange) => void;
}

/**
 * Why a visit went as it did: what was changed by hand, its error, a Choice's rules, what became of an error. What AWS
 * says of an error comes behind what is known of it.
 */
export default function Why({ visit, run, seen, phase, onShowText }: WhyProps) {
  const { state, number, cause } = visit;
  const { execution } = useWorkspaceActions();
  const outdated = useWorkspace(selectRunIsOutdated);
  const why = useFetched(`${run} ${state} ${number}`, `${seen} ${phase}`, () =>
    execution.explain(state, number),
  );
  const isPlain = why?.evaluation?.reason !== undefined;
  // Until it is known whether there is something better, all of the cause would only flash up.
  const isFolded = why === undefined || isPlain;
  return (
    <>
      {why?.changed && <ByHand changed={why.changed} />}
      {!isFolded && cause !== undefined && <ErrorCause text={cause} folded={false} />}
      {why?.evaluation && (
        <FailedExpression evaluation={why.evaluation} onShowText={outdated ? undefined : onShowText}>
          <FailureFixes state={state} why={why} />
        </FailedExpression>
      )}
      {isFolded && cause !== undefined && <ErrorCause text={cause} folded />}
      {why?.failure && !why.evaluation && <FailureFixes state={state} why={why} />}
      {why?.choice && <RuleTable choice={why.choice} />}
      {why?.failure && <FailureWhy failure={why.failure} />}
    </>
  );
}

function ByHand({ changed }: { readonly changed: NonNullable<VisitExplanation['changed']> }) {
  const parts = [...(changed.input ? ['the input'] : []), ...changed.variables.map((name) => `$${name}`)];
  return (
    <p className={styles.hand}>
      <Hand size={14} aria-hidden="true" /> Changed by hand before it was entered: {parts.join(', ')}.
    </p>
  );
}
