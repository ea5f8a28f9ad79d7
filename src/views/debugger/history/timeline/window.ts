/** The part of virtual time in sight, in milliseconds after the start. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

/** The shortest time that fills the width. */
const SHORTEST = 1;

export const fitWindow = (length: number): TimeWindow => ({ from: 0, to: Math.max(SHORTEST, length) });

/** Kept within the run, and not shorter than a millisecond. */
function clamp({ from, to }: TimeWindow, length: number): TimeWindow {
  const all = Math.max(SHORTEST, length);
  const span = Math.min(all, Math.max(SHORTEST, to - from));
  const start = Math.min(Math.max(0, from), all - span);
  return { from: start, to: start + span };
}

/** @param factor above 1 to see less in more detail; @param at the time that stays where it is */
export function zoomWindow({ from, to }: TimeWindow, factor: number, at: number, length: number): TimeWindow {
  const wanted = Math.max(SHORTEST, (to - from) / factor);
  const share = (at - from) / (to - from);
  return clamp({ from: at - wanted * share, to: at + wanted * (1 - share) }, length);
}

export const panWindow = ({ from, to }: TimeWindow, by: number, length: number): TimeWindow =>
  clamp({ from: from + by, to: to + by }, length);

/** The window that a brush leaves. */
export const brushWindow = (a: number, b: number, length: number): TimeWindow =>
  clamp({ from: Math.min(a, b), to: Math.max(a, b) }, length);
