import type { Json, JsonObject } from '../../asl';

/** The places that data passes on its way through a state, each named after the field that makes it, or after what it is. */
export type StageName =
  | 'input'
  | 'inputPath'
  | 'parameters'
  | 'arguments'
  | 'items'
  | 'itemSelector'
  | 'result'
  | 'resultSelector'
  | 'resultPath'
  | 'errorOutput'
  | 'assign'
  | 'output';

/** Keys and indexes from a value to one inside it. */
export type ValuePath = readonly (string | number)[];

/** What a stage holds in one visit of a state. */
export interface Stage {
  readonly name: StageName;
  /** The field, as keys from the state's definition; absent when nothing is written for it. */
  readonly field?: ValuePath;
  /** It does something, or holds what came from elsewhere; otherwise it passes on the value before it. */
  readonly isUsed: boolean;
  readonly value?: Json;
  /** Why it has none: a sentence. */
  readonly problem?: string;
  /** Evaluated anew, and the output then was another one: it holds a random number or an instant. */
  readonly isApproximate?: true;
}

/** What was recorded of a visit, one attempt of it. */
export interface VisitRecord {
  readonly input: Json;
  /** What the service got. */
  readonly sent?: Json | undefined;
  /** What the service, the branches or the items gave. */
  readonly result?: Json | undefined;
  /** The error that a catcher took. */
  readonly caught?: JsonObject | undefined;
  readonly output?: Json | undefined;
  readonly assigned?: JsonObject | undefined;
  /** Why the visit, or its only attempt, failed: a sentence. */
  readonly failed?: string | undefined;
  /** The rule of a Choice that was taken by hand. */
  readonly forced?: number | 'default' | undefined;
}
