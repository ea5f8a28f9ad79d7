import { useMemo } from 'react';
import type { Box, Layout } from '../../../asl';
import { useInteraction } from '../gestures/interaction';
import styles from './MiniPicture.module.css';

/** All boxes of a workflow that is drawn as one picture, for the minimap: one path instead of a shape each. */
export function MiniPicture() {
  const layout = useInteraction((state) => state.surface?.layout);
  const path = useMemo(() => layout && outlines(layout), [layout]);
  return path ? <path className={styles.boxes} d={path} /> : null;
}

/** A box is at least this part of the whole, so that it can be seen in a map of any workflow. */
const SHARE = 1 / 150;

function outlines({ nodes, width, height }: Layout): string {
  const least = Math.max(width, height) * SHARE;
  return Object.values<Box>(nodes)
    .map((box) => outline(box, Math.max(box.width, least), Math.max(box.height, least / 2)))
    .join('');
}

const outline = (box: Box, width: number, height: number): string =>
  `M${box.x + (box.width - width) / 2},${box.y + (box.height - height) / 2}h${width}v${height}h${-width}z`;
