import { Eye, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { WatchedValue } from '../../../worker';
import { selectWatches, useWorkspace, useWorkspaceActions } from '../../../workspace';
import styles from './DataInScope.module.css';

/** Expressions may be as long, and as many, as somebody reads. */
const MOST_WATCHES = 30;

/** Expressions in the definition's query language and what they come to. @param values absent until they are known */
export function WatchList({ values }: { readonly values: readonly WatchedValue[] | undefined }) {
  const { watch } = useWorkspaceActions();
  const watches = useWorkspace(selectWatches);
  const [draft, setDraft] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    const expression = draft.trim();
    if (expression === '') return;
    if (!watches.includes(expression)) watch([...watches, expression]);
    setDraft('');
  };
  return (
    <>
      <h3 className={styles.title}>Watch</h3>
      <ul className={styles.watches} aria-label="Watch expressions">
        {watches.map((expression, index) => (
          <Watched
            key={expression}
            expression={expression}
            value={values?.[index]}
            onChange={(next) => watch(replaced(watches, index, next))}
          />
        ))}
      </ul>
      {watches.length < MOST_WATCHES && (
        <form className={styles.add} onSubmit={add}>
          <Eye size={14} aria-hidden="true" />
          <input
            aria-label="Expression to watch"
            placeholder="Watch an expression: $.order.total"
            spellCheck={false}
            maxLength={1000}
            value={draft}
            onChange={({ target }) => setDraft(target.value)}
          />
          <button type="submit" className={styles.submit} disabled={draft.trim() === ''}>
            Add
          </button>
        </form>
      )}
    </>
  );
}

interface WatchedProps {
  readonly expression: string;
  readonly value: WatchedValue | undefined;
  /** With nothing, it is taken away. */
  readonly onChange: (expression: string) => void;
}

function Watched({ expression, value, onChange }: WatchedProps) {
  const [draft, setDraft] = useState(expression);
  const text = value === undefined ? '…' : value.ok ? value.text : value.problem;
  return (
    <li className={styles.watch}>
      <span className={styles.row}>
        <input
          className={styles.expression}
          aria-label={`Watched expression ${expression}`}
          spellCheck={false}
          maxLength={1000}
          value={draft}
          onChange={({ target }) => setDraft(target.value)}
          onBlur={() => onChange(draft)}
          onKeyDown={({ key }) => {
            if (key === 'Enter') onChange(draft);
            if (key === 'Escape') setDraft(expression);
          }}
        />
        <button
          type="button"
          className={styles.remove}
          aria-label={`Stop watching ${expression}`}
          onClick={() => onChange('')}
        >
          <X size={13} aria-hidden="true" />
        </button>
      </span>
      <output className={value?.ok === false ? styles.problem : styles.value} title={text.slice(0, 2000)}>
        {text.slice(0, 2000)}
      </output>
    </li>
  );
}

/** The list with another expression in a place; one that is empty or there already is left out. */
function replaced(watches: readonly string[], index: number, next: string): readonly string[] {
  const expression = next.trim();
  if (expression === watches[index]) return watches;
  const others = watches.filter((_, at) => at !== index);
  return expression === '' || others.includes(expression)
    ? others
    : watches.map((each, at) => (at === index ? expression : each));
}
