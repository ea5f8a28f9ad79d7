import { allStates, type StateMachine, type StatePath } from '../../asl';
import type { Fold } from '../fold/fold';
import type { ReadableHistory } from '../fold/readableHistory';
import { VisitTree } from '../history/visitTree';
import type { ScopeSource } from '../run/stops/visitScope';

/** What is known of a run: its events, what they came to as it is seen now, and its definition. */
export class DataSource {
  private readonly tree: VisitTree;
  /** The states of that query language. */
  private jsonata: ReadonlySet<StatePath> | undefined;

  constructor(
    readonly scope: ScopeSource,
    readonly machine: StateMachine | undefined,
    private readonly live: Fold,
    private readonly now: () => Fold,
  ) {
    this.tree = new VisitTree(live);
  }

  /** What the stage is called that a state sends to its service. */
  sentBy(state: StatePath): 'arguments' | 'parameters' {
    this.jsonata ??= new Set(
      this.machine === undefined
        ? []
        : allStates(this.machine).flatMap(({ path, queryLanguage }) =>
            queryLanguage === 'JSONata' ? path : [],
          ),
    );
    return this.jsonata.has(state) ? 'arguments' : 'parameters';
  }

  get history(): ReadableHistory {
    return this.scope.timeline;
  }

  /** Of the run as it is, or of the moment of it that is shown. */
  get seen(): Fold {
    return this.now();
  }

  /** The visits in a container by item or branch, as far as they are seen. */
  lanes(container: number): readonly (readonly [lane: number, visits: readonly number[]])[] {
    this.tree.update();
    const { length } = this.seen.visits;
    return this.tree
      .lanes(container)
      .map(([lane, visits]) => [lane, visits.filter((visit) => visit < length)] as const)
      .filter(([, visits]) => visits.length > 0);
  }

  /** The item or branch of its container that a visit runs in; -1 for none. */
  laneOf(visit: number): number {
    return this.tree.laneOf(visit);
  }

  get folded(): number {
    return Math.min(this.live.position, this.seen.position);
  }
}
