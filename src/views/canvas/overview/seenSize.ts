import type { Box } from '../../../asl';
import type { Size } from '../../parts';

/** A drawing narrower than this is a hairline: its states are drawn as wide as a band. */
const HAIRLINE = 24;
const BAND = 10;
/** Where states are specks they are drawn larger than they are, across the way the workflow goes more than along it. */
const ACROSS = 5;
const ALONG = 1.5;

/**
 * How large something is seen, in pixels of the screen: never smaller than can be told apart.
 *
 * @param bounds of the whole drawing
 */
export function seenSize(box: Box, zoom: number, bounds: Box): Size {
  const isTall = bounds.height >= bounds.width;
  return {
    width: Math.max(box.width * zoom, isTall ? across(bounds.width * zoom) : ALONG),
    height: Math.max(box.height * zoom, isTall ? ALONG : across(bounds.height * zoom)),
  };
}

const across = (extent: number): number => (extent < HAIRLINE ? BAND : ACROSS);
