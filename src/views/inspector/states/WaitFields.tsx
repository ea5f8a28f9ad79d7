import { useState } from 'react';
import { AmountField } from '../fields/AmountField';
import { Modes, type Option } from '../fields/ChoiceOf';
import { DynamicWordsField } from '../fields/DynamicWordsField';
import { PathField } from '../fields/ExpressionField';
import { Field } from '../fields/Field';
import styles from '../fields/Field.module.css';
import { isExpression } from '../fields/readings';
import { useForm } from '../form/form';

type Kind = 'Seconds' | 'Timestamp' | 'SecondsPath' | 'TimestampPath';

const JSONPATH_KINDS: readonly Option<Kind>[] = [
  { value: 'Seconds', label: 'For a time' },
  { value: 'Timestamp', label: 'Until a moment' },
  { value: 'SecondsPath', label: 'Time from data' },
  { value: 'TimestampPath', label: 'Moment from data' },
];

/** How long a Wait state waits. Exactly one of its four fields is written. */
export function WaitFields() {
  const form = useForm();
  const jsonata = form.language === 'JSONata';
  const kinds = jsonata ? JSONPATH_KINDS.slice(0, 2) : JSONPATH_KINDS;
  const written = JSONPATH_KINDS.find(({ value }) => form.value(`/${value}`) !== undefined)?.value;
  const [chosen, setChosen] = useState<Kind>();
  const kind = chosen ?? written ?? 'Seconds';
  const choose = (next: Kind) => {
    setChosen(next);
    const others = JSONPATH_KINDS.filter(
      ({ value }) => value !== next && form.value(`/${value}`) !== undefined,
    );
    const value = next === 'Seconds' ? 5 : next === 'Timestamp' ? tomorrow() : '$.until';
    form.setFields(
      '',
      [...others.map((other) => ({ name: other.value as string, value: undefined })), { name: next, value }],
      'Change what is waited for',
    );
  };
  return (
    <>
      <Field at="/Wait" label="Wait">
        {() => <Modes label="What is waited for" options={kinds} value={kind} onChange={choose} />}
      </Field>
      {kind === 'Seconds' && (
        <AmountField
          at="/Seconds"
          label="Seconds"
          unit="seconds"
          min={0}
          max={99_999_999}
          dynamic={jsonata}
        />
      )}
      {kind === 'Timestamp' && <Moment />}
      {kind === 'SecondsPath' && (
        <PathField
          at="/SecondsPath"
          label="SecondsPath"
          placeholder="$.seconds"
          help="Where the number of seconds is."
        />
      )}
      {kind === 'TimestampPath' && (
        <PathField
          at="/TimestampPath"
          label="TimestampPath"
          placeholder="$.until"
          help="Where the moment is, such as 2026-01-31T08:00:00Z."
        />
      )}
    </>
  );
}

const tomorrow = (): string => `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 19)}Z`;

/** A moment: picked, or typed as text. */
function Moment() {
  const form = useForm();
  const value = form.value('/Timestamp');
  const picked = typeof value === 'string' && !isExpression(value) ? local(value) : undefined;
  return (
    <>
      <DynamicWordsField
        at="/Timestamp"
        label="Timestamp"
        placeholder="2026-01-31T08:00:00Z"
        help="ISO 8601 with time and zone, as Z or +01:00."
      />
      <label className={styles.check}>
        Pick
        <input
          type="datetime-local"
          step={1}
          className={styles.control}
          aria-label="Pick the moment"
          value={picked ?? ''}
          onChange={(event) => {
            const at = new Date(event.target.value);
            if (!Number.isNaN(at.getTime())) form.set('/Timestamp', `${at.toISOString().slice(0, 19)}Z`);
          }}
        />
      </label>
    </>
  );
}

/** A moment as the browser's picker shows it: in the user's own time. */
function local(text: string): string | undefined {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return undefined;
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}
