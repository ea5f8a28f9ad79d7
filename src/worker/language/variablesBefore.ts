import { isJsonObject, type JsonObject, type State } from '../../asl';
import { variablesReadBy } from '../../interpreter';
import type { StateTrial, TrialResult } from '../inspect.types';
import { variablesAssignedBy } from './variablesAssignedBy';

type Before = Pick<StateTrial, 'variables'> & { readonly told: Pick<TrialResult, 'untold'> };

/**
 * The variables that a state is tried with. Of one that was tried elsewhere only those after it may be known: what it
 * does not assign was the same before. What is given for the trial goes before that.
 */
export function variablesBefore(state: State, { variables, elsewhere }: StateTrial): Before {
  if (!elsewhere) return { variables, told: {} };
  const after = elsewhere.variablesAfter === undefined ? undefined : objectIn(elsewhere.variablesAfter);
  const assigned = new Set(elsewhere.failed ? [] : variablesAssignedBy(state));
  const same = Object.entries(after ?? {}).filter(([name]) => !assigned.has(name));
  const given = objectIn(variables);
  const untold = variablesReadBy(state).filter(
    (name) => !after || (assigned.has(name) && Object.hasOwn(after, name)),
  );
  return {
    // Something else than an object is refused with AWS's words.
    variables: given ? JSON.stringify({ ...Object.fromEntries(same), ...given }) : variables,
    told: { untold },
  };
}

function objectIn(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
