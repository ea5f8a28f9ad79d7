import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Graph, StatePath } from '../../asl';
import { selectGraph, selectSelectedState, useWorkspace, useWorkspaceActions } from '../../workspace';
import { moveByKey } from './keys';
import styles from './Outline.module.css';
import { OutlineLine } from './OutlineLine';
import { idsAround, type OutlineRow, outlineRows } from './rows';

const LINE = 28;
const EMPTY: Graph = { scopes: [] };

/**
 * Every state by name, those inside a container beneath it, with type and status: to find one's way by reading, and for
 * screen readers the workflow as a tree. The line in hand is the selected state; Enter goes to it on the canvas.
 */
export function Outline({ onGo }: { readonly onGo: (state: StatePath) => void }) {
  const { selection } = useWorkspaceActions();
  const graph = useWorkspace(selectGraph) ?? EMPTY;
  const selected = useWorkspace(selectSelectedState);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [branch, setBranch] = useState<string>();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => outlineRows(graph, closed), [graph, closed]);
  const inHand = Math.max(
    0,
    rows.findIndex((row) => row.id === (branch ?? selected)),
  );
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 10,
    // The line in hand is named by the tree: it must be there, wherever the tree was scrolled to.
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const first = Math.max(0, startIndex - overscan);
      const last = Math.min(count - 1, endIndex + overscan);
      const shown = Array.from({ length: last - first + 1 }, (_, index) => first + index);
      return inHand < first
        ? [inHand, ...shown]
        : inHand > last && inHand < count
          ? [...shown, inHand]
          : shown;
    },
  });

  useEffect(() => {
    setBranch(undefined);
    if (selected === undefined) return;
    const around = idsAround(graph, selected);
    setClosed((before) => (around.some((each) => before.has(each)) ? without(before, around) : before));
  }, [selected, graph]);
  useEffect(() => virtualizer.scrollToIndex(inHand), [virtualizer, inHand]);

  const toggle = ({ id: row, open }: OutlineRow) =>
    setClosed((before) => (open ? new Set([...before, row]) : without(before, [row])));
  const goTo = (row: OutlineRow) => {
    if (row.kind === 'state') selection.select(row.node.path, 'command');
    setBranch(row.kind === 'branch' ? row.id : undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows[inHand];
    if (event.key === 'Enter' && row?.kind === 'state') onGo(row.node.path);
    else {
      const move = moveByKey(rows, inHand, event.key);
      if (move === undefined) return;
      if (move.type === 'to') goTo(move.row);
      else toggle(move.row);
    }
    event.preventDefault();
    event.stopPropagation();
  };

  if (rows.length === 0) return <p className={styles.empty}>No states yet.</p>;
  return (
    <div
      ref={scroller}
      className={styles.tree}
      role="tree"
      aria-label="States"
      tabIndex={0}
      aria-activedescendant={`${id}-${inHand}`}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return (
            row && (
              <OutlineLine
                key={row.id}
                id={`${id}-${index}`}
                row={row}
                top={start}
                inHand={index === inHand}
                onChoose={() => goTo(row)}
                onToggle={() => toggle(row)}
                onGo={onGo}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

const without = (all: ReadonlySet<string>, some: readonly string[]): ReadonlySet<string> =>
  new Set([...all].filter((each) => !some.includes(each)));
