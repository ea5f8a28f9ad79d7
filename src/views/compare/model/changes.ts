import type {
  ChangeStatus,
  ComparedState,
  FieldChange,
  Graph,
  GraphComparison,
  NodeId,
  ScopePath,
  Transition,
  TransitionId,
} from '../../../asl';

export type Difference = Exclude<ChangeStatus, 'same'>;

/** One entry of the list of changes. */
export interface Change {
  /** Of the state's node or the transition in the drawing; `machine` for the definition itself. */
  readonly id: string;
  readonly status: Difference;
  readonly title: string;
  /** Its name before, when it was renamed. */
  readonly was: string | undefined;
  /** The containers it is in, outermost first: `Both › Each`. */
  readonly where: string;
  readonly fields: readonly FieldChange[];
}

export type Counts = Readonly<Record<Difference, number>>;

/** What a reader goes through: the definition itself, its states, and transitions that no state tells of. */
export function listChanges(comparison: GraphComparison): readonly Change[] {
  const { machine, states } = comparison;
  const containers = containerNames(comparison);
  const own: readonly Change[] =
    machine.length === 0
      ? []
      : [{ id: MACHINE, status: 'changed', title: 'Workflow', was: undefined, where: '', fields: machine }];
  return [
    ...own,
    ...states.flatMap((state) => changeOf(state, containers) ?? []),
    ...untoldTransitions(comparison),
  ];
}

const MACHINE = 'machine';

/** How many states are added, removed, changed and renamed; one that is renamed and changed counts as renamed. */
export function countStates({ states }: GraphComparison): Counts {
  const count = (status: Difference) => states.filter((state) => state.status === status).length;
  return {
    added: count('added'),
    removed: count('removed'),
    changed: count('changed'),
    renamed: count('renamed'),
  };
}

export function countTransitions({ transitions }: GraphComparison): number {
  return transitions.filter(({ status }) => status !== 'same').length;
}

function changeOf(state: ComparedState, containers: ReadonlyMap<NodeId, string>): Change | undefined {
  const { status, node: id, fields } = state;
  if (status === 'same') return undefined;
  const where = containers.get(id) ?? '';
  const { name } = status === 'removed' ? state.before : state.after;
  const was = status === 'renamed' ? state.before.name : undefined;
  return { id, status, title: name, was, where, fields };
}

/** Of each state, the names of what it is in. */
function containerNames({ graph }: GraphComparison): ReadonlyMap<NodeId, string> {
  const inside = new Map<ScopePath, string>();
  const found = new Map<NodeId, string>();
  for (const scope of graph.scopes) {
    const where = inside.get(scope.path) ?? '';
    for (const node of scope.nodes) {
      if (node.kind !== 'state') continue;
      found.set(node.id, where);
      for (const child of node.children)
        inside.set(child, where === '' ? node.name : `${where} › ${node.name}`);
    }
  }
  return found;
}

/** Transitions that differ though the state they leave is the same: the state they name came or went. */
function untoldTransitions({ graph, machine, states, transitions }: GraphComparison): readonly Change[] {
  const told = new Set<string>(states.filter(({ status }) => status !== 'same').map(({ node }) => node));
  const drawn = new Map(graph.scopes.flatMap((scope) => scope.transitions.map((each) => [each.id, each])));
  const starts = new Map(graph.scopes.map((scope) => [scope.start, scope.parent]));
  return transitions.flatMap(({ id, status }): readonly Change[] => {
    const transition = drawn.get(id);
    if (status === 'same' || !transition) return [];
    const parent = starts.get(transition.from);
    const startIsTold = parent === undefined ? machine.length > 0 : told.has(parent);
    const isTold = transition.kind.type === 'start' ? startIsTold : told.has(transition.from);
    if (isTold) return [];
    return [{ id, status, title: transitionTitle(graph, transition), was: undefined, where: '', fields: [] }];
  });
}

/** “Check stock to Ship”. */
export function transitionTitle(graph: Graph, { from, to }: Transition): string {
  return `${nodeName(graph, from)} to ${nodeName(graph, to)}`;
}

function nodeName(graph: Graph, id: NodeId): string {
  const node = graph.scopes.flatMap(({ nodes }) => nodes).find((each) => each.id === id);
  if (node?.kind === 'state' || node?.kind === 'missing') return node.name;
  return node?.kind === 'start' ? 'Start' : 'End';
}

/** The status of everything drawn, by id. */
export function statuses({
  states,
  transitions,
}: GraphComparison): ReadonlyMap<NodeId | TransitionId, ChangeStatus> {
  return new Map<NodeId | TransitionId, ChangeStatus>([
    ...states.map(({ node, status }) => [node, status] as const),
    ...transitions.map(({ id, status }) => [id, status] as const),
  ]);
}
