import type { Box, Layout } from '../../../asl';
import { useInteraction } from '../gestures/interaction';
import styles from './MiniPicture.module.css';

/** All boxes of a workflow that is drawn as one picture, for the minimap: one path instead of a shape each. */
export function MiniPicture() {
  const layout = useInteraction((state) => state.surface?.layout);
  return layout ? <path className={styles.boxes} d={outlines(layout)} /> : null;
}

const outlines = ({ nodes }: Layout): string => Object.values<Box>(nodes).map(outline).join('');

const outline = ({ x, y, width, height }: Box): string => `M${x},${y}h${width}v${height}h${-width}z`;
