import type { IntrinsicFunction } from './intrinsicFunction.types';

/** A version 4 UUID from the execution's own random numbers. Source: RFC 9562, section 5.4. */
export function randomUuid(random: () => number): string {
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) => {
    const digit = Math.floor(random() * 16);
    return (place === 'x' ? digit : (digit & 3) | 8).toString(16);
  });
}

/** Recorded: assign/test_reference_assign_BASE_REFERENCE_IN_INTRINSIC_FUNCTION. */
export const uuid: IntrinsicFunction = {
  minArguments: 0,
  maxArguments: 0,
  apply: (_, scope) => randomUuid(() => scope.random()),
};
