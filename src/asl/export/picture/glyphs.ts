import type { StateNode } from '../../graph';
import type { StateType } from '../../model';
import type { GlyphShape, PictureGlyph, PictureStatus } from './picture.types';

const drawn = (d: string): readonly GlyphShape[] => [{ tag: 'path', attributes: { d } }];

/** A full circle as a path. */
const ring = (x: number, y: number, r: number): string =>
  `M${x - r},${y}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0`;

const CLOCK = `${ring(12, 12, 9.5)}M12,6.5V12L15.5,14`;

const BY_TYPE: Readonly<Record<StateType, readonly GlyphShape[]>> = {
  Task: drawn('M13.5,2.5L4.5,13.5H11L10,21.5L19.5,10H13Z'),
  Pass: drawn('M6,17L11,12L6,7M13,17L18,12L13,7'),
  Choice: drawn('M12,21V13L4,5M4,10V4.5H9.5M12,13L20,5M14.5,4.5H20V10'),
  Wait: drawn(CLOCK),
  Succeed: drawn(`${ring(12, 12, 9.5)}M8,12.5L11,15.5L16.5,9.5`),
  Fail: drawn(`${ring(12, 12, 9.5)}M9,9L15,15M15,9L9,15`),
  Parallel: drawn('M3.5,3.5H20.5V20.5H3.5ZM9.2,3.5V20.5M14.8,3.5V20.5'),
  Map: drawn('M12,3L21.5,8L12,13L2.5,8ZM2.5,12.5L12,17.5L21.5,12.5M2.5,17L12,22L21.5,17'),
};
const DISTRIBUTED = drawn(
  'M9,2.5H15V8.5H9ZM2.5,15.5H8.5V21.5H2.5ZM15.5,15.5H21.5V21.5H15.5ZM12,8.5V12M5.5,15.5V12H18.5V15.5',
);
const UNKNOWN = drawn(`${ring(12, 12, 9.5)}M9.5,9.5a2.6,2.6 0 1 1 3.8,2.4q-1.3,0.7 -1.3,2M12,17V17.1`);

/** The mark of a state's type. */
export function typeGlyph({ type, distributed }: StateNode): PictureGlyph {
  if (type === undefined) return { tone: 'unknown', shapes: UNKNOWN };
  return { tone: type, shapes: type === 'Map' && distributed ? DISTRIBUTED : BY_TYPE[type] };
}

/** The marks in a status's disc, and the weight of their lines. What is in progress has a dotted ring instead. */
export const STATUS_MARKS: Readonly<
  Record<Exclude<PictureStatus, 'inProgress'> | 'paused', { readonly d: string; readonly weight: number }>
> = {
  succeeded: { d: 'M4,12.5L9.5,18L20,6.5', weight: 3.5 },
  failed: { d: 'M6,6L18,18M18,6L6,18', weight: 3.5 },
  caught: { d: 'M12,2.5L20,5.5V12Q20,18.5 12,22Q4,18.5 4,12V5.5ZM12,8V12M12,16V16.1', weight: 2.6 },
  aborted: { d: `${ring(12, 12, 10)}M5,5L19,19`, weight: 3 },
  waiting: { d: CLOCK, weight: 2.8 },
  retrying: { d: 'M20.5,12A8.5,8.5 0 1 1 17.5,5.5L20.5,8.5M20.5,3V8.5H15', weight: 3 },
  paused: { d: 'M8,5V19M16,5V19', weight: 3.5 },
};

/** The marks in chips on a state's border. */
export const CHIP_MARKS = {
  retry: 'M20.5,12A8.5,8.5 0 1 1 17.5,5.5L20.5,8.5M20.5,3V8.5H15',
  comment: 'M3,4H21V17H9L3,21.5ZM7.5,8.5H16.5M7.5,12.5H13',
  warning: 'M12,3L22,20.5H2ZM12,9.5V13.5M12,17V17.1',
  missing: `${ring(12, 12, 9.5)}M12,7.5V12.5M12,16.3V16.4`,
} as const;
