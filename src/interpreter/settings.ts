import type { EpochMs } from '../asl';
import type { ExecutionSettings } from './execution.types';

const ACCOUNT = '123456789012';
const REGION = 'us-east-1';

/** What is told about an execution; everything else gets a name of ours. */
export type KnownSettings = Partial<ExecutionSettings> & Pick<ExecutionSettings, 'startTime'>;

/**
 * Settings for an execution nobody deployed: plausible names and ARNs, nothing random. An Express execution's
 * ARN has AWS's form, with the seed in the place of its UUID.
 */
export function defaultSettings(known: KnownSettings): ExecutionSettings {
  const type = known.type ?? 'STANDARD';
  const seed = known.seed ?? 1;
  const region = known.region ?? REGION;
  const stateMachineName = known.stateMachineName ?? 'StateMachine';
  const executionName = known.executionName ?? 'execution-1';
  const arn = (resource: string): string => `arn:aws:states:${region}:${ACCOUNT}:${resource}`;
  const executionArn =
    type === 'EXPRESS'
      ? arn(`express:${stateMachineName}:${executionName}:${seed}`)
      : arn(`execution:${stateMachineName}:${executionName}`);
  return {
    type,
    seed,
    region,
    stateMachineName,
    executionName,
    executionArn,
    stateMachineArn: arn(`stateMachine:${stateMachineName}`),
    roleArn: `arn:aws:iam::${ACCOUNT}:role/StateMachineRole`,
    ...known,
    startTime: known.startTime as EpochMs,
  };
}
