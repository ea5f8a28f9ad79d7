import type { Json } from '../../asl';

/** What a value has at its ends. */
export type Leaf = string | number | boolean | null;

/** A value without its leaves, which are counted in order from 0. */
export type Shape =
  | { readonly type: 'leaf' }
  | { readonly type: 'list'; readonly items: readonly Shape[] }
  | { readonly type: 'record'; readonly keys: readonly string[]; readonly fields: readonly Shape[] };

const LEAF: Shape = { type: 'leaf' };

/** Levels of a value whose shape is of use: one that JSON can just be written of may be thousands deep. */
const DEEPEST = 100;

/**
 * @param leaves gets those of the value
 * @param depth levels around it
 * @returns undefined when there are more than `most`, or it goes too deep
 */
export function shapeOf(value: Json | undefined, leaves: Leaf[], most: number, depth = 0): Shape | undefined {
  if (value === undefined || depth > DEEPEST) return undefined;
  if (typeof value !== 'object' || value === null) {
    return leaves.push(value) <= most ? LEAF : undefined;
  }
  const isList = Array.isArray(value);
  const keys = Object.keys(value);
  const inner: Shape[] = [];
  for (const each of Object.values(value)) {
    const shape = shapeOf(each, leaves, most, depth + 1);
    if (shape === undefined) return undefined;
    inner.push(shape);
  }
  return isList ? { type: 'list', items: inner } : { type: 'record', keys, fields: inner };
}

/** Compares values of one shape with one that is known. */
export class Comparison {
  /** The number and the value of each leaf that differs. */
  readonly found: Leaf[] = [];
  private leaf = 0;

  /** @param most leaves that may differ */
  constructor(
    private readonly known: readonly Leaf[],
    private readonly most: number,
  ) {}

  /** @returns whether the value has the shape, and few enough leaves differ */
  holds(value: Json | undefined, shape: Shape): boolean {
    switch (shape.type) {
      case 'leaf':
        return this.holdsLeaf(value);
      case 'list':
        return (
          Array.isArray(value) &&
          value.length === shape.items.length &&
          shape.items.every((item, index) => this.holds(value[index], item))
        );
      case 'record':
        return this.holdsRecord(value, shape.keys, shape.fields);
    }
  }

  private holdsLeaf(value: Json | undefined): boolean {
    if (value === undefined || (typeof value === 'object' && value !== null)) return false;
    const leaf = this.leaf++;
    if (this.known[leaf] === value) return true;
    return this.found.push(leaf, value) <= 2 * this.most;
  }

  private holdsRecord(value: Json | undefined, keys: readonly string[], fields: readonly Shape[]): boolean {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    let place = 0;
    // Of plain data, these are its own, in the order in which they are written.
    for (const key in value) {
      const field = fields[place];
      if (field === undefined || keys[place] !== key) return false;
      if (!this.holds((value as Readonly<Record<string, Json>>)[key], field)) return false;
      place++;
    }
    return place === keys.length;
  }
}

/** The value that has a shape and its leaves, from a number on. */
export function rebuilt(shape: Shape, leaves: Iterator<Leaf>): Json {
  switch (shape.type) {
    case 'leaf':
      return leaves.next().value ?? null;
    case 'list':
      return shape.items.map((item) => rebuilt(item, leaves));
    case 'record': {
      const fields = shape.fields.map((field) => rebuilt(field, leaves));
      // Not by assignment: `__proto__` is a key like any other.
      return Object.fromEntries(shape.keys.map((key, index) => [key, fields[index] ?? null]));
    }
  }
}
