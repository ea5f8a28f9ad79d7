import { isJsonObject, type Json, type JsonObject } from '../json';
import { parseText } from '../parse/parseText';
import { toJson } from '../parse/toJson';
import { jsonValues } from './jsonValues';

/** As deep as anybody wraps a history. */
const DEEPEST = 4;

/** What a text says about an execution that ran elsewhere. */
export interface HistoryParts {
  /** As they stand there, in the order in which they stand there. */
  readonly events: readonly JsonObject[];
  /** A page says that there are more. */
  readonly incomplete: boolean;
  /** DescribeExecution's answer, when it stands beside the events. */
  readonly execution: JsonObject | undefined;
}

/** Whether a text may hold events: cheap, and asked before anything is parsed. */
export const mayRecord = (text: string): boolean => /previous_?event_?id/i.test(text);

/**
 * The events in a text: one answer of GetExecutionHistory or several pages of it, in one array or one after the other, a
 * bare list of events, or records of an execution's log; as JSON or YAML.
 *
 * @returns undefined when it holds none
 */
export function historyParts(text: string): HistoryParts | undefined {
  if (!mayRecord(text)) return undefined;
  const events: JsonObject[] = [];
  let incomplete = false;
  let execution: JsonObject | undefined;
  for (const value of valuesIn(text)) look(value, 0);
  return events.length === 0 ? undefined : { events, incomplete, execution };

  function look(here: Json, depth: number): void {
    if (depth > DEEPEST) return;
    if (Array.isArray(here)) {
      for (const item of here as readonly Json[]) look(item, depth + 1);
      return;
    }
    if (!isJsonObject(here)) return;
    if (isEvent(here)) {
      events.push(here);
      return;
    }
    // Of several pages, the last says whether there are more.
    if (Array.isArray(here.events ?? here.Events)) incomplete = (here.nextToken ?? here.NextToken) != null;
    if (isExecution(here)) execution = here;
    for (const member of Object.values(here)) look(member, depth + 1);
  }
}

const isEvent = (value: JsonObject): boolean =>
  (value.type ?? value.Type) !== undefined &&
  (value.previousEventId ?? value.PreviousEventId ?? value.previous_event_id) !== undefined;

const isExecution = (value: JsonObject): boolean =>
  typeof (value.executionArn ?? value.ExecutionArn) === 'string' &&
  (value.status ?? value.Status) !== undefined;

/** Whether a text is an answer of GetExecutionHistory, though there may be no event in it. */
export function isListOfEvents(text: string): boolean {
  if (!/^\s*\{[\s\S]*"events"\s*:\s*\[/i.test(text)) return false;
  return jsonValues(text).some(
    (value) =>
      isJsonObject(value) &&
      Array.isArray(value.events ?? value.Events) &&
      value.States === undefined &&
      value.StartAt === undefined,
  );
}

function valuesIn(text: string): readonly Json[] {
  if (/^\s*[[{]/.test(text)) return jsonValues(text);
  const { root } = parseText(text, 'yaml');
  return root ? [toJson(root)] : [];
}
