import { allStates, type EpochMs, type QueryLanguage, type StateMachine, type StatePath } from '../../../asl';
import { type Condition, type ConditionAnswer, compileCondition, type Execution } from '../../../interpreter';
import type { Breakpoint, StepKind, StopRequest } from '../../breakpoint.types';
import { assignedBy } from '../../fold/assignedBy';
import { type EventRole, roleOf } from '../../fold/eventRole';
import type { Fold } from '../../fold/fold';
import type { ReadableHistory } from '../../fold/readableHistory';
import { variablesAt } from '../../fold/variablesAt';
import { type BegunChild, type BegunChildren, ChildWatch, NO_CHILDREN } from './childWatch';
import { type Goal, reached, stepGoal } from './goal';
import { type Occurrence, occurrencesAt } from './occurrences';
import { Outlook } from './outlook';
import {
  awaitedReason,
  insideReason,
  stoppedInsideReason,
  stopReason,
  targetReason,
  unsearchedReason,
} from './reason';
import { innermostItem, visitScope } from './visitScope';
import { type Armed, type Hits, WatchList } from './watchList';

/** An execution to be gone into. */
export interface Inside {
  /** Its ARN. */
  readonly execution: string;
  /** `breakpoint`: it comes to one of its own, and goes on until then. */
  readonly by: 'step' | 'breakpoint';
}

/** Where a run stopped. */
export interface Stop {
  /** The visit it stands at, -1 for none. */
  readonly visit: number;
  /** A sentence for the user; absent when a step ended where it was meant to. */
  readonly reason: string | undefined;
  /** The execution that is stepped into: the Task of the visit has started it. */
  readonly inside?: Inside;
  /** It stands there with this, once that is done: all of that execution's history is there then. */
  readonly later?: { readonly stop: Stop; readonly when: Promise<unknown> };
}

/** A breakpoint whose condition has yet to answer, or whose turn comes after one that has. */
interface Asked {
  readonly armed: Armed;
  readonly visit: number;
  readonly begun: number | undefined;
  readonly answer: ConditionAnswer | Promise<ConditionAnswer>;
}

/** What the breakpoints at an event come to. */
interface Found {
  stop: Stop | undefined;
  later: Asked[] | undefined;
}

/**
 * What a run stops at: breakpoints, and how far a step goes. It reads the events that are shown and the fold of them,
 * and touches nothing: a run that was stopped has the history of one that was not.
 */
export class Stops {
  private readonly languages: ReadonlyMap<StatePath, QueryLanguage>;
  private readonly conditions = new Map<string, Condition | string>();
  /** Times each breakpoint was met, by its id. */
  private readonly hits = new Map<number, Hits>();
  private list: WatchList;
  private readonly outlook = new Outlook();
  private readonly history: ReadableHistory;
  private goal: Goal | undefined;
  private readonly watch: ChildWatch;

  constructor(
    machine: StateMachine,
    private readonly execution: Execution,
    private readonly fold: Fold,
    { breakpoints, target }: StopRequest,
    private readonly children: BegunChildren = NO_CHILDREN,
  ) {
    this.watch = new ChildWatch(children);
    this.languages = new Map(allStates(machine).map(({ path, queryLanguage }) => [path, queryLanguage]));
    this.history = execution.timeline;
    this.list = this.listOf(breakpoints);
    if (target !== undefined) this.runTo(target);
  }

  /** Whether there is anything to stop at: a run without needs not be looked at event by event. */
  get isWatching(): boolean {
    return this.goal !== undefined || !this.list.isEmpty || this.watch.isOn;
  }

  /** Whether it may stop inside of whatever begins next, an execution that a Task starts included. */
  get leadsInto(): boolean {
    return this.goal?.type === 'into' || this.watch.isOn;
  }

  /** Whether there are executions that Tasks have started to be looked through: `searchInside`. */
  get isInsideDue(): boolean {
    return this.watch.isDue;
  }

  /**
   * Looks one of them through: whether the run stops in it, at a breakpoint there. To be asked before more is shown, as
   * long as any is due.
   *
   * @param now of the execution that this stops
   * @param isGivenUp asked now and then: what is not looked through is due again
   */
  async searchInside(now: EpochMs, isGivenUp: () => boolean): Promise<Stop | undefined> {
    const { visits } = this.fold;
    const isWanted = (event: number) => visits.visitOf(event) < 0 || visits.isOpen(visits.visitOf(event));
    const found = await this.watch.search(now, isWanted, isGivenUp);
    if (!found) return undefined;
    const { problem } = found;
    const { execution, machine } = found.child;
    const visit = visits.visitOf(found.event);
    const state = visit < 0 ? undefined : this.fold.pathOf(visit);
    if (problem !== undefined) return { visit, reason: unsearchedReason(state, machine, problem) };
    return { visit, reason: stoppedInsideReason(state, machine), inside: { execution, by: 'breakpoint' } };
  }

  /** Breakpoints were added in executions that Tasks have started. @param isConcerned whether in one of them */
  lookAnew(isConcerned: (execution: string) => boolean): void {
    const { visits, position } = this.fold;
    const isWaited = (event: number) =>
      event < position && this.begunAt(visits.visitOf(event))?.event === event;
    this.watch.lookAnew(isWaited, isConcerned);
  }

  /** The ARNs of those that nobody has looked through. */
  get unsearched(): readonly string[] {
    return this.watch.left;
  }

  /** It was brought back to where it stood: others were passed before. */
  searchOnly(unsearched: readonly string[]): void {
    this.watch.keepOnly(unsearched);
  }

  /** It is in an execution that a Task has started: that is not looked through any more. */
  wentInto(execution: string): void {
    this.watch.forget(execution);
  }

  /** Hits of those that stay are counted on. */
  setBreakpoints(breakpoints: readonly Breakpoint[]): void {
    this.list = this.listOf(breakpoints);
    this.outlook.forget();
  }

  private listOf(breakpoints: readonly Breakpoint[]): WatchList {
    return new WatchList(breakpoints, (id) => this.hitsOf(id));
  }

  private hitsOf(breakpoint: number): Hits {
    const known = this.hits.get(breakpoint);
    if (known !== undefined) return known;
    const hits = { count: 0 };
    this.hits.set(breakpoint, hits);
    return hits;
  }

  /** How often each breakpoint was met, by its number. */
  get met(): readonly (readonly [number, number])[] {
    return [...this.hits].flatMap(([breakpoint, { count }]) => (count === 0 ? [] : [[breakpoint, count]]));
  }

  /** As they were met before, and no others. */
  countOn(met: Stops['met']): void {
    for (const hits of this.hits.values()) hits.count = 0;
    for (const [breakpoint, hits] of met) this.hitsOf(breakpoint).count = hits;
  }

  /** @param at the visit the run stands at, -1 for none */
  step(kind: StepKind, at: number): void {
    this.goal = stepGoal(kind, this.fold, at);
  }

  runTo(state: StatePath): void {
    this.goal = { type: 'to', state };
  }

  /** How far it is to go; undefined: to a breakpoint. */
  get heading(): Goal | undefined {
    return this.goal;
  }

  /** It is to go on as far as it was to go before. */
  headFor(goal: Goal | undefined): void {
    this.goal = goal;
  }

  /** The run goes on as if no step had been asked for. */
  forgetGoal(): void {
    this.goal = undefined;
  }

  /** Whether nothing that is recorded and not shown yet can stop the run: the execution may go on before that is shown. */
  get isClear(): boolean {
    if (this.goal !== undefined || this.watch.isOn) return false;
    return this.outlook.isClear(this.list, this.execution.timeline, this.fold.position);
  }

  /** Events are shown next. @returns whether executions that Tasks start are looked for at each of them */
  looksInside(): boolean {
    const { isOn } = this.watch;
    // What was looked at ahead was not looked at for those.
    if (isOn) this.outlook.forget();
    return isOn;
  }

  /** The first event to be checked, of those that are not shown yet: nothing waits for the ones before it. */
  get asked(): number {
    return this.goal === undefined ? this.outlook.asked : 0;
  }

  /** Whether the run stops with an event that the fold has just read. A promise only when a condition's answer is one. */
  check(event: number): Stop | undefined | Promise<Stop | undefined> {
    if (!this.outlook.pass(event)) this.watch.note(event);
    const { type, state, visits } = this.fold;
    // Asked of every event: nothing is made for one that no breakpoint waits for.
    const watched = type === undefined ? undefined : this.list.watched(type);
    if (watched === undefined) return this.goalAt(event);
    const found: Found = { stop: undefined, later: undefined };
    if (watched.moment !== 'several') {
      const waiting = state === undefined ? undefined : watched.at.get(state);
      const visit = waiting === undefined ? -1 : visits.visitOf(event);
      if (waiting !== undefined && visit >= 0) this.ask(waiting, { visit }, event, found);
    } else if (watched.states === undefined || (state !== undefined && watched.states.has(state))) {
      for (const each of occurrencesAt(this.fold, this.history, event))
        this.ask(this.waitingFor(each, event), each, event, found);
    }
    const { later } = found;
    return later === undefined ? (found.stop ?? this.goalAt(event)) : this.settle(found, later, event);
  }

  /** Asks the breakpoints that wait for something that happens in a visit. */
  private ask(
    waiting: readonly Armed[],
    { visit, item: begun }: Omit<Occurrence, 'kind'>,
    event: number,
    found: Found,
  ): void {
    for (const armed of waiting) {
      const { breakpoint } = armed;
      if (breakpoint.item !== undefined && breakpoint.item !== this.itemOf(visit, begun)) continue;
      const answer = this.holds(breakpoint, visit, event);
      if (found.later !== undefined || answer instanceof Promise) {
        found.later ??= [];
        found.later.push({ armed, visit, begun, answer });
      } else {
        const stop = this.meet(armed, visit, begun, answer);
        found.stop ??= stop;
      }
    }
  }

  private async settle(
    { stop: before }: Found,
    later: readonly Asked[],
    event: number,
  ): Promise<Stop | undefined> {
    const answers = await Promise.all(later.map(({ answer }) => answer));
    let stop = before;
    for (const [index, { armed, visit, begun }] of later.entries()) {
      const met = this.meet(armed, visit, begun, answers[index] ?? false);
      stop ??= met;
    }
    return stop ?? this.goalAt(event);
  }

  /** Counts a breakpoint that was met. @returns where the run stops when this was the hit that it waits for */
  private meet(
    { breakpoint, met }: Armed,
    visit: number,
    begun: number | undefined,
    answer: ConditionAnswer,
  ): Stop | undefined {
    if (answer === false) return undefined;
    met.count++;
    const { count: hits } = met;
    if (breakpoint.hits !== undefined && hits < breakpoint.hits) return undefined;
    const state = this.fold.pathOf(visit);
    const problem = answer === true ? undefined : answer.problem;
    const item = this.itemOf(visit, begun);
    return { visit, reason: stopReason({ breakpoint, state, item, hits, problem }) };
  }

  /** The iteration that begins, else the one that a visit belongs to; -1 for none. */
  private itemOf(visit: number, begun: number | undefined): number {
    return begun ?? innermostItem(this.fold, visit);
  }

  private goalAt(event: number): Stop | undefined | Promise<Stop | undefined> {
    const { goal } = this;
    if (goal === undefined) return undefined;
    const child = goal.type === 'into' ? this.children.begunWith(event) : undefined;
    if (child !== undefined) return this.insideOf(child, this.fold.visits.visitOf(event));
    const visit = reached(goal, this.fold, this.history, event);
    if (visit === undefined) return undefined;
    return { visit, reason: goal.type === 'to' ? targetReason(goal.state) : undefined };
  }

  /** Inside of the execution that the Task of a visit has started and waits for; undefined: there is none, as far as is shown. */
  insideAt(visit: number): Stop | undefined {
    const begun = this.begunAt(visit);
    return begun && this.insideOf(begun.child, visit);
  }

  private begunAt(visit: number): { readonly event: number; readonly child: BegunChild } | undefined {
    const { visits } = this.fold;
    if (visit < 0 || !visits.isOpen(visit)) return undefined;
    let begun: { readonly event: number; readonly child: BegunChild } | undefined;
    for (const event of visits.eventsOf(visit)) {
      const child = this.children.begunWith(event);
      if (ANSWERED.has(roleOf(this.history.record(event).type))) begun = undefined;
      else if (child) begun = { event, child };
    }
    return begun;
  }

  private insideOf({ execution, machine, ending }: BegunChild, visit: number): Stop {
    const state = visit < 0 ? undefined : this.fold.pathOf(visit);
    const stop: Stop = { visit, reason: insideReason(state, machine), inside: { execution, by: 'step' } };
    return ending === undefined
      ? stop
      : { visit, reason: awaitedReason(state, machine), later: { stop, when: ending } };
  }

  private waitingFor({ kind, visit }: Occurrence, event: number): readonly Armed[] {
    const atState = this.list.at(kind, this.fold.pathOf(visit));
    if (kind !== 'exit' || this.list.variables.length === 0) return atState;
    return [...atState, ...this.changedVariables(visit, event)];
  }

  private changedVariables(visit: number, event: number): readonly Armed[] {
    const { variables } = this.list;
    const { history } = this;
    const assigned = assignedBy(history, event);
    const met = variables.filter(({ breakpoint: { variable } }) => Object.hasOwn(assigned, variable));
    if (met.length === 0) return met;
    const before = variablesAt(this.fold.visits, history, visit);
    return met.filter(({ breakpoint: { variable } }) => before[variable] !== assigned[variable]);
  }

  private holds(
    { condition: text }: Breakpoint,
    visit: number,
    event: number,
  ): ConditionAnswer | Promise<ConditionAnswer> {
    if (text === undefined) return true;
    const condition = this.conditionOf(text, this.fold.pathOf(visit));
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

/** What a Task's call has come to. */
const ANSWERED: ReadonlySet<EventRole> = new Set<EventRole>(['succeeded', 'failed', 'timedOut']);
