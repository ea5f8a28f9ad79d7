import type { Json } from '../../asl';
import type { EvaluationScope } from './evaluationScope';
import type { Failure } from './failure';

/**
 * What the fields of a definition are compiled to, once per definition. Compiling never throws and never
 * fails half-way: a text that cannot be read comes back as a `SyntaxProblem` (paths, single expressions) or
 * compiles to something that fails with AWS's words when it is evaluated (templates), so that a broken
 * field fails only the execution that reaches it.
 *
 * | file                     | function                                   | gives                              |
 * | ------------------------ | ------------------------------------------ | ---------------------------------- |
 * | path.ts                  | compilePath(text)                          | CompiledPath or SyntaxProblem      |
 * | path.ts                  | describeMissing(path, root, scope)         | AWS's words for a path without value |
 * | referencePath.ts         | compileReferencePath(text)                 | ReferencePath or SyntaxProblem     |
 * | template.ts              | compileTemplate(template)                  | CompiledTemplate                   |
 * | dynamicValue.ts          | compileDynamicValue(text, field)           | CompiledValue (ErrorPath, CausePath) |
 * | choice.ts                | compileChoiceExpression(expression)        | ChoicePredicate                    |
 * | jsonata/template.ts      | compileJsonataTemplate(value, field)       | JsonataTemplate                    |
 * | jsonata/checks.ts        | checkExpression(text, fields)              | what AWS refuses at creation       |
 * | timestamp.ts             | parseTimestamp(text), formatTimestamp(ms)  | EpochMs or undefined, text         |
 * | jsonText.ts              | jsonText(value), deepEqual(a, b)           | text, boolean                      |
 * | javaText.ts              | javaText(value)                            | as Java prints it: `{a=1, b=[]}`   |
 */

/** A text that is not in the language it should be in; `position` counts UTF-16 code units into the text. */
export class SyntaxProblem {
  constructor(
    readonly message: string,
    readonly position: number,
  ) {}
}

/** Where a path starts: the value it is applied to (`$`), the context object (`$$`), or a workflow variable (`$name`). */
export type PathRoot =
  | { readonly kind: 'input' }
  | { readonly kind: 'context' }
  | { readonly kind: 'variable'; readonly name: string };

/** A JSONPath. `undefined` means that it finds no value (`describeMissing` says why); an indefinite path always gives an array. */
export interface CompiledPath {
  readonly text: string;
  readonly root: PathRoot;
  readonly definite: boolean;
  /** The path is a reference path: `$`, `.name`, `['name']`, `[int]` only. */
  readonly isReference: boolean;
  readonly get: (root: Json, scope: EvaluationScope) => Json | undefined;
}

/** A reference path into the value it is applied to, for reading and (ResultPath) writing. */
export interface ReferencePath extends CompiledPath {
  /**
   * `root` with `value` at this path: new objects along the path, everything else shared.
   * States.ResultPathMatchFailure when the path does not fit `root`.
   */
  readonly set: (root: Json, value: Json) => Json | Failure;
}

/** A value computed from a root (JSONPath fields); `States.Runtime` and `States.IntrinsicFailure` are its failures. */
export interface CompiledValue {
  readonly evaluate: (root: Json, scope: EvaluationScope) => Json | Failure;
}

/** A payload template: Parameters, ResultSelector, ItemSelector, BatchInput, Assign, Credentials. */
export interface CompiledTemplate extends CompiledValue {
  /** No `.$` anywhere: `evaluate` gives the very same value every time. */
  readonly isStatic: boolean;
}

/** A Choice rule of the JSONPath query language. */
export type ChoicePredicate = (root: Json, scope: EvaluationScope) => boolean | Failure;

/** The reserved variable `$states` as one field sees it; `context` comes from the scope. */
export interface StatesVariable {
  readonly input: Json;
  /** Task, Parallel and Map, after success: in Output and Assign. */
  readonly result?: Json;
  /** A catcher's Output and Assign: `{ Error, Cause }`. */
  readonly errorOutput?: Json;
}

/**
 * A JSONata field: Arguments, Output, Assign, Items, Condition, Seconds... The result is a promise only when
 * the expression needs the asynchronous library; plain paths and literals answer at once.
 */
export interface JsonataTemplate {
  /** No `{% %}` anywhere: `evaluate` gives the very same value every time. */
  readonly isStatic: boolean;
  readonly evaluate: (
    states: StatesVariable,
    scope: EvaluationScope,
  ) => Json | Failure | Promise<Json | Failure>;
}
