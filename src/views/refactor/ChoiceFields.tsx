import type { StateNode } from '../../asl';
import type { Choices, ShownKind } from './kinds';
import styles from './RefactorDialog.module.css';

interface ChoiceFieldsProps {
  readonly kind: ShownKind;
  readonly choices: Choices;
  readonly onChange: (choices: Choices) => void;
  /** States that a catcher may lead to. */
  readonly targets: readonly StateNode[];
}

/** What a refactoring has to be told. */
export function ChoiceFields({ kind, choices, onChange, targets }: ChoiceFieldsProps) {
  switch (kind) {
    case 'extractMachine':
      return (
        <label className={styles.field}>
          Name of the machine
          <input
            value={choices.name}
            onChange={({ target }) => onChange({ ...choices, name: target.value })}
          />
        </label>
      );
    case 'extractMap':
      return (
        <label className={styles.field}>
          Path of the list
          <input
            value={choices.items}
            onChange={({ target }) => onChange({ ...choices, items: target.value })}
          />
        </label>
      );
    case 'catch':
      return (
        <label className={styles.field}>
          Leads to
          <select
            value={choices.to ?? ''}
            onChange={({ target }) =>
              onChange({ ...choices, to: targets.find(({ path }) => path === target.value)?.path })
            }
          >
            <option value="">A new Fail state</option>
            {targets.map(({ path, name }) => (
              <option key={path} value={path}>
                {name}
              </option>
            ))}
          </select>
        </label>
      );
    default:
      return null;
  }
}
