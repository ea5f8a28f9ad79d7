import type { Point } from '../../layout/layout.types';
import { STATUS_MARKS } from './glyphs';
import { element, type Markup } from './markup';
import { STATUS_TOKENS } from './palette';
import { type Pen, pathMark } from './pen';
import type { PictureStatus } from './picture.types';

/** Its diameter. */
export const DISC = 18;

/** A status as a disc with a mark; what is in progress is a dotted ring. */
export function statusDisc({ palette }: Pen, status: PictureStatus | 'paused', at: Point): Markup {
  const colour = palette[status === 'paused' ? 'state-paused' : STATUS_TOKENS[status].line];
  const { x: cx, y: cy } = at;
  if (status === 'inProgress') {
    return element(
      'g',
      {},
      element('circle', {
        cx,
        cy,
        r: 7.2,
        fill: 'none',
        stroke: colour,
        'stroke-width': 2.3,
        'stroke-dasharray': '0.1 4.42',
        'stroke-linecap': 'round',
      }),
      element('circle', { cx, cy, r: 2.7, fill: colour }),
    );
  }
  const { d, weight } = STATUS_MARKS[status];
  return element(
    'g',
    {},
    element('circle', { cx, cy, r: DISC / 2, fill: colour }),
    pathMark(d, at, 11, palette['state-icon'], weight),
  );
}
