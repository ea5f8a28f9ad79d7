import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import type { FieldFinding } from '../../../worker';
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
  return findings.map(({ code, severity, message, field }) => {
    const Icon = ICONS[severity];
    return (
      <p key={`${code} ${field} ${message}`} className={styles[severity]}>
        <Icon size={12} aria-hidden="true" /> {message}
      </p>
    );
  });
}
