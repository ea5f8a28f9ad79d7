import type { Json } from '../json';
import type { SyntaxNode } from '../syntax';

/**
 * The value of a syntax tree, as `JSON.parse` would give it: of duplicate keys the last counts, and every key,
 * `__proto__` included, becomes an own property. A property without a value is left out.
 */
export function toJson(node: SyntaxNode): Json {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'array':
      return node.items.map(toJson);
    case 'object': {
      const object: Record<string, Json> = {};
      for (const { key, value } of node.properties) {
        if (value !== undefined) setOwn(object, key, toJson(value));
      }
      return object;
    }
  }
}

/** Sets a property under a name that comes from data: assigning `__proto__` would change the prototype instead. */
export function setOwn<Value>(object: Record<string, Value>, key: string, value: Value): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    object[key] = value;
  }
}
