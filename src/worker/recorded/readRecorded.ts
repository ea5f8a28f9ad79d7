import {
  buildGraph,
  buildModel,
  historyParts,
  isJsonObject,
  type JsonObject,
  parseText,
  type TextFormat,
} from '../../asl';
import type { HistoryEvent } from '../../interpreter';
import { nameIn, stateNames } from '../fold/statesOfEvents';
import { StateTable } from '../fold/stateTable';
import type { RecordedRun } from '../recorded.types';
import type { RunResultSummary } from '../run.types';
import { type ReadEvents, readEvents } from './readEvents';

/**
 * The run that a text records, looked at with a definition.
 * @param definition the text that it is shown on
 * @returns null when the text holds no events
 */
export function readRecorded(history: string, definition: string, format: TextFormat): RecordedRun | null {
  const parts = historyParts(history);
  if (parts === undefined) return null;
  const read = readEvents(parts.events);
  const { events } = read;
  const [first, last] = [events[0], events.at(-1)];
  if (!first || !last) return null;
  const facts = factsOf(parts.execution);
  const result = resultOf(last) ?? facts.result;
  const known = stateNames(new StateTable(buildGraph(buildModel(parseText(definition, format)))));
  const named = new Set(events.flatMap((event) => nameIn(event) ?? []));
  const started = events.find((event) => event.type === 'ExecutionStarted');
  return {
    events,
    name: facts.name,
    type: facts.arn.includes(':express:') ? 'EXPRESS' : 'STANDARD',
    input: started?.executionStartedEventDetails.input || facts.input,
    startedAt: timeOf(first),
    endedAt: timeOf(last),
    transitions: events.filter(({ type }) => type.endsWith('StateEntered')).length,
    result,
    notes: notesOn(read, parts.incomplete, result === undefined),
    foreign: [...named].filter((name) => !known.has(name)),
  };
}

const timeOf = ({ timestamp }: HistoryEvent): RecordedRun['startedAt'] =>
  Date.parse(timestamp) as RecordedRun['startedAt'];

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

function notesOn(read: ReadEvents, more: boolean, open: boolean): readonly string[] {
  const { missing, unknownTypes, withoutData } = read;
  return [
    ...(more ? ['Not all of it: there is a nextToken, so more pages follow the last one here.'] : []),
    ...(missing > 0 ? [`${plural(missing, 'event is', 'events are')} missing between the pages.`] : []),
    ...(open && !more
      ? ['It does not say how the execution ended: it was going on, or later events are missing.']
      : []),
    ...(unknownTypes.length > 0 ? [`Events of these types are left out: ${unknownTypes.join(', ')}.`] : []),
    ...(withoutData > 0
      ? [`${plural(withoutData, 'event has', 'events have')} no data, or only the beginning of it.`]
      : []),
  ];
}

function resultOf(last: HistoryEvent): RunResultSummary | undefined {
  switch (last.type) {
    case 'ExecutionSucceeded':
      return { status: 'SUCCEEDED', output: last.executionSucceededEventDetails.output };
    case 'ExecutionFailed':
      return { status: 'FAILED', ...last.executionFailedEventDetails };
    case 'ExecutionTimedOut':
      return { status: 'TIMED_OUT', ...last.executionTimedOutEventDetails };
    case 'ExecutionAborted':
      return { status: 'ABORTED', ...last.executionAbortedEventDetails };
    default:
      return undefined;
  }
}

interface Facts {
  readonly arn: string;
  readonly name: string | undefined;
  readonly input: string;
  readonly result: RunResultSummary | undefined;
}

/** What DescribeExecution says. */
function factsOf(execution: JsonObject = {}): Facts {
  const text = (field: string): string | undefined => {
    const value = execution[field] ?? execution[field.charAt(0).toUpperCase() + field.slice(1)];
    return typeof value === 'string' ? value : undefined;
  };
  const arn = text('executionArn') ?? '';
  const given = execution.status ?? execution.Status;
  const status = given !== undefined && isJsonObject(given) ? (given.Value ?? given.value) : given;
  const [output, error, cause] = [text('output'), text('error'), text('cause')];
  return {
    arn,
    name: text('name') ?? nameOf(arn),
    input: text('input') ?? '{}',
    result: isFinal(status)
      ? {
          status,
          ...(output === undefined ? {} : { output }),
          ...(error === undefined ? {} : { error }),
          ...(cause === undefined ? {} : { cause }),
        }
      : undefined,
  };
}

/** An execution's name stands after the machine's; behind it, of an Express one, an id of AWS's. */
const nameOf = (arn: string): string | undefined => arn.split(':')[7] || undefined;

const FINAL: readonly unknown[] = ['SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'];
const isFinal = (status: unknown): status is RunResultSummary['status'] => FINAL.includes(status);
