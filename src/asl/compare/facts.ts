import { isJsonObject, type Json } from '../json';
import { joinPointer } from '../parse/pointer';

/** What can be said of a value, sentence by sentence, and how often. */
export type Facts = ReadonlyMap<string, number>;

/** The leaves of a value with their places; of a list, what is in it and not where. */
export function factsOf(value: Json): Map<string, number> {
  const facts = new Map<string, number>();
  const visit = (current: Json, place: string): void => {
    if (Array.isArray(current) && current.length > 0) {
      for (const item of current) visit(item, `${place}/*`);
    } else if (isJsonObject(current) && Object.keys(current).length > 0) {
      for (const [key, member] of Object.entries(current)) visit(member, joinPointer(place, key));
    } else {
      addFact(facts, `${place}=${JSON.stringify(current)}`);
    }
  };
  visit(value, '');
  return facts;
}

export function addFact(facts: Map<string, number>, fact: string): void {
  facts.set(fact, (facts.get(fact) ?? 0) + 1);
}

/** How much of what is said of both is said of each: 0 nothing, 1 all. The same from either side. */
export function likeness(a: Facts, b: Facts): number {
  let common = 0;
  for (const [fact, count] of a) common += Math.min(count, b.get(fact) ?? 0);
  const all = total(a) + total(b);
  return all === 0 ? 0 : (2 * common) / all;
}

function total(facts: Facts): number {
  let sum = 0;
  for (const count of facts.values()) sum += count;
  return sum;
}
