import { isJsonObject, type Json, type JsonObject } from '../json';
import { joinPointer } from '../parse/pointer';
import type { FieldChange } from './compare.types';
import { listPairs } from './listPairs';
import { isSame, type Twin } from './twin';

interface Places {
  readonly before: string;
  readonly after: string;
}

const ROOT: Places = { before: '', after: '' };

/**
 * What differs between two values, as deep inside as can be said; the order of keys is no difference.
 *
 * @param at the pointers that both stand at
 */
export function fieldChanges(before: Twin, after: Json, at: Places = ROOT): readonly FieldChange[] {
  if (isSame(before, after)) return [];
  const { written, renamed } = before;
  if (isJsonObject(written) && isJsonObject(renamed) && isJsonObject(after)) {
    return objectChanges(written, renamed, after, at);
  }
  if (Array.isArray(written) && Array.isArray(renamed) && Array.isArray(after)) {
    return listChanges(written, renamed, after, at);
  }
  return [
    {
      kind: 'changed',
      before: { pointer: at.before, value: written },
      after: { pointer: at.after, value: after },
    },
  ];
}

function objectChanges(
  written: JsonObject,
  renamed: JsonObject,
  after: JsonObject,
  at: Places,
): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  for (const [key, value] of Object.entries(written)) {
    const place = { before: joinPointer(at.before, key), after: joinPointer(at.after, key) };
    const now = own(after, key);
    if (now === undefined) changes.push({ kind: 'removed', before: { pointer: place.before, value } });
    else changes.push(...fieldChanges({ written: value, renamed: own(renamed, key) ?? value }, now, place));
  }
  for (const [key, value] of Object.entries(after)) {
    if (own(written, key) === undefined) {
      changes.push({ kind: 'added', after: { pointer: joinPointer(at.after, key), value } });
    }
  }
  return changes;
}

function listChanges(
  written: readonly Json[],
  renamed: readonly Json[],
  after: readonly Json[],
  at: Places,
): readonly FieldChange[] {
  const twins = written.map((item, index): Twin => ({ written: item, renamed: renamed[index] ?? item }));
  const { pairs, reordered } = listPairs(twins, after);
  const partner = new Map(pairs);
  const kept = new Set(partner.values());
  const changes: FieldChange[] = [];
  if (reordered) {
    changes.push({
      kind: 'reordered',
      before: { pointer: at.before, value: written },
      after: { pointer: at.after, value: after },
    });
  }
  twins.forEach((item, index) => {
    const pointer = joinPointer(at.before, index);
    const to = partner.get(index);
    const now = to === undefined ? undefined : after[to];
    if (to === undefined || now === undefined) {
      changes.push({ kind: 'removed', before: { pointer, value: item.written } });
    } else {
      changes.push(...fieldChanges(item, now, { before: pointer, after: joinPointer(at.after, to) }));
    }
  });
  after.forEach((value, index) => {
    if (!kept.has(index)) {
      changes.push({ kind: 'added', after: { pointer: joinPointer(at.after, index), value } });
    }
  });
  return changes;
}

const own = (object: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;
