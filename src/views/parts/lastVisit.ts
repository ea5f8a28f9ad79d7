import type { StatePath } from '../../asl';
import type { Attempt } from '../../worker';
import type { Workspace } from '../../workspace';

/** What a state got when the run on show entered it last. Texts are JSON. */
export interface LastVisit {
  readonly input: string;
  /** A JSON object. */
  readonly variables: string;
  /** The last of its tries. */
  readonly attempt: Attempt | undefined;
}

/** @returns undefined when the run on show did not enter the state */
export async function lastVisit({ execution }: Workspace, state: StatePath): Promise<LastVisit | undefined> {
  const { total } = await execution.getVisits(state, 0, 1);
  const visit = total > 0 ? await execution.getVisit(state, total - 1) : undefined;
  if (visit?.input === undefined) return undefined;
  const fields = Object.entries(visit.variables).map(([name, text]) => `${JSON.stringify(name)}:${text}`);
  return { input: visit.input, variables: `{${fields.join(',')}}`, attempt: visit.tries.at(-1) };
}
