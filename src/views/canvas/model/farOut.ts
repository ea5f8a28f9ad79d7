import type { Box } from '../../../asl';
import { MIN_ZOOM, type Size } from '../../parts';

/** Below this zoom names cannot be read. */
const LEGIBLE = 0.28;

/** Whether names can be read on cards. */
export const isLegible = (zoom: number): boolean => zoom >= LEGIBLE;

/** So many states are drawn one by one, each with all that it says; more of them only as long as they can be read. */
const MOST_CARDS = 160;

/**
 * Whether the view is so far out that the workflow is drawn as one picture instead of card by card: always
 * where cards are specks, and of a crowded workflow as soon as no card can be read.
 *
 * @param count how many nodes there are
 */
export function isFarOut(zoom: number, screen: Size, content: Box, count: number): boolean {
  if (zoom < MIN_ZOOM) return true;
  if (isLegible(zoom) || count <= MOST_CARDS) return false;
  const across = Math.min(1, screen.width / zoom / content.width);
  const down = Math.min(1, screen.height / zoom / content.height);
  return count * across * down > MOST_CARDS;
}
