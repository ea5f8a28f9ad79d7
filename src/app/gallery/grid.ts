/**
 * Where an arrow key leads in a grid that is filled row by row.
 *
 * @returns an index; -1 above the first row; undefined for other keys
 */
export function stepInGrid(key: string, at: number, count: number, columns: number): number | undefined {
  const last = count - 1;
  switch (key) {
    case 'ArrowRight':
      return Math.min(at + 1, last);
    case 'ArrowLeft':
      return Math.max(at - 1, 0);
    case 'ArrowDown':
      return at + columns <= last ? at + columns : inLastRow(at, count, columns) ? at : last;
    case 'ArrowUp':
      return at - columns >= 0 ? at - columns : -1;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

const inLastRow = (at: number, count: number, columns: number): boolean =>
  Math.floor(at / columns) === Math.floor((count - 1) / columns);
