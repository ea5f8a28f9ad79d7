import type { StatePath } from '../../../asl';
import type { NamedPlace } from '../../../worker';

/** Where somebody goes who follows a name: its state's form comes first, then the field. */
export interface Arrival {
  readonly state: StatePath;
  readonly field: readonly string[];
}

let expected: Arrival | undefined;
let open: { readonly state: StatePath; readonly arrive: (arrival: Arrival) => void } | undefined;

/** The form of the state opens on the field: the one that is open now, or the one that is selected next. */
export function expectArrival({ state, field }: NamedPlace): void {
  expected = undefined;
  if (state === undefined) return;
  if (open?.state === state) open.arrive({ state, field });
  else expected = { state, field };
}

/** For the form of a state: where in it somebody arrives. Not asked twice. */
export function takeArrival(state: StatePath): Arrival | undefined {
  const arrival = expected?.state === state ? expected : undefined;
  expected = undefined;
  return arrival;
}

/** The form of a state is open: who follows a name in it to another of its fields stays. @returns how to say that it is gone */
export function receiveArrivals(state: StatePath, arrive: (arrival: Arrival) => void): () => void {
  const own = { state, arrive };
  open = own;
  return () => {
    if (open === own) open = undefined;
  };
}
