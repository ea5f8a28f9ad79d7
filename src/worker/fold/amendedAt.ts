import type { JsonObject } from '../../asl';
import type { ReadableHistory } from './readableHistory';

/** All variables in sight by the event that enters a state, where they were changed by hand: by the event's position. */
export function amendedAt({ marks }: Pick<ReadableHistory, 'marks'>): ReadonlyMap<number, JsonObject> {
  return new Map(
    marks.flatMap((mark) =>
      mark.type === 'amend' && mark.variables !== undefined ? [[mark.position, mark.variables]] : [],
    ),
  );
}
