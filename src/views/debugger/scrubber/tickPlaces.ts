/** The place of an event on the track: the middle of its part of it. @param position events up to it */
export function placeOf(position: number, total: number, width: number): number {
  return total === 0 || position === 0 ? 0 : ((position - 0.5) / total) * width;
}

/** The moment after the event that stands at a place of the track. */
export function positionAt(x: number, total: number, width: number): number {
  if (x <= 0 || width <= 0) return 0;
  return Math.min(total, Math.floor((x / width) * total) + 1);
}
