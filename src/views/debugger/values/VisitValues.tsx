import { type ReactNode, useEffect } from 'react';
import type { StatePath, TextRange } from '../../../asl';
import {
  selectChosenValue,
  selectRunIsOutdated,
  selectWalk,
  useWorkspace,
  useWorkspaceActions,
} from '../../../workspace';
import { useFetched } from '../../parts';
import { StageStrip } from './StageStrip';
import { ValueView } from './ValueView';
import styles from './values.module.css';

interface VisitValuesProps {
  readonly state: StatePath;
  readonly number: number;
  readonly visits: number;
  readonly run: string;
  readonly seen: number;
  readonly onShowText: (range: TextRange) => void;
  /** The visit as a whole. */
  readonly children: ReactNode;
}

/** The data of one visit, stage by stage. */
export default function VisitValues(props: VisitValuesProps) {
  const { state, number, visits, run, seen, children } = props;
  const { execution, looking } = useWorkspaceActions();
  const chosen = useWorkspace(selectChosenValue);
  const walk = useWorkspace(selectWalk);
  const outdated = useWorkspace(selectRunIsOutdated);
  const shown = useFetched(`${run} ${state} ${number}`, seen, () =>
    execution.look('getStages', { state, number }),
  );
  const here = chosen?.visit.state === state ? chosen : undefined;
  const stage = shown?.stages.find(({ name }) => name === here?.stage);
  const onShowText = outdated ? undefined : props.onShowText;
  const walks = walk?.state === state && walk.number === number;
  const { start, end } = stage?.range ?? {};
  // While the stages are gone through, the text goes with them.
  useEffect(() => {
    if (walks && start !== undefined && end !== undefined) onShowText?.({ start, end });
  }, [walks, start, end, onShowText]);
  if (!shown) return children;
  return (
    <div className={styles.values}>
      <StageStrip
        stages={shown.stages}
        chosen={stage?.name}
        onChoose={(name) =>
          looking.value(name === undefined ? undefined : { visit: { state, number }, stage: name, path: [] })
        }
      />
      {stage === undefined ? (
        children
      ) : (
        <ValueView
          shown={shown}
          stage={stage}
          path={here?.visit.number === number ? here.path : []}
          visits={visits}
          run={run}
          seen={seen}
          onShowText={onShowText}
        />
      )}
    </div>
  );
}
