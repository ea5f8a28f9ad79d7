import type { TimelineColumns, VisitName } from '../../../../worker';

/** What a visit is called: its state, and its place among that state's visits. */
export function nameOfVisit({ state, paths }: TimelineColumns, visit: number): VisitName | undefined {
  const of = state[visit];
  const path = of === undefined ? undefined : paths[of];
  if (path === undefined) return undefined;
  let number = 0;
  for (let before = 0; before < visit; before++) if (state[before] === of) number++;
  return { state: path, number };
}

/** The visit of that name; -1 when there is none. */
export function visitNamed({ state, paths }: TimelineColumns, name: VisitName | undefined): number {
  if (name === undefined) return -1;
  const of = paths.indexOf(name.state);
  let number = name.number;
  for (let visit = 0; of >= 0 && visit < state.length; visit++) {
    if (state[visit] === of && number-- === 0) return visit;
  }
  return -1;
}
