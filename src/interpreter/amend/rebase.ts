import type { DistributedMapWork } from '../distributed/distributedWork';
import type { Engine } from '../engine';
import type { ContainerWork } from '../flow/container';
import { DONE, ENTER } from '../flow/phase';
import type { Frame, Join } from '../frame';
import { type Program, type ScopeProgram, StateKind, type StateProgram } from '../program';
import type { TaskWork } from '../task/taskWork';

/**
 * An execution goes on with another program: what it has open is moved to the states of the same path. A state that is
 * about to be entered may have become anything; one that has begun must still be of its type.
 *
 * @returns a sentence that says why nothing was changed
 */
export function rebase(engine: Engine, program: Program): string | undefined {
  const plan = new Plan(engine, program);
  const problem = plan.frame(engine.rootOf(engine.main), program.scope);
  if (problem !== undefined) return problem;
  plan.carryOut();
  engine.follow(program);
  return undefined;
}

/** All moves, made only when every one of them can be. */
class Plan {
  private readonly byPath: ReadonlyMap<string, StateProgram>;
  private readonly moves: (() => void)[] = [];

  constructor(
    private readonly engine: Engine,
    program: Program,
  ) {
    this.byPath = new Map(program.states.map((state) => [state.path, state]));
  }

  carryOut(): void {
    for (const move of this.moves) move();
  }

  frame(frame: Frame, scope: ScopeProgram): string | undefined {
    const { state } = frame;
    if (frame.phase === DONE || state === undefined) {
      this.moves.push(() => {
        frame.scope = scope;
        if (state === undefined) frame.state = scope.start;
      });
      return undefined;
    }
    const next = this.byPath.get(state.path);
    if (next === undefined)
      return `The edited definition has no state “${state.name}” where the run stands at one.`;
    const isFresh = this.isFresh(frame, state);
    if (!isFresh && next.kind !== state.kind)
      return `“${state.name}” has begun and is of another type in the edited definition.`;
    if (!isFresh && frame.task !== undefined && !sameService(state, next))
      return `“${state.name}” waits for an answer and calls something else in the edited definition.`;
    this.moves.push(() => {
      frame.scope = scope;
      frame.state = next;
      if (isFresh) frame.phase = ENTER;
    });
    return isFresh ? undefined : this.inside(frame, next);
  }

  /** Nothing of the state has begun: it is about to be entered, or a Fail, which a redrive enters again. */
  private isFresh({ phase }: Frame, { kind }: StateProgram): boolean {
    return phase === ENTER || (kind === StateKind.Fail && this.engine.status !== 'RUNNING');
  }

  private inside(frame: Frame, next: StateProgram): string | undefined {
    const join = frame.join ?? frame.unfinished;
    if (join !== undefined) return this.children(join, next);
    const run = this.engine.mapRuns[frame.mapRun ?? frame.unfinishedRun ?? -1];
    if (run === undefined) return undefined;
    const work = next.work as DistributedMapWork;
    this.moves.push(() => {
      run.work = work;
    });
    for (const execution of run.executions) {
      if (execution.status === 'SUCCEEDED') continue;
      const problem = this.frame(this.engine.rootOf(execution), work.processor);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }

  private children({ children }: Join, { name, work }: StateProgram): string | undefined {
    const container = work as ContainerWork;
    const branches = 'branches' in container ? container.branches : undefined;
    if (branches !== undefined && branches.length !== children.length)
      return `“${name}” has begun and has another number of branches in the edited definition.`;
    for (const child of children) {
      const scope = 'processor' in container ? container.processor : branches?.[child.index];
      const problem = scope === undefined ? undefined : this.frame(child, scope);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }
}

/** The events of an answer are those of its call. */
function sameService(state: StateProgram, next: StateProgram): boolean {
  if (state.kind !== StateKind.Task) return true;
  return (state.work as TaskWork).resource.arn === (next.work as TaskWork).resource.arn;
}
