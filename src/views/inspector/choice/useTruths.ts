import { useEffect, useState } from 'react';
import { isJsonObject, type Json, type JsonObject, type StatePath } from '../../../asl';
import { useWorkspaceActions } from '../../../workspace';
import { useForm } from '../form/form';

/** What a rule says on the data of the last run. */
export interface Truth {
  readonly says: 'true' | 'false' | 'fails';
  /** Why it fails. */
  readonly reason?: string | undefined;
}

/** Rules tried one by one, each for itself, in order; more than this are not. */
const MOST_TRIED = 50;

/** Every rule's answer on the data of the last run; none while there is no data. */
export function useTruths(rules: readonly Json[]): readonly (Truth | undefined)[] {
  const workspace = useWorkspaceActions();
  const { object, definition, trial } = useForm();
  const [truths, setTruths] = useState<readonly (Truth | undefined)[]>([]);
  const data = trial?.data;

  useEffect(() => {
    if (!data) return setTruths([]);
    let gone = false;
    const tried = rules.slice(0, MOST_TRIED).map(async (rule): Promise<Truth | undefined> => {
      if (!isJsonObject(rule)) return undefined;
      const result = await workspace.tryState({
        ...data,
        state: object as StatePath,
        instead: onlyRule(rule, definition),
      });
      if (!result.ok) return undefined;
      const { nextState, cause, error } = result.response;
      if (nextState === undefined) return { says: 'fails', reason: cause ?? error };
      return { says: nextState === 'Yes' ? 'true' : 'false' };
    });
    Promise.all(tried).then(
      (found) => {
        if (!gone) setTruths(found);
      },
      // The worker is gone; the page has said so.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [workspace, object, definition, data, rules]);

  return truths;
}

/** A Choice of this one rule, which leads to Yes. */
function onlyRule({ Assign, Output, ...rule }: JsonObject, { InputPath }: JsonObject): JsonObject {
  return {
    Type: 'Choice',
    ...(InputPath === undefined ? {} : { InputPath }),
    Choices: [{ ...rule, Next: 'Yes' }],
    Default: 'No',
  };
}
