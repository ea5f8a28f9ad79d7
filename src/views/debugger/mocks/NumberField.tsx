import { useState } from 'react';
import styles from './mocks.module.css';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly step?: number;
}

/** A number from 0; while it is being typed the field shows what was typed. */
export function NumberField({ label, value, onChange, step = 1 }: NumberFieldProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <input
      type="number"
      className={styles.number}
      aria-label={label}
      min={0}
      step={step}
      value={typed ?? value}
      onChange={({ target }) => {
        setTyped(target.value);
        if (target.value !== '') onChange(target.valueAsNumber);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
