import type { Speed } from '../../worker';

interface Pace {
  readonly speed: Speed;
  readonly label: string;
}

/** The stops of the speed control, slowest first. Numbers are transitions per second of real time. */
const STATES: readonly [Pace, ...Pace[]] = [
  { speed: 1, label: 'Slow motion' },
  { speed: 3, label: 'Slow' },
  { speed: 8, label: 'Normal' },
  { speed: 40, label: 'Fast' },
  { speed: 'instant', label: 'Instant' },
];

const CLOCK: readonly Pace[] = [
  { speed: { times: 1 }, label: 'Real time' },
  { speed: { times: 2 }, label: '2× time' },
  { speed: { times: 10 }, label: '10× time' },
  { speed: { times: 60 }, label: '60× time' },
  { speed: { times: 1000 }, label: '1000× time' },
];

/** All paces, by what they do to what waits. */
export const PACES = [
  { title: 'State by state, waits skipped', paces: STATES },
  { title: 'By the clock, waits waited for', paces: CLOCK },
] as const;

/** The pace nearest to a speed that may have come from older settings. */
export function paceOf(speed: Speed): Pace {
  const last = STATES.find((pace) => pace.speed === 'instant') ?? STATES[0];
  if (speed === 'instant') return last;
  if (typeof speed === 'object')
    return CLOCK.find((pace) => typeof pace.speed === 'object' && pace.speed.times >= speed.times) ?? last;
  return STATES.find((pace) => typeof pace.speed === 'number' && pace.speed >= speed) ?? last;
}

/** The pace of a label; undefined when there is none. */
export const paceCalled = (label: string): Pace | undefined =>
  [...STATES, ...CLOCK].find((pace) => pace.label === label);
