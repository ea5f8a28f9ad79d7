import type { Speed } from '../../worker';

export interface Pace {
  readonly speed: Speed;
  readonly label: string;
}

/** The stops of the speed control, slowest first. Numbers are transitions per second of real time. */
export const PACES: readonly Pace[] = [
  { speed: 1, label: 'Slow motion' },
  { speed: 3, label: 'Slow' },
  { speed: 8, label: 'Normal' },
  { speed: 40, label: 'Fast' },
  { speed: 'instant', label: 'Instant' },
];

/** The stop nearest to a speed that may have come from older settings. */
export function paceIndex(speed: Speed): number {
  const exact = PACES.findIndex((pace) => pace.speed === speed);
  if (exact >= 0 || speed === 'instant') return exact;
  const faster = PACES.findIndex((pace) => pace.speed === 'instant' || pace.speed >= speed);
  return faster < 0 ? PACES.length - 1 : faster;
}
