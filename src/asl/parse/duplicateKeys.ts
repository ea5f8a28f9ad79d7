import type { PropertyNode } from '../syntax';
import type { Problems } from './problems';

/** Few keys are compared pairwise: that is faster than filling a map. */
const PAIRWISE = 8;

/** Reports every property that a later one of the same name shadows. */
export function reportDuplicateKeys(properties: readonly PropertyNode[], problems: Problems): void {
  if (properties.length <= PAIRWISE ? !hasPair(properties) : uniqueCount(properties) === properties.length) {
    return;
  }
  const last = new Map<string, PropertyNode>();
  for (const property of properties) last.set(property.key, property);
  for (const property of properties) {
    if (last.get(property.key) === property) continue;
    problems.add(
      'DUPLICATE_KEY',
      'warning',
      `“${property.key}” is written more than once in this object, and only the last one counts. Rename or remove this one.`,
      property.keyRange,
    );
  }
}

function hasPair(properties: readonly PropertyNode[]): boolean {
  for (let index = 1; index < properties.length; index++) {
    const key = properties[index]?.key;
    for (let earlier = 0; earlier < index; earlier++) {
      if (properties[earlier]?.key === key) return true;
    }
  }
  return false;
}

const uniqueCount = (properties: readonly PropertyNode[]): number =>
  new Set(properties.map((property) => property.key)).size;
