import type { Mark } from '../../interpreter';
import type { ReadableHistory } from './readableHistory';

/** What was done by hand before an event; of several things the last. */
export const markAt = ({ marks }: ReadableHistory, position: number): Mark['type'] | undefined =>
  marks.filter((mark) => mark.position === position).at(-1)?.type;
