import { useStoreApi } from '@xyflow/react';
import { type RefObject, useEffect, useState } from 'react';
import type { Layout } from '../../../asl';
import { useWorkspaceActions } from '../../../workspace';
import { interaction } from '../gestures/interaction';
import type { GraphIndex } from '../model/graphIndex';
import { type Marks, marksOf } from './marks';
import { paint } from './paint';
import { type Palette, readPalette } from './palette';
import type { Picture } from './picture';
import { pictureWords } from './words';

/** Keeps the picture painted, once a frame at most. @returns what it shows, in words */
export function usePainting(
  canvas: RefObject<HTMLCanvasElement | null>,
  picture: Picture,
  index: GraphIndex,
  layout: Layout,
): string {
  const flow = useStoreApi();
  const workspace = useWorkspaceActions();
  const [words, setWords] = useState('');
  useEffect(() => {
    let frame = 0;
    let marks: Marks | undefined;
    let palette: Palette | undefined;
    const draw = () => {
      frame = 0;
      const element = canvas.current;
      const context = element?.getContext('2d');
      if (!element || !context) return;
      const { transform, width, height } = flow.getState();
      const scale = devicePixelRatio;
      const [across, down] = [Math.round(width * scale), Math.round(height * scale)];
      if (element.width !== across || element.height !== down) {
        element.width = across;
        element.height = down;
      }
      if (!marks) {
        marks = marksOf(picture, index, layout, workspace, interaction.getState());
        setWords(pictureWords(marks));
      }
      palette ??= readPalette(element);
      context.setTransform(scale, 0, 0, scale, 0, 0);
      const [x, y, zoom] = transform;
      paint(context, { picture, marks, viewport: { x, y, zoom }, size: { width, height } }, palette);
    };
    const redraw = () => {
      frame ||= requestAnimationFrame(draw);
    };
    const mark = () => {
      marks = undefined;
      redraw();
    };
    const stop = [
      flow.subscribe((now, before) => {
        if (now.transform !== before.transform || now.width !== before.width || now.height !== before.height)
          redraw();
      }),
      workspace.store.subscribe(mark),
      workspace.progress.subscribe(mark),
      interaction.subscribe(mark),
    ];
    const themes = new MutationObserver(() => {
      palette = undefined;
      redraw();
    });
    themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const stopSharpness = onSharpness(redraw);
    draw();
    return () => {
      for (const each of stop) each();
      themes.disconnect();
      stopSharpness();
      cancelAnimationFrame(frame);
    };
  }, [canvas, flow, workspace, picture, index, layout]);
  return words;
}

/** Tells when the window came to a screen of another density. @returns how to stop listening */
function onSharpness(tell: () => void): () => void {
  let media: MediaQueryList | undefined;
  const heard = () => {
    listen();
    tell();
  };
  const listen = () => {
    media?.removeEventListener('change', heard);
    media = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    media.addEventListener('change', heard);
  };
  listen();
  return () => media?.removeEventListener('change', heard);
}
