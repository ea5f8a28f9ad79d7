import type { StatePath } from '../../../asl';
import type { StageValue, VisitStages } from '../../../worker';
import { useWorkspaceActions } from '../../../workspace';
import { useFetched } from '../../parts';
import { useKeptValue } from './keptValue';
import { stageTitle } from './stageTitles';

/** What a value is compared with. */
export type Other =
  | { readonly kind: 'stage'; readonly name: StageValue['name'] }
  | { readonly kind: 'attempt' | 'visit'; readonly number: number }
  | { readonly kind: 'kept' };

export const otherKey = (other: Other): string =>
  other.kind === 'stage'
    ? `stage:${other.name}`
    : other.kind === 'kept'
      ? 'kept'
      : `${other.kind}:${other.number}`;

export function readOther(key: string): Other {
  const [kind, rest = ''] = key.split(':');
  if (kind === 'attempt' || kind === 'visit') return { kind, number: Number(rest) };
  const name = STAGES.find((each) => each === rest);
  return kind === 'stage' && name ? { kind, name } : { kind: 'kept' };
}

const STAGES: readonly StageValue['name'][] = [
  'input',
  'inputPath',
  'parameters',
  'arguments',
  'items',
  'itemSelector',
  'result',
  'resultSelector',
  'resultPath',
  'errorOutput',
  'assign',
  'output',
];

/** The value that another one is compared with, and what it is called; undefined while it is not there. */
export function useOtherValue(
  state: StatePath,
  shown: VisitStages,
  stage: StageValue['name'],
  other: Other,
  run: string,
  seen: number,
): { readonly label: string; readonly text: string } | undefined {
  const { execution } = useWorkspaceActions();
  const kept = useKeptValue();
  const asked =
    other.kind === 'attempt'
      ? { state, number: shown.number, attempt: other.number }
      : other.kind === 'visit'
        ? { state, number: other.number }
        : undefined;
  const fetched = useFetched(`${run} ${JSON.stringify(asked)}`, seen, async () =>
    asked ? execution.look('getStages', asked) : null,
  );
  if (other.kind === 'kept') return kept;
  if (other.kind === 'stage') {
    const text = shown.stages.find(({ name }) => name === other.name)?.text;
    return text === undefined ? undefined : { label: stageTitle(other.name), text };
  }
  const text = fetched?.stages.find(({ name }) => name === stage)?.text;
  const label = `${other.kind === 'visit' ? 'Visit' : 'Attempt'} ${other.number + 1}`;
  return text === undefined ? undefined : { label, text };
}
