import type { StatePath } from '../../../asl';
import type { HistoryEventType } from '../../../interpreter';
import type { Breakpoint, StateMoment } from '../../breakpoint.types';
import { momentsOf } from './occurrences';

type AtState = Breakpoint & { readonly kind: StateMoment };
type AtVariable = Breakpoint & { readonly kind: 'variable' };

const NONE: readonly AtState[] = [];

/** Breakpoints by what they wait for: nearly every event of a run is passed by with one look. */
export class WatchList {
  readonly variables: readonly AtVariable[];
  private readonly atStates = new Map<StateMoment, Map<StatePath, AtState[]>>();
  private readonly places = new Map<HistoryEventType, ReadonlySet<StatePath> | 'anywhere'>();

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

  /** Whether an event of a type and a state can be what any of them waits for. */
  mayMeet(type: HistoryEventType, state: StatePath | undefined): boolean {
    let places = this.places.get(type);
    if (places === undefined) {
      places = this.placesOf(type);
      this.places.set(type, places);
    }
    return places === 'anywhere' || (state !== undefined && places.has(state));
  }

  private placesOf(type: HistoryEventType): ReadonlySet<StatePath> | 'anywhere' {
    const moments = momentsOf(type);
    // A failure without an event of its own happens in another state than the one of the event that shows it.
    if (moments.includes('error') && this.atStates.has('error')) return 'anywhere';
    if (moments.includes('exit') && this.variables.length > 0) return 'anywhere';
    return new Set(moments.flatMap((moment) => [...(this.atStates.get(moment)?.keys() ?? [])]));
  }
}
