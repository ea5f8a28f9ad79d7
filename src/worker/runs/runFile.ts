import type { Job } from '../../interpreter';
import { MOST_EVENTS } from '../run/mostEvents';
import { readJournal } from './journal';
import type { KeptRun } from './runStore';

const KIND = 'statecraft-run';
const VERSION = 1;

/** A run as the text of a `.statecraft-run.json` file. */
export function writeRunFile({ record, request, pieces }: KeptRun): string {
  const journal = readJournal(pieces);
  return `${JSON.stringify({ kind: KIND, version: VERSION, record, request, journal }, null, 1)}\n`;
}

export type ReadRunFile =
  | { readonly ok: true; readonly kept: KeptRun }
  /** A sentence that says what is wrong with it. */
  | { readonly ok: false; readonly reason: string };

/**
 * Reads what `writeRunFile` wrote, or what somebody made of it.
 * @param now real time, from which on it is kept
 */
export function readRunFile(text: string, now: number): ReadRunFile {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    return refuse(`The file is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!isRecord(file) || file.kind !== KIND)
    return refuse(`The file is not a run: its “kind” is not “${KIND}”.`);
  if (typeof file.version !== 'number') return refuse('The file does not say its version.');
  if (file.version > VERSION) {
    return refuse(
      `The file is of version ${file.version}; this page reads up to version ${VERSION}. Reload it.`,
    );
  }
  const { record, request, journal } = file;
  const problem =
    missing(record, 'record', RECORD) ??
    missing(isRecord(record) ? record.point : undefined, 'record.point', POINT) ??
    missing(request, 'request', REQUEST) ??
    missing(isRecord(request) ? request.settings : undefined, 'request.settings', SETTINGS) ??
    standingProblem(isRecord(record) ? record.point : undefined) ??
    laterProblem(isRecord(request) ? request.later : undefined) ??
    journalProblem(journal) ??
    // Nothing may keep a page busy for ever.
    tooLong(record, journal);
  if (problem !== undefined) return refuse(problem);
  // Every field that is read without a check was just looked at.
  const { record: ofRecord, request: ofRequest } = file as unknown as KeptRun;
  const piece = JSON.stringify(journal);
  const size = piece.length + JSON.stringify(request).length;
  return {
    ok: true,
    kept: { record: { ...ofRecord, keptSince: now, size, pieces: 1 }, request: ofRequest, pieces: [piece] },
  };
}

type Shape = Readonly<Record<string, 'string' | 'number' | 'object'>>;

const RECORD: Shape = {
  id: 'string',
  name: 'string',
  document: 'string',
  startedAt: 'number',
  startTime: 'number',
  input: 'string',
  type: 'string',
};
const POINT: Shape = {
  recorded: 'number',
  shown: 'number',
  control: 'string',
  now: 'number',
  events: 'number',
  transitions: 'number',
};
const REQUEST: Shape = { text: 'string', format: 'string', input: 'string', settings: 'object' };
const SETTINGS: Shape = {
  type: 'string',
  startTime: 'number',
  seed: 'number',
  executionName: 'string',
  executionArn: 'string',
  stateMachineName: 'string',
  stateMachineArn: 'string',
  roleArn: 'string',
  region: 'string',
};

const CHILD_POINT: Shape = { execution: 'string', shown: 'number' };
const STATUSES: readonly unknown[] = ['SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'];

/** What an object lacks of what it should have. */
function missing(value: unknown, name: string, shape: Shape): string | undefined {
  if (!isRecord(value)) return `The file has no “${name}”.`;
  for (const [field, type] of Object.entries(shape)) {
    if (typeof value[field] !== type) return `In the file, “${name}.${field}” is not a ${type}.`;
  }
  return undefined;
}

/** Where it and the executions that it was stepped into stand, as far as the file says it. */
function standingProblem(point: unknown): string | undefined {
  if (!isRecord(point)) return undefined;
  const { at, status, inside = [] } = point;
  if (at !== undefined && typeof at !== 'string') return 'In the file, “record.point.at” is not a string.';
  if (status !== undefined && !STATUSES.includes(status))
    return `In the file, “record.point.status” is none of ${STATUSES.join(', ')}.`;
  const isList =
    Array.isArray(inside) &&
    inside.every((each) => !missing(each, 'inside', CHILD_POINT) && isTime(each.now) && areHits(each.hits));
  if (!isList) return 'In the file, “record.point.inside” is no list of child executions.';
  if (!areHits(point.hits))
    return 'In the file, “record.point.hits” does not say how often breakpoints were met.';
  const levels: readonly unknown[] = [point, ...inside];
  if (!levels.every((each) => isRecord(each) && isTexts(each.unsearched)))
    return 'In the file, “unsearched” is no list of child executions.';
  const wrong = levels.findIndex((each) => isRecord(each) && !isStop(each.stopped));
  if (wrong < 0) return undefined;
  const name = wrong === 0 ? 'record.point' : `record.point.inside[${wrong - 1}]`;
  return `In the file, “${name}.stopped” does not say where the execution stopped: it has a “visit”, which is a number, and may have a “reason”, which is a text.`;
}

/** Whether it says where something stopped, or nothing. -1 is no visit. */
const isStop = (value: unknown): boolean =>
  value === undefined ||
  (isRecord(value) &&
    Number.isInteger(value.visit) &&
    Number(value.visit) >= -1 &&
    Number(value.visit) <= MOST_EVENTS &&
    (value.reason === undefined || typeof value.reason === 'string'));

/** Whether it says how often breakpoints were met, or nothing: pairs of a number and a count. */
const areHits = (value: unknown): boolean =>
  value === undefined ||
  (Array.isArray(value) &&
    value.every(
      (each: unknown) =>
        Array.isArray(each) && each.length === 2 && each.every((one) => Number.isInteger(one)),
    ));

/** Whether it says from where on others answer, or nothing. */
const laterProblem = (value: unknown): string | undefined =>
  value === undefined ||
  (Array.isArray(value) && value.every((each: unknown) => isRecord(each) && Number.isInteger(each.from)))
    ? undefined
    : 'In the file, “request.later” is no list of services with the place that each is “from”.';

const isTime = (value: unknown): boolean => value === undefined || typeof value === 'number';

const isTexts = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.every((each) => typeof each === 'string'));

function journalProblem(journal: unknown): string | undefined {
  if (!Array.isArray(journal)) return 'The file has no “journal”.';
  const wrong = journal.findIndex((entry: unknown) => !isEntry(entry));
  return wrong < 0 ? undefined : `In the file, entry ${wrong} of the journal is not one.`;
}

/** Whether it says that it is longer than runs are: it would be played again up to there. */
function tooLong(record: unknown, journal: unknown): string | undefined {
  const point = isRecord(record) && isRecord(record.point) ? record.point : {};
  const inside: readonly unknown[] = Array.isArray(point.inside) ? point.inside : [];
  const jobs: readonly unknown[] = Array.isArray(journal) ? journal : [];
  const isCount = (value: unknown) =>
    Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MOST_EVENTS;
  const counts = [
    point.recorded,
    point.shown,
    ...inside.map((each) => (isRecord(each) ? each.shown : 0)),
    ...jobs.map((job) => (isRecord(job) ? job.afterEvent : 0)),
  ];
  return counts.every(isCount)
    ? undefined
    : `In the file, a number of events is not one: runs here have up to ${MOST_EVENTS.toLocaleString('en')}.`;
}

/** What a job has besides its type and its time, by type. */
const JOBS: Readonly<Record<Job['type'], Shape>> = {
  amend: {},
  forceChoice: {},
  rebase: { text: 'string', format: 'string' },
  taskStarted: { task: 'number' },
  taskSubmitted: { task: 'number' },
  taskSucceeded: { task: 'number' },
  taskFailed: { task: 'number' },
  taskTimedOut: { task: 'number' },
  taskHeartbeat: { task: 'number' },
  stop: {},
  redrive: {},
};

function isEntry(job: unknown): boolean {
  if (!isRecord(job)) return false;
  const shape = Object.entries(JOBS).find(([type]) => type === job.type)?.[1];
  if (shape === undefined) return false;
  return missing(job, 'job', { ...shape, at: 'number', afterEvent: 'number' }) === undefined;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const refuse = (reason: string): ReadRunFile => ({ ok: false, reason });
