import { ChevronRight, CircleAlert, Info, TextCursorInput, TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Severity } from '../../asl';
import { classNames, StateGlyph } from '../../views/parts';
import { showKeys } from '../commands/keys';
import { type Entry, entryId } from './entries';
import styles from './Finder.module.css';
import type { EntryGroup } from './search';

export interface FinderListProps {
  /** Its options have this with their number. */
  readonly id: string;
  readonly groups: readonly EntryGroup[];
  /** Over all groups, from 0. */
  readonly chosen: number;
  readonly onPoint: (option: number) => void;
  readonly onChoose: (entry: Entry) => void;
}

/** The list under a field that keeps the focus: the chosen option is always in sight. */
export function FinderList({ id, groups, chosen, onPoint, onChoose }: FinderListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const option = list.current?.querySelector(`[id="${id}-${chosen}"]`);
    if (chosen === 0) list.current?.scrollTo({ top: 0 });
    else option?.scrollIntoView({ block: 'nearest' });
  }, [id, chosen]);
  let first = 0;
  return (
    <div ref={list} id={id} className={styles.list} role="listbox" aria-label="What is found">
      {groups.map(({ title, entries }) => {
        const from = first;
        first += entries.length;
        return (
          <fieldset key={title} className={styles.group} aria-label={title}>
            <div className={styles.title} aria-hidden="true">
              {title}
            </div>
            {entries.map((entry, index) => (
              <button
                key={entryId(entry)}
                type="button"
                id={`${id}-${from + index}`}
                className={classNames(styles.option, from + index === chosen && styles.chosen)}
                role="option"
                tabIndex={-1}
                aria-selected={from + index === chosen}
                onPointerMove={from + index === chosen ? undefined : () => onPoint(from + index)}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => onChoose(entry)}
              >
                <Shown entry={entry} />
              </button>
            ))}
          </fieldset>
        );
      })}
      {groups.length === 0 && <p className={styles.none}>Nothing of that name.</p>}
    </div>
  );
}

const MAC = navigator.userAgent.includes('Mac');
const ICONS = { error: CircleAlert, warning: TriangleAlert, info: Info } satisfies Record<Severity, unknown>;

function Shown({ entry }: { readonly entry: Entry }) {
  switch (entry.kind) {
    case 'state':
      return (
        <>
          <StateGlyph type={entry.type} size={22} />
          <span className={styles.name}>{entry.name}</span>
          <span className={styles.detail}>
            {entry.within === '' ? entry.type : `${entry.type} in ${entry.within}`}
          </span>
        </>
      );
    case 'command': {
      const [keys] = entry.command.keys;
      return (
        <>
          <ChevronRight className={styles.icon} size={15} aria-hidden="true" />
          <span className={styles.name}>{entry.command.title}</span>
          {keys !== undefined && <kbd className={styles.shortcut}>{showKeys(keys, MAC)}</kbd>}
        </>
      );
    }
    case 'finding': {
      const { severity, message, code } = entry.diagnostic;
      const Icon = ICONS[severity];
      return (
        <>
          <Icon className={classNames(styles.icon, styles[severity])} size={15} aria-label={severity} />
          <span className={styles.message}>{message}</span>
          <code className={styles.code}>{code}</code>
        </>
      );
    }
    case 'line':
      return (
        <>
          <TextCursorInput className={styles.icon} size={15} aria-hidden="true" />
          <span className={styles.name}>Line {entry.line}</span>
          <span className={styles.detail}>of {entry.of}</span>
        </>
      );
  }
}
