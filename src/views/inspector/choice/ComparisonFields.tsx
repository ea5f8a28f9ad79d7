import type { ReactNode } from 'react';
import { isJsonObject, type Json } from '../../../asl';
import { Modes } from '../fields/ChoiceOf';
import { CodeField } from '../fields/CodeField';
import { Field } from '../fields/Field';
import fieldStyles from '../fields/Field.module.css';
import { readNumber, readWords, shownWords } from '../fields/readings';
import { useDraft } from '../fields/useDraft';
import { useForm } from '../form/form';
import styles from './choice.module.css';
import { OPERATORS, type Operator, operandFor, readComparison } from './rules';

/** One comparison: what is looked at, how, and with what. */
export function ComparisonFields({ at }: { readonly at: string }) {
  const form = useForm();
  const rule = form.value(at);
  if (rule === undefined || !isJsonObject(rule)) return null;
  const { operator, field, byPath, operand } = readComparison(rule);
  const choose = (next: Operator, path: boolean) =>
    form.setFields(
      at,
      [
        ...(field === undefined ? [] : [{ name: field, value: undefined }]),
        {
          name: path ? `${next.name}Path` : next.name,
          value: path ? pathFor(operand, byPath) : operandFor(next, byPath ? undefined : operand),
        },
      ],
      'Change a comparison',
    );
  return (
    <div className={styles.comparison}>
      <PathInput at={`${at}/Variable`} label="Value" placeholder="$.value" />
      <Field at={`${at}/${field ?? 'operator'}`} label="Comparison">
        {({ control }) => (
          <select
            id={control}
            className={fieldStyles.control}
            value={operator?.name ?? ''}
            onChange={(event) => {
              const next = OPERATORS.find(({ name }) => name === event.target.value);
              if (next) choose(next, byPath && next.path);
            }}
          >
            {!operator && <option value="">{field ?? '—'}</option>}
            {GROUPS.map((group) => (
              <optgroup key={group} label={group}>
                {OPERATORS.filter((each) => each.group === group).map(({ name, label }) => (
                  <option key={name} value={name}>
                    {label}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      {operator && field !== undefined && (
        <Operand
          key={field}
          at={`${at}/${field}`}
          operator={operator}
          byPath={byPath}
          mode={
            operator.path && (
              <Modes
                label="What it is compared with"
                value={byPath ? 'path' : 'value'}
                options={[
                  { value: 'value', label: 'Value' },
                  { value: 'path', label: 'Path' },
                ]}
                onChange={(mode) => choose(operator, mode === 'path')}
              />
            )
          }
        />
      )}
    </div>
  );
}

const GROUPS: readonly string[] = [...new Set(OPERATORS.map(({ group }) => group))];

const pathFor = (operand: Json | undefined, wasPath: boolean): Json =>
  wasPath && operand !== undefined ? operand : '$.other';

interface OperandProps {
  readonly at: string;
  readonly operator: Operator;
  readonly byPath: boolean;
  /** The switch between value and path. */
  readonly mode: ReactNode;
}

function Operand({ at, operator, byPath, mode }: OperandProps) {
  const form = useForm();
  const value = form.value(at);
  if (byPath) return <PathInput at={at} label="With" placeholder="$.other" mode={mode} />;
  if (operator.operand === 'boolean') {
    return (
      <Field at={at} label="With" mode={mode}>
        {({ control }) => (
          <select
            id={control}
            className={fieldStyles.control}
            value={String(value)}
            onChange={(event) => form.set(at, event.target.value === 'true')}
          >
            <option value="true">true</option>
            <option value="false">false</option>
          </select>
        )}
      </Field>
    );
  }
  return <Typed at={at} kind={operator.operand} mode={mode} />;
}

const readAnyNumber = readNumber({ whole: false });

interface TypedProps {
  readonly at: string;
  readonly kind: Operator['operand'];
  readonly mode: ReactNode;
}

function Typed({ at, kind, mode }: TypedProps) {
  const form = useForm();
  const number = kind === 'number';
  const draft = useDraft(shownWords(form.value(at)), number ? readAnyNumber : readText, (value, burst) =>
    form.set(at, value ?? (number ? 0 : ''), burst),
  );
  return (
    <Field
      at={at}
      label="With"
      problem={draft.problem}
      mode={mode}
      help={kind === 'pattern' ? '* stands for any text; \\* for a star.' : undefined}
    >
      {({ control, notes }) => (
        <input
          id={control}
          className={fieldStyles.control}
          type="text"
          inputMode={number ? 'decimal' : undefined}
          value={draft.text}
          aria-describedby={notes}
          aria-invalid={draft.problem !== undefined}
          onFocus={draft.enter}
          onBlur={draft.leave}
          onChange={(event) => draft.change(event.target.value)}
        />
      )}
    </Field>
  );
}

/** An empty text is a value to compare with. */
const readText = (text: string) => ({ ok: true, value: text as Json | undefined }) as const;

interface PathInputProps {
  readonly at: string;
  readonly label: string;
  readonly placeholder: string;
  readonly mode?: ReactNode;
}

function PathInput({ at, label, placeholder, mode }: PathInputProps) {
  const form = useForm();
  const draft = useDraft(shownWords(form.value(at)), readWords, (value, burst) =>
    form.set(at, value ?? '', burst),
  );
  return (
    <Field at={at} label={label} mode={mode} problem={draft.problem}>
      {({ control, notes }) => (
        <CodeField
          id={control}
          at={at}
          draft={draft}
          dialect="jsonpath"
          notation="words"
          placeholder={placeholder}
          describedBy={notes}
          line
        />
      )}
    </Field>
  );
}
