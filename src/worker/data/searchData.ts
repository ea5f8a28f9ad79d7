import { isJsonObject, type Json, jsonOf, type StatePath } from '../../asl';
import type { StageName, ValuePath } from '../../interpreter';
import type { SearchHit, SearchPage } from '../data.types';
import { roleOf } from '../fold/eventRole';
import { numberOf } from '../history/visitFacts';
import type { DataSource } from './dataSource';
import { excerptOf } from './valueAt';

/** Milliseconds of work before other messages are let in. */
const SLICE = 8;
const MOST_PER_EVENT = 20;
const MOST_PER_PAGE = 200;

/** Keys, texts and paths with the query in them, in the values of some of the events. */
export function searchData(source: DataSource, query: string, from: number): SearchPage {
  const { history, folded: total } = source;
  const matcher = matcherOf(query);
  if (matcher === undefined) return { hits: [], next: total, total };
  const hits: SearchHit[] = [];
  const end = performance.now() + SLICE;
  let position = Math.max(0, from);
  while (position < total && hits.length < MOST_PER_PAGE) {
    const record = history.record(position);
    if (carriesData(record.type)) hits.push(...hitsIn(source, position, matcher));
    position++;
    if (performance.now() >= end) break;
  }
  return { hits, next: position, total };
}

/** Events of states, and of Tasks that begin or end; others repeat what these say. */
const carriesData = (type: Parameters<typeof roleOf>[0]): boolean =>
  ['entered', 'exited', 'scheduled', 'submitted', 'succeeded'].includes(roleOf(type));

interface Matcher {
  /** Whether the JSON text may hold it at all. */
  readonly mayBeIn: (text: string) => boolean;
  readonly text: (text: string) => boolean;
  readonly path: (path: string) => boolean;
}

/** `a.b`, `[0]` and `$.a` are looked for in paths, too; undefined for nothing to look for. */
function matcherOf(query: string): Matcher | undefined {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return undefined;
  const isPath = /^\$|[.[\]]/.test(wanted);
  const steps = wanted.replace(/^\$(\.|states\.(input|result)\.?)?/, '');
  const longest = steps.split(/[.[\]'"]+/).reduce((a, b) => (b.length > a.length ? b : a), '');
  // In the JSON text a quote or a line end is written otherwise.
  const plain = /^[^"\\\p{Cc}]*$/u.test(wanted);
  return {
    mayBeIn(text) {
      const lower = text.toLowerCase();
      if (lower.includes(wanted) || !plain) return true;
      return isPath && (/^\d*$/.test(longest) || lower.includes(longest));
    },
    text: (text) => text.toLowerCase().includes(wanted),
    path: (path) => isPath && steps !== '' && path.toLowerCase().endsWith(steps),
  };
}

/** A value that an event carries. */
interface Carried {
  readonly stage: StageName;
  readonly text: string;
  /** Keys around it: of a variable, its name. */
  readonly around: ValuePath;
}

function hitsIn(source: DataSource, position: number, matcher: Matcher): readonly SearchHit[] {
  const { history, seen } = source;
  const { type } = history.record(position);
  const row = seen.visits.visitOf(position);
  if (row < 0) return [];
  const visit = { state: seen.pathOf(row), number: numberOf(seen, row) };
  const hits: SearchHit[] = [];
  const attempt = attemptAt(source, row, position);
  for (const { stage, text, around } of carriedBy(source, position, visit.state)) {
    if (!matcher.mayBeIn(text) && !around.some((key) => matcher.text(String(key)))) continue;
    const value = jsonOf(text);
    if (value === undefined) continue;
    for (const { path, found, excerpt } of findIn(value, around, matcher, MOST_PER_EVENT - hits.length)) {
      hits.push({
        position,
        event: history.idOf(position),
        type,
        excerpt,
        found,
        place: { visit, stage, path },
        ...(attempt === undefined ? {} : { attempt }),
      });
    }
  }
  return hits;
}

/** The attempt, from 0, that an event inside a visit belongs to; undefined when the visit makes one at most. */
function attemptAt({ seen, history }: DataSource, row: number, position: number): number | undefined {
  if (seen.visits.attempts.get(row) < 2) return undefined;
  let attempt = -1;
  for (const event of seen.visits.eventsOf(row)) {
    if (event > position) break;
    if (roleOf(history.record(event).type) === 'scheduled') attempt++;
  }
  return attempt < 0 || roleOf(history.record(position).type) === 'exited' ? undefined : attempt;
}

function* carriedBy(source: DataSource, position: number, state: StatePath): Generator<Carried> {
  const event = source.history.event(position);
  const around: ValuePath = [];
  if ('stateEnteredEventDetails' in event)
    yield { stage: 'input', text: event.stateEnteredEventDetails.input, around };
  else if ('stateExitedEventDetails' in event) {
    const { output, assignedVariables = {} } = event.stateExitedEventDetails;
    yield { stage: 'output', text: output, around };
    for (const [name, text] of Object.entries(assignedVariables))
      yield { stage: 'assign', text, around: [name] };
  } else if ('lambdaFunctionScheduledEventDetails' in event)
    yield { stage: source.sentBy(state), text: event.lambdaFunctionScheduledEventDetails.input, around };
  else if ('taskScheduledEventDetails' in event)
    yield { stage: source.sentBy(state), text: event.taskScheduledEventDetails.parameters, around };
  else if ('lambdaFunctionSucceededEventDetails' in event)
    yield { stage: 'result', text: event.lambdaFunctionSucceededEventDetails.output, around };
  else if ('taskSucceededEventDetails' in event)
    yield { stage: 'result', text: event.taskSucceededEventDetails.output, around };
}

interface Found {
  readonly path: ValuePath;
  readonly found: SearchHit['found'];
  readonly excerpt: string;
}

/** The places in a value, in the order of its text. Deep values are gone through without recursion. */
function findIn(root: Json, around: ValuePath, matcher: Matcher, most: number): readonly Found[] {
  const found: Found[] = [];
  const first = around.at(-1);
  if (typeof first === 'string' && matcher.text(first))
    found.push({ path: around, found: 'key', excerpt: excerptOf(root) });
  const stack: { readonly value: Json; readonly path: ValuePath; readonly text: string }[] = [
    { value: root, path: around, text: around.join('.') },
  ];
  for (let each = stack.pop(); each && found.length < most; each = stack.pop()) {
    const { value, path, text } = each;
    const key = path.length > around.length ? path.at(-1) : undefined;
    const hit = kindOf(value, key, text, matcher);
    if (hit) found.push({ path, found: hit, excerpt: excerptOf(value) });
    if (typeof value !== 'object' || value === null) continue;
    const inside: [string | number, Json][] = isJsonObject(value)
      ? Object.entries(value)
      : [...value.entries()];
    for (const [name, child] of inside.reverse()) {
      const step = typeof name === 'number' ? `[${name}]` : text === '' ? name : `.${name}`;
      stack.push({ value: child, path: [...path, name], text: `${text}${step}` });
    }
  }
  return found;
}

function kindOf(
  value: Json,
  key: string | number | undefined,
  path: string,
  matcher: Matcher,
): SearchHit['found'] | undefined {
  if (typeof key === 'string' && matcher.text(key)) return 'key';
  if ((typeof value !== 'object' || value === null) && matcher.text(String(value))) return 'value';
  return key !== undefined && matcher.path(path) ? 'path' : undefined;
}
