import type { OutlineRow } from './rows';

/** What a key asks of the outline. */
export type OutlineMove =
  | { readonly type: 'to'; readonly row: OutlineRow }
  | { readonly type: 'open' | 'close'; readonly row: OutlineRow };

/**
 * What a key does at a row, as the ARIA Authoring Practices have it for trees: up and down along the lines, right into
 * what is open, left to what is around; a letter goes to the next name that begins with it.
 */
export function moveByKey(rows: readonly OutlineRow[], at: number, key: string): OutlineMove | undefined {
  const row = rows[at];
  if (row === undefined) return undefined;
  switch (key) {
    case 'ArrowDown':
      return to(rows[at + 1]);
    case 'ArrowUp':
      return to(rows[at - 1]);
    case 'Home':
      return to(rows[0]);
    case 'End':
      return to(rows.at(-1));
    case 'ArrowRight':
      if (row.open === undefined) return undefined;
      return row.open ? to(rows[at + 1]) : { type: 'open', row };
    case 'ArrowLeft':
      if (row.open) return { type: 'close', row };
      return to(around(rows, at, row));
    default:
      return [...key].length === 1 ? to(nextNamed(rows, at, key)) : undefined;
  }
}

/** The row that a row is inside of. */
function around(rows: readonly OutlineRow[], at: number, { level }: OutlineRow): OutlineRow | undefined {
  let above = at - 1;
  while (above >= 0 && (rows[above]?.level ?? 0) >= level) above--;
  return rows[above];
}

const to = (row: OutlineRow | undefined): OutlineMove | undefined => row && { type: 'to', row };

function nextNamed(rows: readonly OutlineRow[], at: number, letter: string): OutlineRow | undefined {
  const wanted = letter.toLowerCase();
  const fits = (row: OutlineRow) => nameOf(row).toLowerCase().startsWith(wanted);
  return rows.slice(at + 1).find(fits) ?? rows.slice(0, at).find(fits);
}

export const nameOf = (row: OutlineRow): string => (row.kind === 'state' ? row.node.name : row.name);
