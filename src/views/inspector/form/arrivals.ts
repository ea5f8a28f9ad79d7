import type { StatePath } from '../../../asl';
import type { NamedPlace } from '../../../worker';

/** Where somebody goes who follows a name: its state's form comes first, then the field. */
export interface Arrival {
  readonly state: StatePath;
  readonly field: readonly string[];
}

let expected: Arrival | undefined;

/** The form of the state that is selected next opens on the field. */
export function expectArrival({ state, field }: NamedPlace): void {
  expected = state === undefined ? undefined : { state, field };
}

/** For the form of a state: where in it somebody arrives. Not asked twice. */
export function takeArrival(state: StatePath): Arrival | undefined {
  const arrival = expected?.state === state ? expected : undefined;
  expected = undefined;
  return arrival;
}
