import { useId, useState } from 'react';
import styles from './answers.module.css';
import { givenValue, isJsonText } from './testedVariables';

interface UntoldVariablesProps {
  /** Without the `$`. */
  readonly names: readonly string[];
  /** By name, as typed. */
  readonly given: Readonly<Record<string, string>>;
  readonly onGive: (name: string, json: string) => void;
}

/** What AWS did not tell of a tested state: the values that its variables had before. */
export function UntoldVariables({ names, given, onGive }: UntoldVariablesProps) {
  return (
    <fieldset className={styles.untold}>
      <legend>Variables before the state</legend>
      {names.map((name) => (
        <Variable
          key={name}
          name={name}
          known={givenValue(given, name)}
          onGive={(json) => onGive(name, json)}
        />
      ))}
    </fieldset>
  );
}

interface VariableProps {
  readonly name: string;
  readonly known: string;
  readonly onGive: (json: string) => void;
}

function Variable({ name, known, onGive }: VariableProps) {
  const id = useId();
  const [text, setText] = useState(known);
  const wrong = text.trim() !== '' && !isJsonText(text);
  return (
    <p className={styles.variable}>
      <label htmlFor={id}>${name}</label>
      <input
        id={id}
        type="text"
        className={styles.value}
        spellCheck={false}
        autoComplete="off"
        placeholder="JSON"
        value={text}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onChange={({ target }) => {
          setText(target.value);
          onGive(target.value);
        }}
      />
      {wrong && (
        <span id={`${id}-wrong`} className={styles.wrong}>
          No JSON yet. A text stands in double quotes.
        </span>
      )}
    </p>
  );
}
