import type { ObjectNode, PropertyNode } from '../syntax';

/** The properties that count, in text order: of those with one name the last. */
export function effectiveProperties({ properties }: ObjectNode): readonly PropertyNode[] {
  const last = new Map<string, PropertyNode>();
  for (const property of properties) last.set(property.key, property);
  return last.size === properties.length
    ? properties
    : properties.filter((property) => last.get(property.key) === property);
}
