import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Graph, NodeId, TransitionId } from '../../graph';
import { layoutGraph } from '../../layout/layoutGraph';
import { arbitraryDefinition } from '../../testing/arbitraryDefinition';
import type { PictureOptions, PictureRun, PictureStatus } from './picture.types';
import { svgPicture } from './svgPicture';
import { graphOf } from './testing/graphOf';
import { HOSTILE } from './testing/hostile';
import { everything, readXml, type XmlElement } from './testing/readXml';

const PLAIN: PictureOptions = { theme: 'light', title: 'a & b' };

function pictured(graph: Graph, options = PLAIN, direction: 'down' | 'right' = 'down') {
  const picture = svgPicture(graph, layoutGraph(graph, { direction }), options);
  return { ...picture, root: readXml(picture.svg), elements: everything(readXml(picture.svg)) };
}

const marked = (elements: readonly XmlElement[], attribute: string): readonly string[] =>
  elements.flatMap(({ attributes }) => attributes.get(attribute) ?? []);

/** What an attribute holds: lone surrogates and the like are no characters. */
const speakable = (id: string): string => id.replace(/[\p{Cc}\p{Cs}\u202e]/gu, '\ufffd');

const hostile = graphOf(HOSTILE);
const shop = graphOf({
  StartAt: 'Charge',
  States: {
    Charge: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Retry: [{ ErrorEquals: ['Busy'] }],
      Catch: [{ ErrorEquals: ['Declined'], Next: 'Sorry' }],
      Next: 'Done',
    },
    Done: { Type: 'Succeed' },
    Sorry: { Type: 'Fail' },
  },
});
const node = (name: string) => `/States/${name}` as NodeId;
const way = (id: string) => `/States/${id}` as TransitionId;

function ran(status: PictureStatus, more: Partial<PictureRun> = {}): PictureRun {
  const states = new Map([[node('Charge'), { status, visits: 2, retries: 1 }]]);
  return { states, taken: new Map([[way('Charge#next'), 1200]]), over: true, ...more };
}

describe('a picture of a workflow', () => {
  it('has every node and every transition, whatever the names are', () => {
    const { elements } = pictured(hostile);
    const nodes = hostile.scopes.flatMap((scope) => scope.nodes.map(({ id }) => speakable(id)));
    const drawn = ['data-state', 'data-terminal', 'data-missing'].flatMap((name) => marked(elements, name));
    expect([...drawn].sort()).toEqual([...nodes].sort());
    const ways = hostile.scopes.flatMap((scope) => scope.transitions.map(({ id }) => speakable(id)));
    expect([...marked(elements, 'data-transition')].sort()).toEqual([...ways].sort());
  });

  it('is a document of its own: no script, no reference to anything outside', () => {
    const { svg, elements, root } = pictured(hostile);
    expect(root.attributes.get('xmlns')).toBe('http://www.w3.org/2000/svg');
    expect(new Set(elements.map(({ name }) => name))).toEqual(
      new Set(['svg', 'title', 'defs', 'pattern', 'g', 'rect', 'circle', 'path', 'text']),
    );
    expect(svg.match(/href|url\((?!#hatch)|@import|https?:(?!\/\/www\.w3\.org\/2000\/svg")/g)).toBeNull();
    const handlers = elements.flatMap(({ attributes }) =>
      [...attributes.keys()].filter((key) => /^on/.test(key)),
    );
    expect(handlers).toEqual([]);
  });

  it('shows a hostile name as it is, and says what cannot be said with a sign for it', () => {
    const { elements } = pictured(hostile);
    const titles = elements.filter(({ name }) => name === 'title').map(({ text }) => text);
    expect(titles).toContain('<script>alert(1)</script>\nTask · Lambda: Invoke\n<b>bold</b> & "quoted"');
    expect(titles).toContain('quote " \' & \ufffd\ufffd\ufffdevil\ufffd]]>\nChoice');
  });

  it('cuts a long name in two lines with an ellipsis', () => {
    const { elements } = pictured(hostile);
    const texts = elements.filter(({ name }) => name === 'text').map(({ text }) => text);
    expect(texts.some((text) => /^That\w*…$/.test(text))).toBe(true);
    expect(texts.some((text) => text.length > 45)).toBe(false);
  });

  it('holds everything inside its edges, in both directions, for any definition', () => {
    fc.assert(
      fc.property(arbitraryDefinition(), fc.constantFrom('down', 'right'), (definition, direction) => {
        const graph = graphOf(definition);
        const { root, elements, width, height } = pictured(graph, PLAIN, direction);
        const [left = 0, top = 0, wide, high] = (root.attributes.get('viewBox') ?? '').split(' ').map(Number);
        expect([wide, high]).toEqual([width, height]);
        for (const { name, attributes } of elements) {
          if (name !== 'rect' || !attributes.has('x')) continue;
          const at = (key: string) => Number(attributes.get(key));
          expect(at('x')).toBeGreaterThanOrEqual(left);
          expect(at('y')).toBeGreaterThanOrEqual(top);
          expect(at('x') + at('width')).toBeLessThanOrEqual(left + width);
          expect(at('y') + at('height')).toBeLessThanOrEqual(top + height);
        }
        for (const { attributes } of elements) {
          for (const [, x, y] of (attributes.get('d') ?? '').matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)) {
            if (attributes.get('transform') ?? attributes.get('stroke-linecap')) continue;
            expect(Number(x)).toBeLessThan(left + width);
            expect(Number(y)).toBeLessThan(top + height);
          }
        }
        const all = graph.scopes.reduce(
          (sum, { nodes, transitions }) => sum + nodes.length + transitions.length,
          0,
        );
        const ids = ['data-state', 'data-terminal', 'data-missing', 'data-transition'];
        expect(ids.flatMap((id) => marked(elements, id))).toHaveLength(all);
      }),
      { numRuns: 60 },
    );
  });

  it('is well-formed with any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), (name) => {
        const { elements } = pictured(
          graphOf({ StartAt: name, States: { [name]: { Type: 'Pass', End: true } } }),
        );
        expect(marked(elements, 'data-state')).toHaveLength(1);
      }),
    );
  });

  it('draws an empty workflow', () => {
    expect(pictured(graphOf({ StartAt: '', States: {} })).width).toBeGreaterThan(0);
  });
});

describe('a picture of a run', () => {
  const colours: readonly (readonly [PictureStatus, string])[] = [
    ['succeeded', '#037f0c'],
    ['failed', '#d91515'],
    ['caught', '#b84d06'],
    ['aborted', '#656871'],
  ];

  it.each(colours)('colours a state that %s', (status, colour) => {
    const { elements } = pictured(shop, { ...PLAIN, run: ran(status) });
    const charge = elements.find(({ attributes }) => attributes.get('data-state') === node('Charge'));
    expect(charge?.attributes.get('data-status')).toBe(status);
    const inside = charge ? everything(charge) : [];
    expect(marked(inside, 'stroke')).toContain(colour);
    expect(marked(inside, 'fill')).toContain(colour);
    expect(inside.map(({ text }) => text)).toEqual(expect.arrayContaining(['×2', '1']));
  });

  it.each(['inProgress', 'waiting', 'retrying'] as const)('shows what is %s as going on', (status) => {
    const { svg } = pictured(shop, { ...PLAIN, theme: 'dark', run: ran(status, { over: false }) });
    expect(svg).toContain('#539fe5');
    expect(svg).not.toContain('opacity="0.45"');
  });

  it('counts the transitions taken and makes the others faint', () => {
    const { elements } = pictured(shop, { ...PLAIN, run: ran('succeeded') });
    const line = (id: string) =>
      elements.find(({ attributes }) => attributes.get('data-transition') === way(id));
    expect(line('Charge#next')?.attributes.has('opacity')).toBe(false);
    expect(line('Charge#catch:0')?.attributes.get('opacity')).toBe('0.45');
    expect(elements.map(({ text }) => text)).toContain('×1\u202f200');
  });

  it('shows which way it went last while it goes on, and not afterwards', () => {
    const last = way('Charge#next');
    expect(pictured(shop, { ...PLAIN, run: ran('succeeded', { over: false, last }) }).svg).toContain(
      '#0972d3',
    );
    expect(pictured(shop, { ...PLAIN, run: ran('succeeded', { last }) }).svg).not.toContain('#0972d3');
  });

  it('marks the state the debugger holds at', () => {
    const run = ran('inProgress', { paused: node('Charge'), over: false });
    expect(pictured(shop, { ...PLAIN, run }).svg).toContain('#7d4cdb');
  });

  it('says nothing of a run when there is none', () => {
    expect(marked(pictured(shop).elements, 'data-status')).toEqual([]);
  });
});
