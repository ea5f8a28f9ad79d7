import type { Json } from '../../json';
import { pointerSegments } from '../../parse/pointer';

/** A property or item to be written before the member with an index (of the text as it is). */
export interface Insertion {
  readonly index: number;
  /** Absent for an item of a list. */
  readonly key?: string;
  readonly value: Json;
}

/**
 * What is to happen to one value of a definition and to what is inside it: a tree beside the syntax tree, as
 * sparse as the changes are. Members are named as in a JSON Pointer, by their key or index before any change.
 */
export class Change {
  /** The value is replaced as a whole; changes inside it are moot. */
  replacement: { readonly value: Json } | undefined;
  /** The property or item is taken out of its container. */
  removed = false;
  /** The property gets another key. */
  key: string | undefined;
  readonly insertions: Insertion[] = [];
  readonly members = new Map<string, Change>();

  at(pointer: string): Change {
    let change: Change = this;
    for (const segment of pointerSegments(pointer)) change = change.member(segment);
    return change;
  }

  member(segment: string): Change {
    let member = this.members.get(segment);
    if (member === undefined) {
      member = new Change();
      this.members.set(segment, member);
    }
    return member;
  }
}
