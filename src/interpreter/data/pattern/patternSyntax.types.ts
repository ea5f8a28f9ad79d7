/** The syntax tree of a regular expression; characters are UTF-16 code units, as in ECMAScript without the `u` flag. */
export type PatternNode =
  | { readonly kind: 'empty' }
  | { readonly kind: 'set'; readonly set: CharacterSet }
  | { readonly kind: 'assertion'; readonly assertion: Assertion }
  | { readonly kind: 'group'; readonly index: number | undefined; readonly body: PatternNode }
  | { readonly kind: 'lookahead'; readonly negative: boolean; readonly body: PatternNode }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'alternatives'; readonly parts: readonly PatternNode[] }
  | {
      readonly kind: 'repeat';
      readonly body: PatternNode;
      readonly min: number;
      readonly max: number;
      readonly greedy: boolean;
    };

export type Assertion = 'textStart' | 'textEnd' | 'lineStart' | 'lineEnd' | 'wordBoundary' | 'noWordBoundary';

/** Pairs of code units, both ends included, sorted and without overlap. */
export type CharacterRanges = readonly (readonly [from: number, to: number])[];

export interface CharacterSet {
  readonly has: (unit: number) => boolean;
}

export interface PatternFlags {
  readonly ignoreCase: boolean;
  /** `^` and `$` also match at line ends. */
  readonly multiline: boolean;
  /** `.` also matches line ends. */
  readonly dotAll: boolean;
}

export interface ParsedPattern {
  readonly root: PatternNode;
  readonly groupCount: number;
}
