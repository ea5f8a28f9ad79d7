import type { ComparedEvent, EventDifference, HistoryDifferences } from '../again.types';
import { align } from './alignEvents';
import { differingData } from './comparedData';
import type { EventThreads, ThreadEvent } from './eventThreads';

/** Differences that are told one by one. */
const LISTED = 500;

/**
 * What two histories of one execution differ in, event by event: type, state, error and data. An event that one of them lacks is
 * one difference, whatever comes after it.
 * @param strict ids and times, too
 */
export function compareHistories(
  recorded: EventThreads,
  own: EventThreads,
  strict: boolean,
): HistoryDifferences {
  const open = !endOf(recorded);
  const differences: EventDifference[] = [];
  for (const thread of new Set([...recorded.keys(), ...own.keys()])) {
    const [theirs, ours] = [recorded.get(thread) ?? [], own.get(thread) ?? []].map((side) =>
      open ? side.filter(({ type }) => type !== 'ExecutionAborted') : side,
    );
    differences.push(...differencesOf(theirs ?? [], ours ?? [], { strict, open }));
  }
  differences.sort((one, other) => placeOf(one) - placeOf(other));
  return {
    recorded: sizeOf(recorded),
    own: sizeOf(own),
    differences: differences.slice(0, LISTED),
    total: differences.length,
    open,
  };
}

function differencesOf(
  recorded: readonly ThreadEvent[],
  own: readonly ThreadEvent[],
  { strict, open }: { readonly strict: boolean; readonly open: boolean },
): readonly EventDifference[] {
  const found: EventDifference[] = [];
  let seen = 0;
  for (const [one, other] of align(recorded.map(keyOf), own.map(keyOf))) {
    const [theirs, ours] = [recorded[one], own[other]];
    if (theirs) seen++;
    // What was recorded goes no further.
    else if (open && seen === recorded.length) break;
    const data = theirs && ours && keyOf(theirs) === keyOf(ours) ? dataOf(theirs, ours) : undefined;
    const difference = { recorded: told(theirs, data?.[0]), own: told(ours, data?.[1]) };
    if (data || !isSame(difference, strict)) found.push(difference);
  }
  return found;
}

/** What both have, where that differs. */
function dataOf(recorded: ThreadEvent, own: ThreadEvent): readonly [string, string] | undefined {
  const [one, other] = [recorded.text(), own.text()];
  return one === undefined || other === undefined ? undefined : differingData(one, other);
}

function told(event: ThreadEvent | undefined, data: string | undefined): ComparedEvent | undefined {
  if (event === undefined) return undefined;
  const { text: _, ...rest } = event;
  return data === undefined ? rest : { ...rest, data };
}

const keyOf = ({ type, state, name, error }: ComparedEvent): string =>
  JSON.stringify([type, state ?? name ?? '', error ?? '']);

function isSame({ recorded, own }: EventDifference, strict: boolean): boolean {
  if (!recorded || !own || keyOf(recorded) !== keyOf(own)) return false;
  return !strict || (recorded.id === own.id && recorded.at === own.at);
}

const placeOf = ({ recorded, own }: EventDifference): number =>
  Math.min(recorded?.id ?? Number.POSITIVE_INFINITY, own?.id ?? Number.POSITIVE_INFINITY);

const sizeOf = (threads: EventThreads): number =>
  [...threads.values()].reduce((sum, { length }) => sum + length, 0);

/** Whether a history says how the execution ended by itself. */
const endOf = (threads: EventThreads): boolean =>
  [...threads.values()].some((events) =>
    events.some(({ type }) => /^Execution(?:Succeeded|Failed|TimedOut)$/.test(type)),
  );
