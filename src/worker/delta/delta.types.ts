/**
 * How plain data (what JSON has, and undefined fields) became other plain data. It is small where little changed, also
 * where nearly everything moved: places in a text and on the canvas are numbers, and numbers travel as one array.
 */
export type Delta =
  | { readonly type: 'same' }
  | { readonly type: 'value'; readonly value: unknown }
  /** The same but for its numbers: all of them, in the order of a walk. */
  | { readonly type: 'numbers'; readonly numbers: Float64Array }
  | PartsDelta;

/**
 * A list or record whose first and last children are the same but for their numbers. `middle`: its children between
 * them, each from the child at its place, or new when the places do not match.
 */
export interface PartsDelta {
  readonly type: 'parts';
  readonly head: Run;
  readonly middle: readonly Delta[];
  /** The names of the middle, when it is a record's. */
  readonly names?: readonly string[];
  readonly tail: Run;
}

/** Children that kept their shape: how many, and their numbers when some of them changed. */
export interface Run {
  readonly count: number;
  readonly numbers?: Float64Array;
}
