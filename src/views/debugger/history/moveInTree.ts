/** What a key does in a tree of rows. */
export type TreeMove =
  | { readonly type: 'go'; readonly to: number }
  | { readonly type: 'toggle'; readonly key: string };

interface TreeRow {
  readonly key: string;
  readonly depth: number;
  /** Absent when there is nothing inside. */
  readonly open?: boolean;
}

const PAGE = 10;

/**
 * Keys as in any tree: up and down, in and out, the ends.
 * @param at the row in hand
 * @param rowAt undefined for rows that are not here yet
 * @returns undefined when the key means nothing here
 */
export function moveInTree(
  key: string,
  at: number,
  total: number,
  rowAt: (index: number) => TreeRow | undefined,
): TreeMove | undefined {
  const go = (to: number): TreeMove => ({ type: 'go', to: Math.min(Math.max(0, to), total - 1) });
  const row = rowAt(at);
  switch (key) {
    case 'ArrowDown':
      return go(at + 1);
    case 'ArrowUp':
      return go(at - 1);
    case 'PageDown':
      return go(at + PAGE);
    case 'PageUp':
      return go(at - PAGE);
    case 'Home':
      return go(0);
    case 'End':
      return go(total - 1);
    case 'Enter':
    case ' ':
      return go(at);
    case 'ArrowRight':
      if (row?.open === undefined) return undefined;
      return row.open ? go(at + 1) : { type: 'toggle', key: row.key };
    case 'ArrowLeft':
      if (row?.open === true) return { type: 'toggle', key: row.key };
      return row && row.depth > 0 ? go(around(at, row.depth, rowAt)) : undefined;
    default:
      return undefined;
  }
}

/** The row that a row stands inside, as far as rows are here. */
function around(at: number, depth: number, rowAt: (index: number) => TreeRow | undefined): number {
  let index = at;
  for (let row = rowAt(index); row && row.depth >= depth && index > 0; row = rowAt(index)) index--;
  return index;
}
