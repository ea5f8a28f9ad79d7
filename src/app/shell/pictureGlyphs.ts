import type { LucideIcon } from 'lucide-react';
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { GlyphShape, PictureGlyph, StateNode } from '../../asl';
import { glyphOf, serviceTone } from '../../views/parts';

/** The canvas's own marks, as shapes for a picture. */
export function pictureGlyphs(): (node: StateNode) => PictureGlyph {
  const known = new Map<LucideIcon, readonly GlyphShape[]>();
  return ({ type, resource, distributed }) => {
    const icon = glyphOf(type, resource?.service, distributed);
    const shapes = known.get(icon) ?? shapesOf(icon);
    known.set(icon, shapes);
    const family = type === 'Task' ? serviceTone(resource?.service) : undefined;
    return { tone: family ?? type ?? 'unknown', shapes };
  };
}

/** An icon tells its shapes only when it is drawn: once, beside the page. */
function shapesOf(icon: LucideIcon): readonly GlyphShape[] {
  const place = document.createElement('div');
  const root = createRoot(place);
  flushSync(() => root.render(createElement(icon)));
  const shapes = [...(place.querySelector('svg')?.children ?? [])].flatMap(shapeOf);
  root.unmount();
  return shapes;
}

function shapeOf({ tagName, attributes }: Element): readonly GlyphShape[] {
  const tag = TAGS.find((name) => name === tagName);
  if (tag === undefined) return [];
  return [{ tag, attributes: Object.fromEntries([...attributes].map(({ name, value }) => [name, value])) }];
}

const TAGS: readonly GlyphShape['tag'][] = [
  'path',
  'circle',
  'ellipse',
  'line',
  'polygon',
  'polyline',
  'rect',
];
