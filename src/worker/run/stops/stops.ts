import { allStates, type QueryLanguage, type StateMachine, type StatePath } from '../../../asl';
import {
  type Condition,
  type ConditionAnswer,
  compileCondition,
  type Execution,
  type HistoryEventType,
} from '../../../interpreter';
import type { Breakpoint, StateMoment, StepKind, StopRequest } from '../../breakpoint.types';
import { assignedBy } from '../../fold/assignedBy';
import type { Fold } from '../../fold/fold';
import { variablesAt } from '../../fold/variablesAt';
import { type Goal, reached, stepGoal } from './goal';
import { momentsOf, type Occurrence, occurrencesAt } from './occurrences';
import { insideReason, stopReason, targetReason } from './reason';
import { innermostItem, visitScope } from './visitScope';

/** Where a run stopped. */
export interface Stop {
  /** The visit it stands at, -1 for none. */
  readonly visit: number;
  /** A sentence for the user; absent when a step ended where it was meant to. */
  readonly reason: string | undefined;
  /** ARN of the execution that is stepped into: the Task of the visit has just started it. */
  readonly inside?: string;
}

/** An execution that a Task has started. */
export interface BegunChild {
  /** Its ARN. */
  readonly execution: string;
  /** The name of its state machine. */
  readonly machine: string;
  /** Done when all of its history is there; absent when it is. */
  readonly ending?: Promise<unknown>;
}

/** The execution that begins with an event of the timeline. */
export type BegunWith = (event: number) => BegunChild | undefined;

const NOBODY: readonly Candidate[] = [];

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
  private atStates: readonly (Breakpoint & { readonly kind: StateMoment })[] = [];
  private atVariables: readonly (Breakpoint & { readonly kind: 'variable' })[] = [];
  private readonly waitedFor = new Map<HistoryEventType, boolean>();
  private goal: Goal | undefined;

  constructor(
    machine: StateMachine,
    private readonly execution: Execution,
    private readonly fold: Fold,
    { breakpoints, target }: StopRequest,
    private readonly begunWith: BegunWith = () => undefined,
  ) {
    this.languages = new Map(allStates(machine).map(({ path, queryLanguage }) => [path, queryLanguage]));
    this.setBreakpoints(breakpoints);
    if (target !== undefined) this.runTo(target);
  }

  /** Whether there is anything to stop at: a run without needs not be looked at event by event. */
  get isWatching(): boolean {
    return this.goal !== undefined || this.atStates.length + this.atVariables.length > 0;
  }

  /** Hits of those that stay are counted on. */
  setBreakpoints(breakpoints: readonly Breakpoint[]): void {
    this.atStates = breakpoints.flatMap((each) => (each.enabled && each.kind !== 'variable' ? [each] : []));
    this.atVariables = breakpoints.flatMap((each) =>
      each.enabled && each.kind === 'variable' ? [each] : [],
    );
    this.waitedFor.clear();
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
  ): Stop | undefined | Promise<Stop | undefined> {
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

  /** Whether anything that a breakpoint waits for can happen with events of a type: most are passed by at once. */
  private isWaitedFor(type: HistoryEventType): boolean {
    let known = this.waitedFor.get(type);
    if (known === undefined) {
      const { atStates, atVariables } = this;
      known = momentsOf(type).some(
        (moment) =>
          (moment === 'exit' && atVariables.length > 0) || atStates.some(({ kind }) => kind === moment),
      );
      this.waitedFor.set(type, known);
    }
    return known;
  }

  private goalAt(event: number): Stop | undefined | Promise<Stop | undefined> {
    const { goal } = this;
    if (goal === undefined) return undefined;
    const child = goal.type === 'into' ? this.begunWith(event) : undefined;
    if (child !== undefined) {
      const stop = this.insideOf(child, this.fold.visits.visitOf(event));
      return child.ending === undefined ? stop : child.ending.then(() => stop);
    }
    const visit = reached(goal, this.fold, this.execution.timeline, event);
    if (visit === undefined) return undefined;
    return { visit, reason: goal.type === 'to' ? targetReason(goal.state) : undefined };
  }

  private insideOf({ execution, machine }: BegunChild, visit: number): Stop {
    const state = visit < 0 ? undefined : this.fold.pathOf(visit);
    return { visit, reason: insideReason(state, machine), inside: execution };
  }

  private candidatesAt(event: number): readonly Candidate[] {
    const { type } = this.fold;
    if (type === undefined || !this.isWaitedFor(type)) return NOBODY;
    const occurrences = occurrencesAt(this.fold, this.execution.timeline, event);
    return occurrences.flatMap((occurrence) => [
      ...this.stateCandidates(occurrence),
      ...(occurrence.kind === 'exit' ? this.variableCandidates(occurrence, event) : []),
    ]);
  }

  private stateCandidates({ kind, visit, item }: Occurrence): readonly Candidate[] {
    const state = this.fold.pathOf(visit);
    const met = this.atStates.filter((each) => each.kind === kind && each.state === state);
    return met.length === 0 ? [] : this.onItem(met, visit, item);
  }

  private variableCandidates({ visit }: Occurrence, event: number): readonly Candidate[] {
    if (this.atVariables.length === 0) return [];
    const { timeline } = this.execution;
    const assigned = assignedBy(timeline, event);
    const met = this.atVariables.filter(({ variable }) => Object.hasOwn(assigned, variable));
    if (met.length === 0) return [];
    const before = variablesAt(this.fold.visits, timeline, visit);
    return this.onItem(
      met.filter(({ variable }) => before[variable] !== assigned[variable]),
      visit,
      undefined,
    );
  }

  private onItem(
    breakpoints: readonly Breakpoint[],
    visit: number,
    begun: number | undefined,
  ): readonly Candidate[] {
    const item = begun ?? innermostItem(this.fold, visit);
    return breakpoints
      .filter((each) => each.item === undefined || each.item === item)
      .map((breakpoint) => ({ breakpoint, visit, item }));
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
