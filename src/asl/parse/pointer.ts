import type { ObjectNode, PropertyNode, SyntaxNode } from '../syntax';

/** Appends segments to a JSON Pointer (RFC 6901), escaped: `('/States', 'A/B')` gives `/States/A~1B`. */
export function joinPointer(base: string, ...segments: readonly (string | number)[]): string {
  let pointer = base;
  for (const segment of segments) pointer += `/${escapeSegment(String(segment))}`;
  return pointer;
}

/** The unescaped segments of a JSON Pointer; none for `''`. */
export function pointerSegments(pointer: string): readonly string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((segment) =>
      segment.includes('~') ? segment.replaceAll('~1', '/').replaceAll('~0', '~') : segment,
    );
}

const escapeSegment = (segment: string): string =>
  /[~/]/.test(segment) ? segment.replaceAll('~', '~0').replaceAll('/', '~1') : segment;

/** The property that counts of those with one name: the last. */
export function propertyOf(object: ObjectNode, key: string): PropertyNode | undefined {
  for (let index = object.properties.length - 1; index >= 0; index--) {
    const property = object.properties[index];
    if (property?.key === key) return property;
  }
  return undefined;
}

/** The value that counts under a name; undefined when there is none. */
export const valueUnder = (object: ObjectNode, key: string): SyntaxNode | undefined =>
  propertyOf(object, key)?.value;

/** The node that a JSON Pointer leads to; undefined when it leads nowhere. */
export function nodeAtPointer(root: SyntaxNode | undefined, pointer: string): SyntaxNode | undefined {
  let node = root;
  for (const segment of pointerSegments(pointer)) {
    if (node?.kind === 'object') node = valueUnder(node, segment);
    else if (node?.kind === 'array')
      node = /^(?:0|[1-9]\d*)$/.test(segment) ? node.items[Number(segment)] : undefined;
    else return undefined;
  }
  return node;
}
