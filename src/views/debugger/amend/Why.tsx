import { Hand } from 'lucide-react';
import type { TextRange } from '../../../asl';
import type { VisitExplanation } from '../../../worker';
import { selectRunIsOutdated, useWorkspace, useWorkspaceActions } from '../../../workspace';
import { useFetched } from '../../parts';
import { FailedExpression } from './FailedExpression';
import { FailureFixes } from './FailureFixes';
import { FailureWhy } from './FailureWhy';
import { RuleTable } from './RuleTable';
import styles from './Why.module.css';

interface WhyProps {
  readonly state: Parameters<ReturnType<typeof useWorkspaceActions>['execution']['explain']>[0];
  readonly run: string;
  readonly number: number;
  /** Grows while the run goes on. */
  readonly seen: number;
  /** Another explanation once the run stands elsewhere, or stands. */
  readonly phase: string;
  readonly onShowText: (range: TextRange) => void;
}

/** Why a visit went as it did: what was changed by hand, a Choice's rules, what became of an error. */
export default function Why({ state, run, number, seen, phase, onShowText }: WhyProps) {
  const { execution } = useWorkspaceActions();
  const outdated = useWorkspace(selectRunIsOutdated);
  const why = useFetched(`${run} ${state} ${number}`, `${seen} ${phase}`, () =>
    execution.explain(state, number),
  );
  if (!why) return null;
  return (
    <>
      {why.changed && <ByHand changed={why.changed} />}
      {why.evaluation && (
        <FailedExpression evaluation={why.evaluation} onShowText={outdated ? undefined : onShowText} />
      )}
      {(why.evaluation || why.failure) && <FailureFixes state={state} why={why} />}
      {why.choice && <RuleTable choice={why.choice} />}
      {why.failure && <FailureWhy failure={why.failure} />}
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
