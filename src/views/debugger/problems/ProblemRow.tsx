import { Bell, BellOff, Wrench } from 'lucide-react';
import { type Diagnostic, lineColumnAt, type TextRange } from '../../../asl';
import { selectText, useWorkspace, useWorkspaceActions } from '../../../workspace';
import { classNames } from '../../parts';
import { alike } from './problems';
import styles from './problems.module.css';
import { SeverityIcon } from './SeverityIcon';

interface ProblemRowProps {
  readonly diagnostic: Diagnostic;
  /** Every finding on show. */
  readonly all: readonly Diagnostic[];
  readonly silent: boolean;
  readonly onShowText: (range: TextRange) => void;
  readonly onExplain: (code: string) => void;
  readonly onFix: () => void;
}

/** One finding, what can be done about it, and what its code means. */
export function ProblemRow({ diagnostic, all, silent, onShowText, onExplain, onFix }: ProblemRowProps) {
  const { selection, drawing } = useWorkspaceActions();
  const { severity, message, code, state, range } = diagnostic;
  const line = useWorkspace((workspace) => lineColumnAt(selectText(workspace), range.start).line);
  const quiet = silent ? `Show ${code} again` : `Silence ${code} in this workflow`;
  return (
    <li className={classNames(styles.problem, silent && styles.silent)}>
      <button
        type="button"
        className={styles.jump}
        data-problem=""
        onClick={() => {
          if (state) selection.select(state, 'debugger');
          onShowText(range);
        }}
      >
        <SeverityIcon severity={severity} />
        <span className={styles.message}>{message}</span>
        <span className={styles.line}>line {line}</span>
      </button>
      <Fixes diagnostic={diagnostic} all={all} onFix={onFix} />
      <button
        type="button"
        className={styles.code}
        title="What this means"
        aria-label={`Explain ${code}`}
        onClick={() => onExplain(code)}
      >
        {code}
      </button>
      <button
        type="button"
        className={styles.tool}
        title={quiet}
        aria-label={quiet}
        onClick={() => drawing.silence(code, !silent)}
      >
        {silent ? <Bell size={13} aria-hidden="true" /> : <BellOff size={13} aria-hidden="true" />}
      </button>
    </li>
  );
}

function Fixes({ diagnostic, all, onFix }: Pick<ProblemRowProps, 'diagnostic' | 'all' | 'onFix'>) {
  const { fix } = useWorkspaceActions();
  const { code, range, fixes = [] } = diagnostic;
  return (
    <span className={styles.fixes}>
      {fixes.map(({ kind, title }) => {
        const count = alike(all, code, kind);
        return (
          <span key={kind} className={styles.pair}>
            <button
              type="button"
              className={styles.fix}
              onClick={() => {
                onFix();
                void fix({ type: 'one', code, start: range.start, kind });
              }}
            >
              <Wrench size={12} aria-hidden="true" /> {title}
            </button>
            {count > 1 && (
              <button
                type="button"
                className={styles.fix}
                title={`Does the same for all ${count} findings like this one`}
                onClick={() => {
                  onFix();
                  void fix({ type: 'kind', code, kind });
                }}
              >
                All {count}
              </button>
            )}
          </span>
        );
      })}
    </span>
  );
}
