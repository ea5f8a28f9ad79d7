import { describe, expect, it } from 'vitest';
import { analyze, layoutGraph, type NodeId } from '../../../asl';
import { statesIn } from '../gestures/boxSelect';
import { indexGraph } from '../model/graphIndex';
import { scopeOf } from '../testing';
import type { Marks, StateMark } from './marks';
import { paint } from './paint';
import { pictureOf, spotAt } from './picture';
import { NAMED_COLOURS, recordingContext } from './testing';
import { pictureWords } from './words';

const size = { width: 700, height: 800 };

function workflow(states: Readonly<Record<string, unknown>>) {
  const { graph } = analyze(JSON.stringify(scopeOf(states)));
  return pictureOf(indexGraph(graph), layoutGraph(graph, { direction: 'down' }));
}

/** Passes one after another. */
function row(count: number) {
  const states: Record<string, unknown> = {};
  for (let at = 0; at < count; at++)
    states[`S${at}`] = { Type: 'Pass', ...(at + 1 < count ? { Next: `S${at + 1}` } : { End: true }) };
  return workflow(states);
}

const IDLE: StateMark = {
  status: 'notStarted',
  tone: 'idle',
  faint: false,
  problem: undefined,
  breakpoint: undefined,
};

function marks(
  picture: ReturnType<typeof pictureOf>,
  special: Readonly<Record<string, Partial<StateMark>>> = {},
  rest: Partial<Marks> = {},
): Marks {
  return {
    states: picture.states.map(({ node }) => ({ ...IDLE, ...special[node.name] })),
    containers: picture.containers.map(({ node }) => ({ ...IDLE, ...special[node.name] })),
    lines: picture.lines.map(() => 'idle'),
    selected: new Set(),
    here: undefined,
    ...rest,
  };
}

function painted(picture: ReturnType<typeof pictureOf>, of: Marks, zoom: number, y = 0) {
  const recorded = recordingContext();
  const viewport = { x: 100, y, zoom };
  paint(recorded.context, { picture, marks: of, viewport, size }, NAMED_COLOURS);
  return recorded;
}

const both = workflow({
  Both: {
    Type: 'Parallel',
    Branches: [
      scopeOf({ L: { Type: 'Pass', End: true } }),
      scopeOf({ R: { Type: 'Map', ItemProcessor: scopeOf({ I: { Type: 'Pass', End: true } }), End: true } }),
    ],
    End: true,
  },
});

describe('a workflow seen from afar', () => {
  it('shows every state of a row of thousands, wide enough to be seen', () => {
    const picture = row(2000);
    const { filled } = painted(picture, marks(picture), 700 / picture.bounds.height, 50);
    const states = filled.filter(({ colour }) => colour === 'idle');
    expect(states).toHaveLength(2000);
    expect(Math.min(...states.map(({ y }) => y))).toBeGreaterThan(49);
    expect(Math.max(...states.map(({ y, height }) => y + height))).toBeLessThan(752);
    expect(states.every(({ width, height }) => width >= 5 && height >= 1)).toBe(true);
  });

  it('draws nothing that is out of sight', () => {
    const picture = row(2000);
    const { filled } = painted(picture, marks(picture), 0.09);
    expect(filled.filter(({ colour }) => colour === 'idle surface').length).toBeLessThan(100);
  });

  it('lets what failed cover its neighbours in the same pixel', () => {
    const picture = row(2000);
    const special = { S7: { tone: 'failed' }, S8: { tone: 'succeeded' } } as const;
    const { filled } = painted(picture, marks(picture, special), 0.002);
    expect(filled.at(-1)).toMatchObject({ colour: 'failed', height: 6 });
  });

  it('has cards with the colours of their type and status where there is room', () => {
    const picture = row(3);
    const { filled, stroked } = painted(picture, marks(picture, { S1: { tone: 'running' } }), 0.2);
    expect(filled.filter(({ colour }) => colour === 'Pass')).toHaveLength(3);
    expect(filled.filter(({ colour }) => colour === 'running surface')).toHaveLength(1);
    expect(stroked.filter(({ colour }) => colour === 'running')).toHaveLength(1);
  });

  it('keeps frames apart by the colour of their type, with their names where there is room', () => {
    const { filled, words } = painted(both, marks(both), 0.25);
    expect(filled.some(({ colour }) => colour === 'Parallel')).toBe(true);
    expect(filled.some(({ colour }) => colour === 'Map')).toBe(true);
    expect(words).toEqual(['Both']);
    expect(painted(both, marks(both), 0.05).words).toEqual([]);
  });

  it('marks the selection, where the run stands, problems and breakpoints as large however far off', () => {
    const picture = row(500);
    const special = {
      S3: { problem: 'error' },
      S4: { problem: 'warning' },
      S5: { breakpoint: 'on' },
      S6: { breakpoint: 'off' },
    } as const;
    const id = (name: string) => `/States/${name}` as NodeId;
    const { filled, stroked } = painted(
      picture,
      marks(picture, special, { selected: new Set([id('S1')]), here: id('S2') }),
      0.01,
    );
    for (const colour of ['selected', 'here']) {
      const rings = stroked.filter((each) => each.colour === colour);
      expect(rings.length).toBeGreaterThan(0);
      expect(rings.every(({ height }) => height >= 9)).toBe(true);
    }
    expect(filled.filter(({ colour }) => colour === 'error')).toHaveLength(2);
    expect(filled.filter(({ colour }) => colour === 'warning')).toHaveLength(1);
    // A breakpoint that is turned off is hollow.
    expect(stroked.filter(({ colour }) => colour === 'error')).toHaveLength(1);
  });
});

describe('what a gesture has in hand', () => {
  it('is seen though its line is shorter than a pixel', () => {
    const picture = row(2000);
    const at = picture.lines.findIndex(({ id }) => id === '/States/S7#next');
    const lines = picture.lines.map((_, each) => (each === at ? ('held' as const) : ('idle' as const)));
    const { stroked } = painted(picture, marks(picture, {}, { lines }), 0.002);
    const rings = stroked.filter(({ colour, width }) => colour === 'held' && width >= 9);
    expect(rings).toHaveLength(2);
    expect(rings.every(({ height }) => height >= 9)).toBe(true);
  });
});

describe('a box drawn over the picture', () => {
  const { graph } = analyze(
    JSON.stringify(scopeOf({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', End: true } })),
  );
  const layout = layoutGraph(graph, { direction: 'down' });
  const inBox = (zoom: number, offset: number) => {
    const box = layout.nodes['/States/A' as NodeId];
    if (!box) throw new Error('A has no place.');
    const x = box.x + box.width / 2 + offset / zoom;
    return statesIn(indexGraph(graph), layout, { x, y: box.y, width: 8 / zoom, height: box.height }, zoom);
  };

  it('selects what it touches as large as that is seen, wider than it is', () => {
    // Three pixels beside the middle of a band of ten.
    expect(inBox(0.001, 3)).toContain('/States/A');
    expect(inBox(0.001, 6)).toEqual([]);
  });

  it('means a state at its own size where that is seen', () => {
    expect(inBox(0.5, 3)).toEqual(['/States/A']);
  });
});

describe('a press on the picture', () => {
  const named = (x: number, y: number, reach = 0) => spotAt(both, { x, y }, reach)?.node.name;
  const middle = (name: string) => {
    const box = [...both.states, ...both.containers].find(({ node }) => node.name === name)?.box;
    return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2, box };
  };

  it('means the innermost state that lies there', () => {
    const inner = middle('I');
    expect(named(inner.x, inner.y)).toBe('I');
    const map = middle('R').box;
    expect(named((map?.x ?? 0) + 2, (map?.y ?? 0) + 2)).toBe('R');
    expect(named(-500, -500)).toBeUndefined();
  });

  it('means a container at its title bar and its border, though a card is within reach', () => {
    const { box } = middle('R');
    if (!box) throw new Error('R has no place.');
    const card = middle('I').box;
    if (!card) throw new Error('I has no place.');
    // So far out that all of it is within reach of its card.
    const reach = 80;
    expect(named(card.x + card.width / 2, box.y + 20, reach)).toBe('R');
    expect(named(box.x - 2, card.y + card.height / 2, reach)).toBe('R');
    expect(named(box.x + box.width / 2, box.y + box.height + 2, reach)).toBe('R');
    expect(named(card.x + 1, card.y + 1, reach)).toBe('I');
    expect(named(card.x - 2, card.y + card.height / 2, reach)).toBe('I');
  });

  it('means a state close by, too', () => {
    const { box, y } = middle('L');
    expect(named((box?.x ?? 0) - 4, y, 6)).toBe('L');
    expect(named((box?.x ?? 0) - 8, y, 6)).toBe('Both');
  });
});

describe('the picture in words', () => {
  it('counts states by how they are', () => {
    const picture = row(1200);
    const special = {
      S0: { status: 'succeeded' },
      S1: { status: 'succeeded' },
      S2: { status: 'failed', problem: 'error' },
    } as const;
    expect(pictureWords(marks(picture, special)).replace('\u202f', ',')).toBe(
      'Overview: 1,200 states drawn small, 1 failed, 2 succeeded, 1 with problems. The outline lists them; zoom in to work on them here.',
    );
  });
});
