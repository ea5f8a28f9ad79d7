import { ChevronDown, ChevronUp } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { ChangeMark } from '../ChangeMark';
import type { Change } from '../model/changes';
import styles from './ChangeList.module.css';
import { FieldChanges } from './FieldChanges';

export interface ChangeListProps {
  readonly changes: readonly Change[];
  readonly selected: string | undefined;
  onSelect(id: string | undefined): void;
  onStep(by: 1 | -1): void;
}

/** All changes in reading order; the one in hand with what differs in it. */
export function ChangeList({ changes, selected, onSelect, onStep }: ChangeListProps) {
  const at = changes.findIndex(({ id }) => id === selected);
  return (
    <>
      <div className={styles.bar}>
        <h3>Changes</h3>
        <span className={styles.place}>{at < 0 ? changes.length : `${at + 1} of ${changes.length}`}</span>
        <button
          type="button"
          className={styles.step}
          onClick={() => onStep(-1)}
          disabled={changes.length === 0}
          title="Previous change (Shift+F7)"
          aria-label="Previous change"
        >
          <ChevronUp size={16} />
        </button>
        <button
          type="button"
          className={styles.step}
          onClick={() => onStep(1)}
          disabled={changes.length === 0}
          title="Next change (F7)"
          aria-label="Next change"
        >
          <ChevronDown size={16} />
        </button>
      </div>
      <ul className={styles.list}>
        {changes.map((change) => (
          <Entry key={change.id} change={change} open={change.id === selected} onSelect={onSelect} />
        ))}
      </ul>
    </>
  );
}

interface EntryProps {
  readonly change: Change;
  readonly open: boolean;
  onSelect(id: string | undefined): void;
}

function Entry({ change, open, onSelect }: EntryProps) {
  const { id, status, title, was, where, fields } = change;
  const entry = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (open) entry.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <li ref={entry} className={styles.entry} data-open={open} data-change={status}>
      <button
        type="button"
        className={styles.head}
        aria-expanded={open}
        onClick={() => onSelect(open ? undefined : id)}
        onKeyDown={goAlong}
      >
        <ChangeMark status={status} size={18} />
        <span className={styles.words}>
          <span className={styles.title}>{title}</span>
          <span className={styles.what}>
            {was === undefined ? status : `renamed from ${was}`}
            {status !== 'added' && status !== 'removed' && fields.length > 0 && `, ${count(fields.length)}`}
            {where !== '' && `, in ${where}`}
          </span>
        </span>
      </button>
      {open && <FieldChanges fields={fields} />}
    </li>
  );
}

const count = (fields: number): string => (fields === 1 ? '1 difference' : `${fields} differences`);

/** The arrows go from entry to entry, as in any list. */
function goAlong(event: KeyboardEvent<HTMLButtonElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const item = event.currentTarget.closest('li');
  const next = step > 0 ? item?.nextElementSibling : item?.previousElementSibling;
  next?.querySelector('button')?.focus();
}
