import fc from 'fast-check';
import type {
  Graph,
  GraphNode,
  NodeId,
  ScopeGraph,
  Transition,
  TransitionId,
  TransitionKind,
} from '../../graph';
import type { ScopePath, StatePath } from '../../syntax';

interface Wire {
  readonly from: number;
  readonly to: number;
  readonly kind: 'next' | 'choice' | 'default' | 'catch' | 'end';
}

interface ScopeShape {
  readonly states: number;
  readonly wires: readonly Wire[];
  readonly start: number;
  readonly insides: readonly ScopeShape[];
}

const LABELS = [
  '',
  '$.total > 1000',
  'not ($.a is present)',
  'Catch #1: States.ALL',
  'Default',
  'WWWWWWWWWWWWWWWWWWWWWWWWWWWW',
];

const wire: fc.Arbitrary<Wire> = fc.record({
  from: fc.nat(),
  to: fc.nat(),
  kind: fc.constantFrom('next', 'choice', 'default', 'catch', 'end'),
});

const { shape } = fc.letrec<{ shape: ScopeShape }>((tie) => ({
  shape: fc.record({
    states: fc.integer({ min: 0, max: 9 }),
    wires: fc.array(wire, { maxLength: 18 }),
    start: fc.nat(),
    insides: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constant([]),
      fc.array(tie('shape'), { maxLength: 2 }),
    ),
  }),
}));

/** Any graph the canvas may have to draw, sensible or not: loops, several ways between two states, containers. */
export const arbitraryGraph: fc.Arbitrary<Graph> = shape.map((root) => {
  const scopes: ScopeGraph[] = [];
  build(root, '' as ScopePath, undefined, scopes);
  return { scopes };
});

function build(
  shape: ScopeShape,
  path: ScopePath,
  parent: StatePath | undefined,
  scopes: ScopeGraph[],
): void {
  const start = `start:${path}` as NodeId;
  const end = `end:${path}` as NodeId;
  const paths = Array.from({ length: shape.states }, (_, i) => `${path}/States/S${i}` as StatePath);
  const children = shape.insides.map((_, i) => `${path}/inside${i}` as ScopePath);
  const states = paths.map(
    (state, i): GraphNode => ({
      kind: 'state',
      id: state as string as NodeId,
      path: state,
      scope: path,
      name: `S${i}`,
      type: i === 0 && children.length > 0 ? 'Parallel' : 'Pass',
      summary: '',
      children: i === 0 ? children : [],
      unreachable: false,
    }),
  );
  const idOf = (index: number) => paths[index % Math.max(1, paths.length)] as string as NodeId;
  const transitions: Transition[] = [];
  const add = (kind: TransitionKind, from: NodeId, to: NodeId, label: string) =>
    transitions.push({
      id: `${from}#${kind.type}${transitions.length}` as TransitionId,
      kind,
      from,
      to,
      scope: path,
      label,
      fullLabel: label,
    });
  if (paths.length > 0) {
    add({ type: 'start' }, start, idOf(shape.start), '');
    shape.wires.forEach(({ from, to, kind }, index) => {
      const label = kind === 'next' || kind === 'end' ? '' : (LABELS[index % LABELS.length] ?? '');
      add(kindOf(kind, index), idOf(from), kind === 'end' ? end : idOf(to), label);
    });
  }
  const ends = transitions.some(({ to }) => to === end) || paths.length === 0;
  scopes.push({
    path,
    ...(parent === undefined ? {} : { parent }),
    start,
    end,
    nodes: [
      { kind: 'start', id: start, scope: path },
      ...states,
      ...(ends ? [{ kind: 'end', id: end, scope: path } as const] : []),
    ],
    transitions,
  });
  const [container] = paths;
  if (container !== undefined) {
    shape.insides.forEach((inside, i) => {
      const child = children[i];
      if (child !== undefined) build(inside, child, container, scopes);
    });
  }
}

function kindOf(kind: Wire['kind'], index: number): TransitionKind {
  switch (kind) {
    case 'choice':
      return { type: 'choice', rule: index };
    case 'catch':
      return { type: 'catch', catcher: index };
    default:
      return { type: kind };
  }
}
