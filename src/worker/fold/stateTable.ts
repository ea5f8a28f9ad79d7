import type { Graph, ScopeGraph, StatePath, Transition, TransitionId } from '../../asl';

const NONE = -1;

interface StateRow {
  readonly path: StatePath;
  /** What a Task calls, in words; '' for other states. */
  readonly resource: string;
  /** Number of the state this one stands in; -1 for the machine's own states. */
  readonly container: number;
  /** Transitions by where they lead: `target * 2`, one more when a catcher takes it. */
  readonly leads: Map<number, number>;
  /** Number of the start transition of its scope; -1 when another state comes first. */
  start: number;
  /** Number of the transition to its scope's end; -1 when it has none. */
  end: number;
  /** Numbers of all states inside it, at any depth. */
  readonly inside: number[];
}

/**
 * The states and transitions of a definition, numbered, so that a fold over its histories counts in arrays.
 * A history does not say which rule of a Choice matched: of several that lead to one state, the first counts.
 */
export class StateTable {
  readonly transitions: TransitionId[] = [];
  private readonly rows: StateRow[] = [];
  private readonly numbers = new Map<StatePath, number>();

  constructor(graph: Graph) {
    for (const scope of graph.scopes) this.addStates(scope);
    for (const scope of graph.scopes)
      for (const transition of scope.transitions) this.addTransition(transition);
  }

  get size(): number {
    return this.rows.length;
  }

  /** A state that the definition does not have (the history is another's) is added as one of the machine's. */
  numberOf(path: StatePath): number {
    return this.numbers.get(path) ?? this.addState(path, NONE, '');
  }

  path(state: number): StatePath {
    return this.row(state).path;
  }

  /** What a Task calls, in words; '' for other states. */
  resource(state: number): string {
    return this.row(state).resource;
  }

  container(state: number): number {
    return this.row(state).container;
  }

  inside(state: number): readonly number[] {
    return this.row(state).inside;
  }

  /** The transition between two states of a scope; -1 when the definition has none. */
  between(from: number, to: number, caught: boolean): number {
    return this.row(from).leads.get(to * 2 + (caught ? 1 : 0)) ?? NONE;
  }

  startOf(state: number): number {
    return this.row(state).start;
  }

  endOf(state: number): number {
    return this.row(state).end;
  }

  private row(state: number): StateRow {
    const row = this.rows[state];
    if (!row) throw new RangeError(`no state numbered <${state}>`);
    return row;
  }

  private addStates(scope: ScopeGraph): void {
    const container = scope.parent === undefined ? NONE : this.numberOf(scope.parent);
    for (const node of scope.nodes) {
      if (node.kind !== 'state') continue;
      this.addState(node.path, container, node.type === 'Task' ? node.summary : '');
    }
  }

  private addState(path: StatePath, container: number, resource: string): number {
    const state = this.rows.length;
    this.rows.push({ path, resource, container, leads: new Map(), start: NONE, end: NONE, inside: [] });
    this.numbers.set(path, state);
    for (let around = container; around !== NONE; around = this.container(around)) {
      this.row(around).inside.push(state);
    }
    return state;
  }

  /** A node's id is its state's path; pseudo-nodes have no number. */
  private numberOfNode(id: string): number | undefined {
    return this.numbers.get(id as StatePath);
  }

  private addTransition({ id, kind, from, to }: Transition): void {
    const transition = this.transitions.push(id) - 1;
    const source = this.numberOfNode(from);
    const target = this.numberOfNode(to);
    if (kind.type === 'start') {
      if (target !== undefined) this.row(target).start = transition;
      return;
    }
    if (source === undefined) return;
    if (kind.type === 'end') this.row(source).end = transition;
    if (target === undefined) return;
    const key = target * 2 + (kind.type === 'catch' ? 1 : 0);
    const { leads } = this.row(source);
    if (!leads.has(key)) leads.set(key, transition);
  }
}
