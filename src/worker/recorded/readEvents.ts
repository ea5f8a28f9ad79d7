import { type EpochMs, isJsonObject, type Json, type JsonObject } from '../../asl';
import type { HistoryEvent, HistoryEventType } from '../../interpreter';
import { EVENT_ROLES } from '../fold/eventRole';
import { readTime } from './readTime';

/** Events as the API writes them, oldest first, with ids from 1 on. */
export interface ReadEvents {
  readonly events: readonly HistoryEvent[];
  /** Ids that are not there, of events before the last one. */
  readonly missing: number;
  /** Types that nobody knows; their events are left out. */
  readonly unknownTypes: readonly string[];
  /** Events whose data AWS cut off or did not include. */
  readonly withoutData: number;
}

interface RawEvent {
  readonly id: number;
  readonly previous: number;
  readonly time: EpochMs | undefined;
  readonly type: string;
  readonly details: JsonObject | undefined;
}

/**
 * Reads events leniently: spelled as the API, an SDK or an execution's log spells them, in any order, from pages that
 * overlap. What the views rely on is there afterwards.
 */
export function readEvents(given: readonly JsonObject[]): ReadEvents {
  const byId = new Map<number, RawEvent>();
  for (const [index, each] of given.entries()) {
    const event = readRaw(each, index);
    if (!byId.has(event.id)) byId.set(event.id, event);
  }
  const raw = [...byId.values()].sort((a, b) => a.id - b.id);
  const newIds = new Map<number, number>();
  const unknownTypes = new Set<string>();
  const events: HistoryEvent[] = [];
  let withoutData = 0;
  let time = raw.find((each) => each.time !== undefined)?.time ?? (0 as EpochMs);
  for (const each of raw) {
    // Those that are left out hand on where they come from.
    const previousEventId = newIds.get(each.previous) ?? 0;
    time = each.time ?? time;
    const details = detailsFor(each.type, each.details);
    const event: unknown = {
      timestamp: new Date(time).toISOString(),
      type: each.type,
      id: events.length + 1,
      previousEventId,
      ...details,
    };
    if (isKnown(event)) {
      newIds.set(each.id, events.push(event));
      if (isCut(each.details)) withoutData++;
    } else {
      unknownTypes.add(each.type);
      newIds.set(each.id, previousEventId);
    }
  }
  const last = raw.at(-1)?.id ?? 0;
  return { events, missing: last - raw.length, unknownTypes: [...unknownTypes], withoutData };
}

/** The rest of its shape is made by `detailsFor`. */
const isKnown = (event: unknown): event is HistoryEvent =>
  isJsonObject(event) && typeof event.type === 'string' && isKnownType(event.type);

const isKnownType = (type: string): type is HistoryEventType => Object.hasOwn(EVENT_ROLES, type);

function readRaw(event: JsonObject, index: number): RawEvent {
  const api = camelCase(event);
  const type = isJsonObject(api.type) ? api.type.value : api.type;
  const details = Object.entries(api).find(
    ([key, value]) => /^details$|EventDetails$/.test(key) && isJsonObject(value),
  )?.[1];
  return {
    id: wholeNumber(api.id) ?? index + 1,
    previous: wholeNumber(api.previousEventId ?? api.previous_event_id) ?? 0,
    time: readTime(api.timestamp ?? api.event_timestamp),
    type: typeof type === 'string' ? type : '',
    details: isJsonObject(details) ? details : undefined,
  };
}

/**
 * Some SDKs begin every key with a capital. Only the keys of the API itself are respelled: those of an event, of its
 * details, and of what these hold besides data. Names in somebody's data, and of variables, are nobody's spelling.
 */
function camelCase(value: JsonObject, mayHold: RegExp | undefined = ENVELOPES): JsonObject {
  return Object.fromEntries(
    Object.entries(value).map(([given, member]): [string, Json] => {
      const key = given.charAt(0).toLowerCase() + given.slice(1);
      if (!isJsonObject(member) || !mayHold?.test(key)) return [key, member];
      return [key, camelCase(member, mayHold === ENVELOPES ? ABOUT_DATA : undefined)];
    }),
  );
}

/** Members of an event that are the API's own objects; `type` is one where an SDK wraps its enumerations. */
const ENVELOPES = /^(?:type|details|\w*EventDetails)$/;
/** Members of an event's details that are. */
const ABOUT_DATA = /^(?:\w+Details|taskCredentials)$/;

function wholeNumber(value: Json | undefined): number | undefined {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : undefined;
}

const isCut = (details: JsonObject | undefined): boolean =>
  details !== undefined &&
  [details.inputDetails, details.outputDetails].some(
    (each) =>
      each !== undefined && isJsonObject(each) && (each.truncated === true || each.included === false),
  );

const NOT_TRUNCATED = { truncated: false };

/** Texts that a type's details always have. */
const TEXTS: readonly (readonly [types: RegExp, fields: readonly string[]])[] = [
  [/^ExecutionStarted$/, ['input', 'roleArn']],
  [/StateEntered$/, ['name', 'input']],
  [/StateExited$/, ['name', 'output']],
  [/^(?:ExecutionSucceeded|LambdaFunctionSucceeded|ActivitySucceeded)$/, ['output']],
  [/^(?:LambdaFunction|Activity)Scheduled$/, ['resource', 'input']],
  [/^TaskScheduled$/, ['resourceType', 'resource', 'region', 'parameters']],
  [/^Task(?:Submitted|Succeeded)$/, ['resourceType', 'resource', 'output']],
  [/^Task(?:Started|Failed|TimedOut|StartFailed|SubmitFailed)$/, ['resourceType', 'resource']],
  [/^MapIteration/, ['name']],
  [/^MapRun(?:Started|Redriven)$/, ['mapRunArn']],
  [/^EvaluationFailed$/, ['error', 'cause', 'state']],
];

const NUMBERS: ReadonlyMap<string, string> = new Map([
  ['MapStateStarted', 'length'],
  ['MapIterationStarted', 'index'],
  ['MapIterationSucceeded', 'index'],
  ['MapIterationFailed', 'index'],
  ['MapIterationAborted', 'index'],
  ['ExecutionRedriven', 'redriveCount'],
  ['MapRunRedriven', 'redriveCount'],
]);

/** What counts and numbers of items are kept in. */
const LARGEST_COUNT = 2 ** 31 - 1;

/** Types whose details hold nothing but, perhaps, an error. */
const MAY_FAIL =
  /^(?:Execution|LambdaFunction|Activity|MapRun)\w*(?:Failed|TimedOut|Aborted)$|^ActivityStarted$/;

/** The details of an event under the key they have in the API, with every field that is always there. */
function detailsFor(type: string, given: JsonObject = {}): JsonObject {
  const texts = TEXTS.find(([types]) => types.test(type))?.[1] ?? [];
  const number = NUMBERS.get(type);
  if (texts.length === 0 && number === undefined && !(MAY_FAIL.test(type) && type !== 'MapRunAborted'))
    return {};
  const details: Record<string, Json> = { ...given };
  for (const field of texts) details[field] = textOf(given[field]);
  for (const field of ['error', 'cause']) {
    if (given[field] === undefined || given[field] === null) delete details[field];
    else details[field] = textOf(given[field]);
  }
  if (type === 'EvaluationFailed') for (const field of texts) details[field] = textOf(given[field]);
  if (number !== undefined) details[number] = Math.min(wholeNumber(given[number]) ?? 0, LARGEST_COUNT);
  for (const field of ['input', 'output'])
    if (details[field] !== undefined) details[`${field}Details`] = given[`${field}Details`] ?? NOT_TRUNCATED;
  return { [detailsKey(type)]: details };
}

function detailsKey(type: string): string {
  if (type.endsWith('StateEntered')) return 'stateEnteredEventDetails';
  if (type.endsWith('StateExited')) return 'stateExitedEventDetails';
  return `${type.charAt(0).toLowerCase()}${type.slice(1)}EventDetails`;
}

/** Some exports write the JSON texts of inputs and outputs as values. */
const textOf = (value: Json | undefined): string =>
  typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
