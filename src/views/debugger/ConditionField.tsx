import { useId } from 'react';
import type { StatePath } from '../../asl';
import { selectText, useWorkspace, useWorkspaceActions } from '../../workspace';
import { useFetched } from '../parts';
import styles from './BreakpointsPane.module.css';

export interface ConditionFieldProps {
  readonly label: string;
  readonly value: string;
  /** Whose query language the condition is in; undefined: of each state in its own. */
  readonly state: StatePath | undefined;
  readonly onChange: (text: string) => void;
}

/** A condition in the query language of its state: a Choice rule in words, or a JSONata expression. */
export function ConditionField({ label, value, state, onChange }: ConditionFieldProps) {
  const { describeState, readCondition } = useWorkspaceActions();
  const text = useWorkspace(selectText);
  const hint = useId();
  const language = useFetched(`${state}`, text, async () =>
    state === undefined ? undefined : (await describeState(state))?.queryLanguage,
  );
  const read = useFetched(`${language}`, value, async () =>
    language === undefined || value.trim() === '' ? null : readCondition(value, language),
  );
  const problem = read ?? undefined;
  return (
    <>
      <input
        className={styles.condition}
        aria-label={label}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : hint}
        placeholder={
          language === 'JSONata' ? '$states.input.total > 100' : '$.total > 100 and $.name is present'
        }
        spellCheck={false}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      {problem !== undefined && (
        <small id={hint} className={styles.problem}>
          {problem}
        </small>
      )}
    </>
  );
}
