import type { RunRequest, ServiceChoice } from '../run.types';

/**
 * The request of a run that is taken up at some place, where others may answer from there on.
 *
 * @param position events of all executions
 * @param services absent: whoever answered there goes on
 */
export function withLater(
  request: RunRequest,
  position: number,
  services: ServiceChoice | undefined,
): RunRequest {
  const { later = [], ...first } = request;
  const before = later.filter(({ from }) => from <= position);
  const isNew = services !== undefined && !isSame(before.at(-1) ?? first, services);
  const all = isNew
    ? [...before.filter(({ from }) => from < position), { ...services, from: position }]
    : before;
  return all.length === 0 ? first : { ...first, later: all };
}

function isSame(a: ServiceChoice, b: ServiceChoice): boolean {
  const parts = ({ mockedTasks, ask, mocks, objects, machines }: ServiceChoice) =>
    JSON.stringify([mockedTasks ?? [], ask, mocks, objects ?? [], machines ?? []]);
  return parts(a) === parts(b);
}
