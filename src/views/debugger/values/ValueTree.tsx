import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { isJsonObject, type Json } from '../../../asl';
import type { ValuePlace } from '../../../worker';
import { classNames } from '../../parts';
import { moveInTree } from '../history/moveInTree';
import { keyOfPath, openedAtFirst, treeRows, type ValueRow } from './treeRows';
import styles from './values.module.css';

const ROW = 22;
/** Characters of a text that are shown in its line. */
const MOST_TEXT = 400;

interface ValueTreeProps {
  readonly value: Json;
  readonly label: string;
  readonly path: ValuePlace['path'];
  readonly onPath: (path: ValuePlace['path']) => void;
}

/** A JSON value to open and close; of a large one only the lines in sight are there. */
export function ValueTree({ value, label, path, onPath }: ValueTreeProps) {
  const [opened, setOpened] = useState(() => openedAtFirst(value, path));
  const rows = useMemo(() => treeRows(value, opened), [value, opened]);
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const chosen = keyOfPath(path);
  const at = Math.max(
    0,
    rows.findIndex(({ key }) => key === chosen),
  );
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  // A place that was chosen elsewhere is to be seen.
  useEffect(() => {
    setOpened((before) => {
      const ways = path.map((_, length) => keyOfPath(path.slice(0, length)));
      return ways.every((way) => before.has(way)) ? before : new Set([...before, ...ways]);
    });
  }, [path]);
  useEffect(() => {
    virtualizer.scrollToIndex(at, { align: 'auto' });
  }, [at, virtualizer]);

  const toggle = (key: string) =>
    setOpened((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  const press = (event: KeyboardEvent) => {
    const move = moveInTree(event.key, at, rows.length, (index) => rows[index]);
    if (move === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (move.type === 'toggle') toggle(move.key);
    else onPath(rows[move.to]?.path ?? []);
  };

  return (
    <div
      ref={scroller}
      className={styles.tree}
      role="tree"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={`${id}-${at}`}
      onKeyDown={press}
    >
      <div role="presentation" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return (
            row && (
              <TreeLine
                key={row.key}
                id={`${id}-${index}`}
                row={row}
                top={start}
                chosen={index === at}
                onChoose={() => onPath(row.path)}
                onToggle={() => toggle(row.key)}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

interface TreeLineProps {
  readonly id: string;
  readonly row: ValueRow;
  readonly top: number;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly onToggle: () => void;
}

function TreeLine({ id, row, top, chosen, onChoose, onToggle }: TreeLineProps) {
  const { depth, open, value, path, place, beside } = row;
  const name = path.at(-1);
  return (
    <div
      id={id}
      role="treeitem"
      tabIndex={-1}
      aria-level={depth + 1}
      aria-posinset={place}
      aria-setsize={beside}
      aria-selected={chosen}
      {...(open === undefined ? {} : { 'aria-expanded': open })}
      className={classNames(styles.line, chosen && styles.chosen)}
      style={{ top, paddingLeft: 6 + depth * 14 }}
      onClick={({ target }) => {
        const isTwist = target instanceof Element && target.closest('[data-twist]') !== null;
        if (open !== undefined && (isTwist || chosen)) onToggle();
        else onChoose();
      }}
      // The tree has the keys.
      onKeyDown={() => undefined}
    >
      <span className={styles.twist} data-twist aria-hidden="true">
        {open === undefined ? null : open ? <ChevronDown size={13} /> : <ChevronRight size={13} />}
      </span>
      {name !== undefined && (
        <span className={typeof name === 'number' ? styles.index : styles.key}>{name}</span>
      )}
      {name !== undefined && <span className={styles.colon}>:</span>}
      <Summary value={value} open={open === true} />
    </div>
  );
}

function Summary({ value, open }: { readonly value: Json; readonly open: boolean }) {
  if (typeof value === 'string')
    return <span className={styles.string}>{JSON.stringify(value.slice(0, MOST_TEXT))}</span>;
  if (typeof value !== 'object' || value === null)
    return <span className={styles.number}>{String(value)}</span>;
  const isObject = isJsonObject(value);
  const count = isObject ? Object.keys(value).length : value.length;
  if (count === 0) return <span className={styles.number}>{isObject ? '{}' : '[]'}</span>;
  const words = isObject
    ? `${count} ${count === 1 ? 'key' : 'keys'}`
    : `${count.toLocaleString('en')} ${count === 1 ? 'item' : 'items'}`;
  return (
    <span className={styles.count}>
      {words}
      {!open && <span className={styles.preview}> {previewOf(value)}</span>}
    </span>
  );
}

/** The first of what a closed part holds. */
function previewOf(value: Exclude<Json, null | boolean | number | string>): string {
  const first = isJsonObject(value)
    ? Object.fromEntries(Object.entries(value).slice(0, 4))
    : value.slice(0, 4);
  return JSON.stringify(first, (_, part: Json) =>
    typeof part === 'string' ? part.slice(0, 40) : part,
  ).slice(0, 90);
}
