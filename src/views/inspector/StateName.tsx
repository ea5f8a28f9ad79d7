import { type KeyboardEvent, useState } from 'react';
import type { StateDetail } from '../../worker';
import { useWorkspaceActions } from '../../workspace';
import styles from './Inspector.module.css';

/** The state's name: Enter or leaving the field renames it everywhere, Escape keeps the old one. */
export function StateName({ detail }: { readonly detail: StateDetail }) {
  const { edit } = useWorkspaceActions();
  const [name, setName] = useState(detail.name);
  const rename = async () => {
    if (name === detail.name) return;
    const outcome = await edit({ type: 'renameState', state: detail.path, name }, 'inspector');
    if (!outcome.ok) setName(detail.name);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') event.currentTarget.blur();
    if (event.key === 'Escape') setName(detail.name);
  };
  return (
    <input
      className={styles.name}
      aria-label="Name"
      value={name}
      spellCheck={false}
      onChange={(event) => setName(event.target.value)}
      onKeyDown={press}
      onBlur={() => void rename()}
    />
  );
}
