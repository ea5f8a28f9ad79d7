import type { Json } from '../../../asl';
import type { PathRoot } from '../compiled.types';
import type { Pattern } from '../pattern/pattern';

/**
 * The syntax tree of a JSONPath in the dialect of AWS, which is Jayway's JsonPath.
 * Source: developer guide, "Paths" (names JsonPath of Jayway as its reference); Recorded: base/test_json_path_*.
 */
export interface ParsedPath {
  /** `@`, the candidate of a filter, occurs only inside filters. */
  readonly root: PathRoot | { readonly kind: 'current' };
  readonly steps: readonly Step[];
}

export type Step =
  /** `.a`, `['a']`; several names select several values, or one merged object at the path's end. */
  | { readonly kind: 'names'; readonly names: readonly string[] }
  /** `[0]`, `[-1]`, `[0, 2]`. */
  | { readonly kind: 'indexes'; readonly indexes: readonly number[] }
  /** `[1:]`, `[:2]`, `[1:2]`. */
  | { readonly kind: 'slice'; readonly from: number | undefined; readonly to: number | undefined }
  | { readonly kind: 'wildcard' }
  | { readonly kind: 'filter'; readonly condition: FilterCondition }
  /** `..`: the next step is applied to the value and to everything inside it. */
  | { readonly kind: 'descent' }
  /** `.length()`, `.sum($.more)`, ... */
  | {
      readonly kind: 'function';
      readonly name: PathFunctionName;
      readonly parameters: readonly FilterOperand[];
    };

export const PATH_FUNCTIONS = [
  'length',
  'size',
  'min',
  'max',
  'avg',
  'sum',
  'stddev',
  'keys',
  'concat',
  'append',
  'first',
  'last',
  'index',
] as const;
export type PathFunctionName = (typeof PATH_FUNCTIONS)[number];

export const COMPARATORS = [
  '===',
  '!==',
  '==',
  '!=',
  '<=',
  '>=',
  '<',
  '>',
  '=~',
  'in',
  'nin',
  'subsetof',
  'anyof',
  'noneof',
  'all',
  'contains',
  'size',
  'empty',
  'exists',
] as const;
export type Comparator = (typeof COMPARATORS)[number];

export type FilterCondition =
  | { readonly kind: 'and' | 'or'; readonly conditions: readonly FilterCondition[] }
  | { readonly kind: 'not'; readonly condition: FilterCondition }
  | { readonly kind: 'exists'; readonly path: ParsedPath }
  | {
      readonly kind: 'comparison';
      readonly comparator: Comparator;
      readonly left: FilterOperand;
      readonly right: FilterOperand;
    };

export type FilterOperand =
  | { readonly kind: 'path'; readonly path: ParsedPath }
  | { readonly kind: 'literal'; readonly value: Json }
  | { readonly kind: 'pattern'; readonly pattern: Pattern };
