import { CircleAlert, Info, TriangleAlert, Wrench } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import type { FieldFinding } from '../../../worker';
import { useWorkspaceActions } from '../../../workspace';
import { findingsAt, useForm } from '../form/form';
import styles from './Field.module.css';

export interface FieldProps {
  /** JSON Pointer of the field within the form's object. */
  readonly at: string;
  readonly label: string;
  /** What the field does, in a line. */
  readonly help?: string | undefined;
  /** Beside the label: a switch between two ways to write the field. */
  readonly mode?: ReactNode;
  /** Why what is typed cannot be set. */
  readonly problem?: string | undefined;
  readonly children: (ids: { readonly control: string; readonly notes: string }) => ReactNode;
  /** Under the control: what the field comes to. */
  readonly preview?: ReactNode;
}

/** A labelled control with its help and with what is wrong with it. */
export function Field({ at, label, help, mode, problem, children, preview }: FieldProps) {
  const control = useId();
  const notes = useId();
  const form = useForm();
  return (
    <div className={styles.field} data-field={at}>
      <div className={styles.head}>
        <label className={styles.label} htmlFor={control} title={help}>
          {label}
        </label>
        {mode}
      </div>
      {children({ control, notes })}
      {preview}
      <div id={notes}>
        {problem !== undefined && (
          <p className={styles.problem} role="alert">
            <CircleAlert size={12} aria-hidden="true" /> {problem}
          </p>
        )}
        <Findings findings={findingsAt(form, at)} />
        {help !== undefined && <p className={styles.help}>{help}</p>}
      </div>
    </div>
  );
}

const ICONS = { error: CircleAlert, warning: TriangleAlert, info: Info } as const;

/** What the diagnostics say about a place. */
export function Findings({ findings }: { readonly findings: readonly FieldFinding[] }) {
  return findings.map((finding) => {
    const { code, severity, message, field } = finding;
    const Icon = ICONS[severity];
    return (
      <div key={`${code} ${field} ${message}`}>
        <p className={styles[severity]}>
          <Icon size={12} aria-hidden="true" /> {message}
        </p>
        <Fixes finding={finding} />
      </div>
    );
  });
}

/** What can be done about a finding, each a step of the undo history. */
function Fixes({ finding: { code, start, fixes } }: { readonly finding: FieldFinding }) {
  const { fix } = useWorkspaceActions();
  if (fixes.length === 0) return null;
  return (
    <span className={styles.fixes}>
      {fixes.map(({ kind, title }) => (
        <button
          key={kind}
          type="button"
          className={styles.fix}
          onClick={() => void fix({ type: 'one', code, start, kind })}
        >
          <Wrench size={12} aria-hidden="true" /> {title}
        </button>
      ))}
    </span>
  );
}
