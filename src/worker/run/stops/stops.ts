import { allStates, type QueryLanguage, type StateMachine, type StatePath } from '../../../asl';
import { type Condition, type ConditionAnswer, compileCondition, type Execution } from '../../../interpreter';
import type { Breakpoint, StepKind, StopRequest } from '../../breakpoint.types';
import { assignedBy } from '../../fold/assignedBy';
import type { Fold } from '../../fold/fold';
import { variablesAt } from '../../fold/variablesAt';
import { type Goal, reached, stepGoal } from './goal';
import { occurrencesAt } from './occurrences';
import { stopReason, targetReason } from './reason';
import { innermostItem, visitScope } from './visitScope';
import { WatchList } from './watchList';

/** Where a run stopped. */
export interface Stop {
  /** The visit it stands at, -1 for none. */
  readonly visit: number;
  /** A sentence for the user; absent when a step ended where it was meant to. */
  readonly reason: string | undefined;
}

interface Candidate {
  readonly breakpoint: Breakpoint;
  readonly visit: number;
  readonly item: number;
}

/**
 * What a run stops at: breakpoints, and how far a step goes. It reads the events that are shown and the fold of them,
 * and touches nothing: a run that was stopped has the history of one that was not.
 */
export class Stops {
  private readonly languages: ReadonlyMap<StatePath, QueryLanguage>;
  private readonly conditions = new Map<string, Condition | string>();
  /** Times each breakpoint was met, by its id. */
  private readonly hits = new Map<number, number>();
  private list = new WatchList([]);
  private goal: Goal | undefined;

  constructor(
    machine: StateMachine,
    private readonly execution: Execution,
    private readonly fold: Fold,
    { breakpoints, target }: StopRequest,
  ) {
    this.languages = new Map(allStates(machine).map(({ path, queryLanguage }) => [path, queryLanguage]));
    this.setBreakpoints(breakpoints);
    if (target !== undefined) this.runTo(target);
  }

  /** Whether there is anything to stop at: a run without needs not be looked at event by event. */
  get isWatching(): boolean {
    return this.goal !== undefined || !this.list.isEmpty;
  }

  /** Hits of those that stay are counted on. */
  setBreakpoints(breakpoints: readonly Breakpoint[]): void {
    this.list = new WatchList(breakpoints);
  }

  /** @param at the visit the run stands at, -1 for none */
  step(kind: StepKind, at: number): void {
    this.goal = stepGoal(kind, this.fold, at);
  }

  runTo(state: StatePath): void {
    this.goal = { type: 'to', state };
  }

  /** The run goes on as if no step had been asked for. */
  forgetGoal(): void {
    this.goal = undefined;
  }

  /** Whether the run stops with an event that the fold has just read. A promise only when a condition's answer is one. */
  check(event: number): Stop | undefined | Promise<Stop | undefined> {
    const { type, state } = this.fold;
    if (type === undefined || !this.list.mayMeet(type, state)) return this.goalAt(event);
    const candidates = this.candidatesAt(event);
    if (candidates.length === 0) return this.goalAt(event);
    const answers = candidates.map((candidate) => this.holds(candidate, event));
    return answers.some((answer) => answer instanceof Promise)
      ? Promise.all(answers).then((settled) => this.decide(candidates, settled, event))
      : this.decide(candidates, answers, event);
  }

  private decide(
    candidates: readonly Candidate[],
    answers: readonly (ConditionAnswer | Promise<ConditionAnswer>)[],
    event: number,
  ): Stop | undefined {
    let stop: Stop | undefined;
    candidates.forEach(({ breakpoint, visit, item }, index) => {
      const answer = answers[index];
      if (answer === undefined || answer === false || answer instanceof Promise) return;
      const hits = (this.hits.get(breakpoint.id) ?? 0) + 1;
      this.hits.set(breakpoint.id, hits);
      if (breakpoint.hits !== undefined && hits < breakpoint.hits) return;
      const state = this.fold.pathOf(visit);
      const problem = answer === true ? undefined : answer.problem;
      stop ??= { visit, reason: stopReason({ breakpoint, state, item, hits, problem }) };
    });
    return stop ?? this.goalAt(event);
  }

  private goalAt(event: number): Stop | undefined {
    const { goal } = this;
    if (goal === undefined) return undefined;
    const visit = reached(goal, this.fold, this.execution.timeline, event);
    if (visit === undefined) return undefined;
    return { visit, reason: goal.type === 'to' ? targetReason(goal.state) : undefined };
  }

  private candidatesAt(event: number): readonly Candidate[] {
    const found: Candidate[] = [];
    for (const { kind, visit, item } of occurrencesAt(this.fold, this.execution.timeline, event)) {
      this.addOnItem(found, this.list.at(kind, this.fold.pathOf(visit)), visit, item);
      if (kind === 'exit') this.addOnItem(found, this.changedVariables(visit, event), visit, undefined);
    }
    return found;
  }

  private changedVariables(visit: number, event: number): readonly Breakpoint[] {
    const { variables } = this.list;
    if (variables.length === 0) return variables;
    const { timeline } = this.execution;
    const assigned = assignedBy(timeline, event);
    const met = variables.filter(({ variable }) => Object.hasOwn(assigned, variable));
    if (met.length === 0) return met;
    const before = variablesAt(this.fold.visits, timeline, visit);
    return met.filter(({ variable }) => before[variable] !== assigned[variable]);
  }

  private addOnItem(
    found: Candidate[],
    breakpoints: readonly Breakpoint[],
    visit: number,
    begun: number | undefined,
  ): void {
    if (breakpoints.length === 0) return;
    const item = begun ?? innermostItem(this.fold, visit);
    for (const breakpoint of breakpoints) {
      if (breakpoint.item === undefined || breakpoint.item === item) found.push({ breakpoint, visit, item });
    }
  }

  private holds({ breakpoint, visit }: Candidate, event: number): ConditionAnswer | Promise<ConditionAnswer> {
    if (breakpoint.condition === undefined) return true;
    const condition = this.conditionOf(breakpoint.condition, this.fold.pathOf(visit));
    if (typeof condition === 'string') return { problem: condition };
    return condition(visitScope(this.execution, this.fold, visit, event));
  }

  private conditionOf(text: string, state: StatePath): Condition | string {
    const language = this.languages.get(state) ?? 'JSONPath';
    const key = `${language} ${text}`;
    const known = this.conditions.get(key);
    if (known !== undefined) return known;
    const compiled = compileCondition(text, language);
    this.conditions.set(key, compiled);
    return compiled;
  }
}
