import type { StatePath } from '../../../asl';
import type { HistoryEventType } from '../../../interpreter';
import type { Breakpoint, StateMoment } from '../../breakpoint.types';
import { momentsOf } from './occurrences';

type AtState = Breakpoint & { readonly kind: StateMoment };
type AtVariable = Breakpoint & { readonly kind: 'variable' };

/** What may be waited for with events of a type. */
export interface Watched {
  /** The states whose events count; absent: those of any. */
  readonly states?: ReadonlySet<StatePath>;
  /** All that is waited for, when it happens with every such event, in the event's own visit. */
  readonly sole?: 'entry' | 'exit';
}

const NONE: readonly AtState[] = [];

/** Breakpoints by what they wait for: nearly every event of a run is passed by with one look. */
export class WatchList {
  readonly variables: readonly AtVariable[];
  private readonly atStates = new Map<StateMoment, Map<StatePath, AtState[]>>();
  /** `null`: nothing is waited for. */
  private readonly byType = new Map<HistoryEventType, Watched | null>();

  constructor(breakpoints: readonly Breakpoint[]) {
    const enabled = breakpoints.filter((each) => each.enabled);
    this.variables = enabled.flatMap((each) => (each.kind === 'variable' ? [each] : []));
    for (const each of enabled) {
      if (each.kind === 'variable') continue;
      const states = this.atStates.get(each.kind) ?? new Map<StatePath, AtState[]>();
      this.atStates.set(each.kind, states.set(each.state, [...(states.get(each.state) ?? []), each]));
    }
  }

  get isEmpty(): boolean {
    return this.atStates.size + this.variables.length === 0;
  }

  /** Those that wait for something that happens in a state, in their order. */
  at(moment: StateMoment, state: StatePath): readonly AtState[] {
    return this.atStates.get(moment)?.get(state) ?? NONE;
  }

  /** @returns what may be waited for when an event of a type and a state comes; undefined: nothing */
  watched(type: HistoryEventType, state: StatePath | undefined): Watched | undefined {
    let watched = this.byType.get(type);
    if (watched === undefined) {
      watched = this.watchedWith(type);
      this.byType.set(type, watched);
    }
    if (watched === null) return undefined;
    const { states } = watched;
    return states === undefined || (state !== undefined && states.has(state)) ? watched : undefined;
  }

  private watchedWith(type: HistoryEventType): Watched | null {
    const moments = momentsOf(type);
    // A failure without an event of its own happens in another state than the one of the event that shows it.
    if (moments.includes('error') && this.atStates.has('error')) return {};
    if (moments.includes('exit') && this.variables.length > 0) return {};
    const states = new Set(moments.flatMap((moment) => [...(this.atStates.get(moment)?.keys() ?? [])]));
    if (states.size === 0) return null;
    const [moment] = moments;
    return moment === 'entry' || moment === 'exit' ? { states, sole: moment } : { states };
  }
}
