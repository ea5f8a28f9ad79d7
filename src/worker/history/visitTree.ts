import { pointerSegments, type StatePath } from '../../asl';
import { Column } from '../fold/column';
import type { Fold } from '../fold/fold';

/** The visits of a run by the visit they run in; grows with the fold. */
export class VisitTree {
  private readonly first = new Column();
  private readonly last = new Column();
  private readonly next = new Column();
  private readonly branches = new Map<number, number>();
  private firstRoot = -1;
  private lastRoot = -1;

  constructor(private readonly fold: Fold) {}

  /** Takes up the visits entered since. */
  update(): void {
    const { visits } = this.fold;
    for (let visit = this.next.length; visit < visits.length; visit++) {
      this.first.push(-1);
      this.last.push(-1);
      this.next.push(-1);
      const parent = visits.parent.get(visit);
      const before = parent < 0 ? this.lastRoot : this.last.get(parent);
      if (before >= 0) this.next.set(before, visit);
      else if (parent < 0) this.firstRoot = visit;
      else this.first.set(parent, visit);
      if (parent < 0) this.lastRoot = visit;
      else this.last.set(parent, visit);
    }
  }

  hasChildren(visit: number): boolean {
    return this.first.get(visit) >= 0;
  }

  /** The visits in a visit, in the order they were entered. @param visit -1 for the machine's own */
  *children(visit: number): Generator<number> {
    const first = visit < 0 ? this.firstRoot : this.first.get(visit);
    for (let child = first; child >= 0; child = this.next.get(child)) yield child;
  }

  /** The item or branch of its parent that a visit runs in; -1 for the machine's own. */
  laneOf(visit: number): number {
    const { visits } = this.fold;
    if (visits.parent.get(visit) < 0) return -1;
    const iteration = visits.iteration.get(visit);
    return iteration >= 0 ? iteration : this.branchOf(visits.state.get(visit));
  }

  /** The visits in a container by item or branch, those in rising order. */
  lanes(container: number): readonly (readonly [lane: number, visits: readonly number[]])[] {
    const byLane = new Map<number, number[]>();
    for (const child of this.children(container)) {
      const lane = this.laneOf(child);
      const visits = byLane.get(lane);
      if (visits) visits.push(child);
      else byLane.set(lane, [child]);
    }
    return [...byLane].sort(([a], [b]) => a - b);
  }

  private branchOf(state: number): number {
    const known = this.branches.get(state);
    if (known !== undefined) return known;
    const branch = branchIn(this.fold.table.path(state));
    this.branches.set(state, branch);
    return branch;
  }
}

/** The branch a state stands in: the number before the last `States` of its path; 0 when there is none. */
function branchIn(path: StatePath): number {
  const [branches, index] = pointerSegments(path).slice(-4);
  return branches === 'Branches' ? Number(index) : 0;
}
