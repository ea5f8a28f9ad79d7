import { type EpochMs, type Json, type JsonObject, jsonOf, pointerSegments } from '../../../asl';
import type { ConditionScope, ExecutionSettings } from '../../../interpreter';
import { assignedBy } from '../../fold/assignedBy';
import type { Fold } from '../../fold/fold';
import type { ReadableHistory } from '../../fold/readableHistory';
import { variablesAt } from '../../fold/variablesAt';

/** An execution that goes on, or the history of one. */
export interface ScopeSource {
  readonly timeline: ReadableHistory;
  readonly settings: Pick<
    ExecutionSettings,
    'executionArn' | 'executionName' | 'startTime' | 'roleArn' | 'stateMachineArn' | 'stateMachineName'
  >;
}

/** What a condition sees of a visit: the state's input, the variables as they are after the event, the context object. */
export function visitScope(source: ScopeSource, fold: Fold, visit: number, event: number): ConditionScope {
  const { timeline, settings } = source;
  const { visits } = fold;
  const entered = timeline.event(visits.entered.get(visit));
  const { state, time } = timeline.record(visits.entered.get(visit));
  let variables: Readonly<Record<string, string>> | undefined;
  return {
    input:
      'stateEnteredEventDetails' in entered ? parseEventText(entered.stateEnteredEventDetails.input) : null,
    now: timeline.record(event).time,
    // Not the execution's own random numbers: a condition must change nothing.
    random: () => 0.5,
    variable(name) {
      variables ??= { ...variablesAt(visits, timeline, visit), ...assignedBy(timeline, event) };
      const text = Object.hasOwn(variables, name) ? variables[name] : undefined;
      return text === undefined ? undefined : parseEventText(text);
    },
    context: (): JsonObject => {
      const index = innermostItem(fold, visit);
      const started = timeline.event(0);
      const input =
        'executionStartedEventDetails' in started
          ? parseEventText(started.executionStartedEventDetails.input)
          : null;
      return {
        Execution: {
          Id: settings.executionArn,
          Input: input,
          StartTime: timestamp(settings.startTime),
          Name: settings.executionName,
          RoleArn: settings.roleArn,
        },
        StateMachine: { Id: settings.stateMachineArn, Name: settings.stateMachineName },
        State: { Name: pointerSegments(state ?? '').at(-1) ?? '', EnteredTime: timestamp(time) },
        ...(index < 0 ? {} : { Map: { Item: { Index: index } } }),
      };
    },
  };
}

/** The iteration of the innermost Map around a visit, from 0; -1 when there is none. */
export function innermostItem({ visits }: Fold, visit: number): number {
  for (let at = visit; at >= 0; at = visits.parent.get(at)) {
    const index = visits.iteration.get(at);
    if (index >= 0) return index;
  }
  return -1;
}

const timestamp = (time: EpochMs): string => new Date(time).toISOString();

/** Texts of events are JSON, but for those that AWS cuts short. */
export function parseEventText(text: string): Json {
  return jsonOf(text) ?? null;
}
