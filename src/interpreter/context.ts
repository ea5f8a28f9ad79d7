import type { Json, JsonObject } from '../asl';
import { formatTimestamp } from './data/timestamp';
import type { ExecutionSettings } from './execution.types';
import type { Frame } from './frame';
import { StateKind } from './program';
import { taskToken } from './task/taskToken';

/** A Map at work on its items. */
export interface Selection {
  readonly items: readonly Json[];
  /** The item whose ItemSelector is being evaluated, while it is. */
  readonly selecting: number | undefined;
}

/**
 * The context object (`$$`, `$states.context`) of a frame's visit. Key order and optional keys as AWS returns
 * them. Recorded: assign/BASE_PATHS, context_object/test_input_path.
 */
export function buildContext(selection: Selection | undefined, frame: Frame): JsonObject {
  const { execution } = frame;
  const { settings } = execution;
  const context: Record<string, Json> = {
    Execution: {
      Id: settings.executionArn,
      Input: execution.input,
      StartTime: formatTimestamp(settings.startTime),
      Name: settings.executionName,
      RoleArn: settings.roleArn,
      ...(hasRedrive(settings) ? { RedriveCount: execution.redriveCount } : {}),
      ...(execution.redriveTime === undefined ? {} : { RedriveTime: formatTimestamp(execution.redriveTime) }),
    },
    StateMachine: { Id: settings.stateMachineArn, Name: settings.stateMachineName },
    State: stateOf(frame),
  };
  const token = taskToken(frame);
  if (token !== undefined) context.Task = { Token: token };
  const item = itemOf(selection, frame);
  if (item !== undefined) context.Map = { Item: item };
  return context;
}

/** AWS added RedriveCount with RedriveExecution, in November 2023. */
const REDRIVE_SINCE = Date.UTC(2023, 10, 15);
const hasRedrive = ({ serviceDate }: ExecutionSettings): boolean =>
  serviceDate === undefined || serviceDate >= REDRIVE_SINCE;

function stateOf(frame: Frame): JsonObject {
  const { state } = frame;
  const entered: JsonObject = { Name: state?.name ?? '', EnteredTime: formatTimestamp(frame.enteredTime) };
  const hasRetries =
    state?.kind === StateKind.Task ||
    state?.kind === StateKind.Parallel ||
    state?.kind === StateKind.Map ||
    state?.kind === StateKind.DistributedMap;
  return hasRetries ? { ...entered, RetryCount: frame.retryCount } : entered;
}

/** The innermost iteration's item, or the one whose ItemSelector is being evaluated. */
function itemOf(selection: Selection | undefined, frame: Frame): JsonObject | undefined {
  const selecting = selection?.selecting;
  if (selecting !== undefined) return { Index: selecting, Value: selection?.items[selecting] ?? null };
  for (let at: Frame | undefined = frame; at !== undefined; at = at.parent) {
    if (at.item !== undefined) return { Index: at.index, Value: at.item };
  }
  return undefined;
}
