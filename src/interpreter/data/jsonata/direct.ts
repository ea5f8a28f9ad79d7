import type { Json } from '../../../asl';
import { deepEqual } from '../jsonText';
import { type AstNode, leftOf, pairsOf } from './ast';
import { type Direct, type DirectResult, UNDECIDED } from './direct.types';
import { arithmetic, comparison, effectiveBoolean, textOf } from './directOperators';
import { compileDirectPath } from './directPath';

/**
 * Compiles an expression to closures that give at once what the asynchronous library would give, for the
 * parts of the language most expressions are made of: paths, literals, constructors, operators, conditions,
 * `$not` and `$exists`. Undefined for anything else. Where the library would fail, the closures leave it
 * the decision, so that its message is the one users see.
 */
export function compileDirect(node: AstNode): Direct | undefined {
  if (node.predicate || node.group || node.keepArray) return undefined;
  switch (node.type) {
    case 'string':
    case 'number':
    case 'value': {
      const value = node.value as Json;
      return () => value;
    }
    case 'path':
    case 'variable':
      return compileDirectPath(node);
    case 'block':
      return node.expressions?.length === 1 ? compileOptional(node.expressions[0]) : undefined;
    case 'condition':
      return compileCondition(node);
    case 'binary':
      return compileBinary(node);
    case 'unary':
      return compileUnary(node);
    case 'function':
      return compileCall(node);
    default:
      return undefined;
  }
}

const compileOptional = (node: AstNode | undefined): Direct | undefined => node && compileDirect(node);

function compileCondition(node: AstNode): Direct | undefined {
  const condition = compileOptional(node.condition);
  const yes = compileOptional(node.then);
  const no = node.else ? compileDirect(node.else) : (): undefined => undefined;
  if (!condition || !yes || !no) return undefined;
  return (states, scope) => {
    const decided = effectiveBoolean(condition(states, scope));
    if (decided === UNDECIDED) return UNDECIDED;
    return decided ? yes(states, scope) : no(states, scope);
  };
}

function compileBinary(node: AstNode): Direct | undefined {
  const left = compileOptional(leftOf(node));
  const right = compileOptional(node.rhs);
  if (!left || !right) return undefined;
  const operator = String(node.value);
  if (operator === 'and' || operator === 'or') return compileLogical(operator, left, right);
  const combine = combination(operator);
  if (!combine) return undefined;
  return (states, scope) => {
    const a = left(states, scope);
    if (a === UNDECIDED) return UNDECIDED;
    const b = right(states, scope);
    return b === UNDECIDED ? UNDECIDED : combine(a, b);
  };
}

type Combine = (a: Json | undefined, b: Json | undefined) => DirectResult;

function combination(operator: string): Combine | undefined {
  switch (operator) {
    case '=':
      return (a, b) => a !== undefined && b !== undefined && deepEqual(a, b);
    case '!=':
      return (a, b) => a !== undefined && b !== undefined && !deepEqual(a, b);
    case '&':
      return (a, b) => {
        const first = textOf(a);
        const second = textOf(b);
        return first === UNDECIDED || second === UNDECIDED ? UNDECIDED : first + second;
      };
    case 'in':
      return (a, b) => a !== undefined && b !== undefined && (Array.isArray(b) ? b.includes(a) : a === b);
    default:
      return arithmetic(operator) ?? comparison(operator);
  }
}

function compileLogical(operator: 'and' | 'or', left: Direct, right: Direct): Direct {
  const decisive = operator === 'or';
  return (states, scope) => {
    const first = effectiveBoolean(left(states, scope));
    if (first === UNDECIDED || first === decisive) return first;
    return effectiveBoolean(right(states, scope));
  };
}

function compileUnary(node: AstNode): Direct | undefined {
  if (node.value === '{') return compileObject(node);
  if (node.value === '[') return compileArray(node);
  const operand = compileOptional(node.expression);
  return (
    operand &&
    ((states, scope) => {
      const value = operand(states, scope);
      if (value === undefined) return undefined;
      return typeof value === 'number' ? 0 - value : UNDECIDED;
    })
  );
}

/** Values that are arrays are laid open, unless they are constructors themselves. */
function compileArray(node: AstNode): Direct | undefined {
  const items = (node.expressions ?? []).map((item) => ({
    whole: item.type === 'unary' && item.value === '[',
    evaluate: compileDirect(item),
  }));
  if (items.some(({ evaluate }) => !evaluate)) return undefined;
  return (states, scope) => {
    const result: Json[] = [];
    for (const { whole, evaluate } of items) {
      const value = evaluate?.(states, scope);
      if (value === UNDECIDED) return UNDECIDED;
      if (value === undefined) continue;
      if (Array.isArray(value) && !whole) for (const each of value) result.push(each);
      else result.push(value);
    }
    return result;
  };
}

/** Keys must be different literal texts: anything else groups values or fails. */
function compileObject(node: AstNode): Direct | undefined {
  const entries = pairsOf(node).map(([key, value]) => ({ key, evaluate: compileDirect(value) }));
  const keys = entries.map(({ key }) => key.value);
  if (entries.some(({ key, evaluate }) => key.type !== 'string' || key.predicate || !evaluate))
    return undefined;
  if (new Set(keys).size < keys.length || keys.some((key) => String(key).startsWith('_jsonata_')))
    return undefined;
  return (states, scope) => {
    const result: [string, Json][] = [];
    for (const { key, evaluate } of entries) {
      const value = evaluate?.(states, scope);
      if (value === UNDECIDED) return UNDECIDED;
      if (value !== undefined) result.push([String(key.value), value]);
    }
    return Object.fromEntries(result);
  };
}

function compileCall(node: AstNode): Direct | undefined {
  const name = node.procedure?.type === 'variable' ? String(node.procedure.value) : '';
  const [argument, ...more] = node.arguments ?? [];
  if ((name !== 'not' && name !== 'exists') || !argument || more.length > 0) return undefined;
  const read = compileDirect(argument);
  if (!read) return undefined;
  return (states, scope) => {
    // A workflow variable hides the function of its name.
    if (scope.variable(name) !== undefined) return UNDECIDED;
    const value = read(states, scope);
    if (value === UNDECIDED) return UNDECIDED;
    if (name === 'exists') return value !== undefined;
    if (value === undefined) return UNDECIDED;
    const decided = effectiveBoolean(value);
    return decided === UNDECIDED ? UNDECIDED : !decided;
  };
}
