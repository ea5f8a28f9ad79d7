import { useMemo, useRef } from 'react';
import type { Layout } from '../../../asl';
import type { CanvasView } from '../../parts';
import type { GraphIndex } from '../model/graphIndex';
import styles from './Overview.module.css';
import { pictureOf } from './picture';
import { SpotTip } from './SpotTip';
import { useFocusAfar } from './useFocusAfar';
import { usePainting } from './usePainting';
import { usePress } from './usePress';

export interface OverviewProps {
  readonly index: GraphIndex;
  readonly layout: Layout;
  readonly view: CanvasView;
}

/**
 * The whole workflow as one picture, where its cards would be too small to read and too many to draw one by
 * one. It is only looked at: React Flow's pane beneath takes the pointer, for pans, zooms and boxes.
 */
export function Overview({ index, layout, view }: OverviewProps) {
  const picture = useMemo(() => pictureOf(index, layout), [index, layout]);
  const canvas = useRef<HTMLCanvasElement>(null);
  const words = usePainting(canvas, picture, index, layout);
  const spot = usePress(picture, view);
  useFocusAfar(index, layout, view);
  return (
    <>
      <canvas ref={canvas} className={styles.picture} role="img" aria-label={words} data-overview={true} />
      {spot && <SpotTip spot={spot} />}
    </>
  );
}
