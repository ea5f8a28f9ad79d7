import type { Json, JsonArray, JsonObject } from '../../../asl';
import type { StatesVariable } from '../compiled.types';
import type { EvaluationScope } from '../evaluationScope';
import { property } from '../path/definite';
import type { AstNode } from './ast';
import { type Direct, type DirectResult, UNDECIDED } from './direct.types';

interface NameStep {
  readonly name: string;
  /** Positions picked one after the other: `a[0][-1]`. */
  readonly indexes: readonly number[];
}

/**
 * Compiles `$variable.name[0].name` to what the library gives for it: names are looked up in every element of
 * an array, nothing that is missing is kept, one result stands alone, several are an array. Undefined when the
 * path has other parts.
 * Source: JSONata documentation, "Path operators", "Sequences".
 */
export function compileDirectPath(node: AstNode): Direct | undefined {
  const [first, ...rest] = node.type === 'path' ? (node.steps ?? []) : [node];
  if (node.keepSingletonArray || node.group || node.tuple || !first || !isPlainVariable(first))
    return undefined;
  const steps = rest.map(readNameStep);
  if (!steps.every((step) => step !== undefined)) return undefined;
  const name = String(first.value);
  if (name === 'states') return compileStatesPath(steps);
  return (_, scope) => {
    const value = scope.variable(name);
    // A variable without value may be the name of a function.
    return value === undefined ? UNDECIDED : walk(value, steps);
  };
}

/** `$` (the context) and `$$` (the root) have values of their own. */
function isPlainVariable(node: AstNode): boolean {
  return node.type === 'variable' && node.value !== '' && node.value !== '$' && !hasExtras(node);
}

const hasExtras = (node: AstNode): boolean =>
  node.predicate !== undefined ||
  node.stages !== undefined ||
  node.group !== undefined ||
  node.keepArray === true ||
  node.tuple === true ||
  node.focus !== undefined ||
  node.index !== undefined ||
  node.ancestor !== undefined;

function readNameStep(node: AstNode): NameStep | undefined {
  const { stages = [], ...plain } = node;
  if (node.type !== 'name' || hasExtras(plain)) return undefined;
  const indexes: number[] = [];
  for (const { type, expr } of stages) {
    if (type !== 'filter' || expr?.type !== 'number' || hasExtras(expr)) return undefined;
    indexes.push(Math.floor(Number(expr.value)));
  }
  return { name: String(node.value), indexes };
}

/** `$states` is an object of four possible properties; its first property is read without making it. */
function compileStatesPath(steps: readonly NameStep[]): Direct {
  const [first, ...rest] = steps;
  if (!first || first.indexes.length > 0) return (states, scope) => walk(statesObject(states, scope), steps);
  switch (first.name) {
    case 'input':
      return (states) => walk(states.input, rest);
    case 'context':
      return (_, scope) => walk(scope.context(), rest);
    case 'result':
      return (states) => (states.result === undefined ? undefined : walk(states.result, rest));
    case 'errorOutput':
      return (states) => (states.errorOutput === undefined ? undefined : walk(states.errorOutput, rest));
    default:
      return () => undefined;
  }
}

/** The value of `$states`. */
export function statesObject(states: StatesVariable, scope: EvaluationScope): JsonObject {
  return {
    context: scope.context(),
    input: states.input,
    ...(states.result !== undefined && { result: states.result }),
    ...(states.errorOutput !== undefined && { errorOutput: states.errorOutput }),
  };
}

/** Objects only, which is the usual case, need no sequences. */
function walk(value: Json, steps: readonly NameStep[]): DirectResult {
  let current: Json | undefined = value;
  for (let index = 0; index < steps.length; index++) {
    const step = steps[index];
    if (!step) break;
    if (Array.isArray(current) || step.indexes.length > 0) return walkSequence(current, steps.slice(index));
    current = property(current, step.name);
    if (current === undefined) return undefined;
  }
  return current;
}

function walkSequence(value: Json, steps: readonly NameStep[]): DirectResult {
  let sequence: JsonArray = Array.isArray(value) ? value : [value];
  for (let index = 0; index < steps.length; index++) {
    const step = steps[index];
    if (!step) break;
    const values: Json[] = [];
    // Counts results, and keeps the last one as long as it is an array of the data.
    let results = 0;
    let whole: JsonArray | undefined;
    for (const item of sequence) {
      const result = stepResult(item, step);
      if (result === undefined) continue;
      results++;
      whole = undefined;
      if (result instanceof Found) for (const each of result.values) values.push(each);
      else if (Array.isArray(result)) {
        whole = result;
        for (const each of result as JsonArray) values.push(each);
      } else values.push(result);
    }
    // An array that is the only result of the last step is the result itself, even with one element or none.
    if (whole && results === 1 && index === steps.length - 1) return whole;
    if (values.length === 0) return undefined;
    sequence = values;
  }
  return sequence.length === 1 ? sequence[0] : sequence;
}

/** Several values that were found, as opposed to an array of the data. */
class Found {
  constructor(readonly values: JsonArray) {}
}
const NOTHING = new Found([]);

function stepResult(item: Json, { name, indexes }: NameStep): Json | Found | undefined {
  let result: Json | Found | undefined = Array.isArray(item)
    ? lookupInArray(item, name)
    : property(item, name);
  for (const index of indexes) result = pick(result, index);
  return result;
}

function lookupInArray(list: JsonArray, name: string): Json | Found | undefined {
  const found = lookupAll(list, name);
  return found.length <= 1 ? found[0] : new Found(found);
}

/** A name in an array of any depth: the values in its elements, arrays among them laid open once. */
function lookupAll(list: JsonArray, name: string): JsonArray {
  return list.flatMap((each): JsonArray => {
    if (Array.isArray(each)) return lookupAll(each, name);
    const value = property(each, name);
    if (value === undefined) return [];
    return Array.isArray(value) ? value : [value];
  });
}

/** Nothing picked is no value, but still a result: `a[9]` of one object beside an array `a` of another. */
function pick(result: Json | Found | undefined, index: number): Json | Found {
  const values = result instanceof Found ? result.values : Array.isArray(result) ? result : [result];
  const value = values[index < 0 ? values.length + index : index];
  return value === undefined ? NOTHING : value;
}
