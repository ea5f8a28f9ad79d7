import type { StatePath } from '../../../asl';
import type { HistoryEventType } from '../../../interpreter';
import type { Breakpoint, StateMoment } from '../../breakpoint.types';
import { momentsOf } from './occurrences';

/** Times a breakpoint was met. */
export interface Hits {
  count: number;
}

/** A breakpoint, with its hits: that they are counted costs no look for them. */
export interface Armed<Kind extends Breakpoint['kind'] = Breakpoint['kind']> {
  readonly breakpoint: Breakpoint & { readonly kind: Kind };
  readonly met: Hits;
}

/** What may be waited for with events of a type. */
export type Watched =
  /** One thing, which happens with every such event, in the event's own visit: who waits for it, by state. */
  | { readonly moment: 'entry' | 'exit'; readonly at: ReadonlyMap<StatePath, readonly Armed<StateMoment>[]> }
  /** The states whose events count; absent: those of any. */
  | { readonly moment: 'several'; readonly states?: ReadonlySet<StatePath> };

const NONE: readonly Armed<StateMoment>[] = [];

/** Breakpoints by what they wait for: nearly every event of a run is passed by with one look. */
export class WatchList {
  readonly variables: readonly Armed<'variable'>[];
  private readonly atStates = new Map<StateMoment, Map<StatePath, Armed<StateMoment>[]>>();
  /** `null`: nothing is waited for. */
  private readonly byType = new Map<HistoryEventType, Watched | null>();

  /** @param hitsOf the hits of a breakpoint, by its id */
  constructor(breakpoints: readonly Breakpoint[], hitsOf: (breakpoint: number) => Hits) {
    const variables: Armed<'variable'>[] = [];
    for (const breakpoint of breakpoints) {
      if (!breakpoint.enabled) continue;
      const met = hitsOf(breakpoint.id);
      if (breakpoint.kind === 'variable') variables.push({ breakpoint, met });
      else this.arm({ breakpoint, met });
    }
    this.variables = variables;
  }

  private arm(armed: Armed<StateMoment>): void {
    const { kind, state } = armed.breakpoint;
    const states = this.atStates.get(kind) ?? new Map<StatePath, Armed<StateMoment>[]>();
    this.atStates.set(kind, states.set(state, [...(states.get(state) ?? []), armed]));
  }

  get isEmpty(): boolean {
    return this.atStates.size + this.variables.length === 0;
  }

  /** Those that wait for something that happens in a state, in their order. */
  at(moment: StateMoment, state: StatePath): readonly Armed<StateMoment>[] {
    return this.atStates.get(moment)?.get(state) ?? NONE;
  }

  /** @returns what may be waited for when an event of a type comes; undefined: nothing */
  watched(type: HistoryEventType): Watched | undefined {
    let watched = this.byType.get(type);
    if (watched === undefined) {
      watched = this.watchedWith(type);
      this.byType.set(type, watched);
    }
    return watched ?? undefined;
  }

  private watchedWith(type: HistoryEventType): Watched | null {
    const moments = momentsOf(type);
    // A failure without an event of its own happens in another state than the one of the event that shows it.
    if (moments.includes('error') && this.atStates.has('error')) return { moment: 'several' };
    if (moments.includes('exit') && this.variables.length > 0) return { moment: 'several' };
    const [moment] = moments;
    if (moment === 'entry' || moment === 'exit') {
      const at = this.atStates.get(moment);
      return at === undefined ? null : { moment, at };
    }
    const states = new Set(moments.flatMap((each) => [...(this.atStates.get(each)?.keys() ?? [])]));
    return states.size === 0 ? null : { moment: 'several', states };
  }
}

/**
 * Whether none of them can stop a run at an event, whatever their conditions say: each has hits to wait for yet.
 *
 * @param before events that may have been hits and are not counted yet
 */
export function haveHitsLeft(waiting: readonly Armed[], before: number): boolean {
  for (const { breakpoint, met } of waiting) {
    if (breakpoint.hits === undefined || met.count + before + 1 >= breakpoint.hits) return false;
  }
  return true;
}
