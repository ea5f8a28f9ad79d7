import type { Json, JsonObject } from '../asl';
import { formatTimestamp } from './data/timestamp';
import type { ExecutionSettings } from './execution.types';
import type { Frame } from './frame';
import { StateKind } from './program';
import { taskToken } from './task/taskToken';

interface ContextSource {
  readonly settings: ExecutionSettings;
  readonly input: Json;
}

/**
 * The context object (`$$`, `$states.context`) of a frame's visit. Key order and optional keys as AWS returns
 * them. Recorded: assign/BASE_PATHS, context_object/test_input_path.
 */
export function buildContext(source: ContextSource, frame: Frame): JsonObject {
  const { settings } = source;
  const context: Record<string, Json> = {
    Execution: {
      Id: settings.executionArn,
      Input: source.input,
      StartTime: formatTimestamp(settings.startTime),
      Name: settings.executionName,
      RoleArn: settings.roleArn,
      RedriveCount: 0,
    },
    StateMachine: { Id: settings.stateMachineArn, Name: settings.stateMachineName },
    State: stateOf(frame),
  };
  const token = taskToken(settings, frame);
  if (token !== undefined) context.Task = { Token: token };
  const item = itemOf(frame);
  if (item !== undefined) context.Map = { Item: item };
  return context;
}

function stateOf(frame: Frame): JsonObject {
  const { state } = frame;
  const entered: JsonObject = { Name: state?.name ?? '', EnteredTime: formatTimestamp(frame.enteredTime) };
  const hasRetries =
    state?.kind === StateKind.Task || state?.kind === StateKind.Parallel || state?.kind === StateKind.Map;
  return hasRetries ? { ...entered, RetryCount: frame.retryCount } : entered;
}

/** The innermost iteration's item, or the one whose ItemSelector is being evaluated. */
function itemOf(frame: Frame): JsonObject | undefined {
  const selecting = frame.join?.selecting;
  if (selecting !== undefined) return { Index: selecting, Value: frame.join?.items[selecting] ?? null };
  for (let at: Frame | undefined = frame; at !== undefined; at = at.parent) {
    if (at.item !== undefined) return { Index: at.index, Value: at.item };
  }
  return undefined;
}
