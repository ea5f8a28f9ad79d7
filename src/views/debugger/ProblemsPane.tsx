import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { Diagnostic, Severity, TextRange } from '../../asl';
import { selectDiagnostics, useWorkspace, useWorkspaceActions } from '../../workspace';
import styles from './ProblemsPane.module.css';

const ICONS = { error: CircleAlert, warning: TriangleAlert, info: Info } satisfies Record<Severity, unknown>;
const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

interface ShowText {
  /** Takes the user to a place of the definition's text. */
  readonly onShowText: (range: TextRange) => void;
}

/** Findings about the definition, worst first; choosing one goes to its state and its text. */
export function ProblemsPane({ onShowText }: ShowText) {
  const diagnostics = useWorkspace(selectDiagnostics);
  if (diagnostics.length === 0) {
    return (
      <p className={styles.empty}>
        <CircleCheck size={15} aria-hidden="true" /> No problems found.
      </p>
    );
  }
  const sorted = [...diagnostics].sort(
    (a, b) => RANK[a.severity] - RANK[b.severity] || a.range.start - b.range.start,
  );
  return (
    <ul className={styles.list}>
      {sorted.map((diagnostic) => (
        <li key={`${diagnostic.code} ${diagnostic.range.start} ${diagnostic.message}`}>
          <Problem diagnostic={diagnostic} onShowText={onShowText} />
        </li>
      ))}
    </ul>
  );
}

function Problem({ diagnostic, onShowText }: ShowText & { readonly diagnostic: Diagnostic }) {
  const { selection } = useWorkspaceActions();
  const { severity, message, code, state, range } = diagnostic;
  const Icon = ICONS[severity];
  return (
    <button
      type="button"
      className={styles.problem}
      onClick={() => {
        if (state) selection.select(state, 'debugger');
        onShowText(range);
      }}
    >
      <span className={styles[severity]}>
        <Icon size={14} aria-label={severity} />
      </span>
      <span className={styles.message}>{message}</span>
      <code className={styles.code}>{code}</code>
    </button>
  );
}
