import jsonata from 'jsonata';
import type { Json } from '../../../asl';
import type { StatesVariable } from '../compiled.types';
import type { EvaluationScope } from '../evaluationScope';
import { appetiteOf } from './appetite';
import { type AstNode, nodesOf } from './ast';
import { BOUNDED_FUNCTIONS, fromMillis } from './boundedFunctions';
import { BoundedRegex } from './boundedRegex';
import { copyOf } from './copy';
import { statesObject } from './directPath';
import { EXECUTION_FUNCTIONS } from './executionFunctions';
import { type JsonataFunction, PURE_FUNCTIONS } from './functions';
import { EXIT_CALLBACK, memoryMeter } from './memoryMeter';
import { StepLimits } from './stepLimits';

/** AWS's limits, as users measured them: about five seconds (in milliseconds), nesting depth, elements of one array. */
const LIMITS = { timeout: 5_000, stack: 100, sequence: 873_782 };

/** Evaluates an expression with the library; rejects with the library's error. */
export type LibraryEvaluation = (states: StatesVariable, scope: EvaluationScope) => Promise<unknown>;

/** The library's syntax tree of an expression. Throws its syntax error. */
export const parseExpression = (text: string): AstNode => jsonata(text).ast() as AstNode;

/**
 * Compiles an expression for the library: within AWS's limits, with regular expressions that end, without
 * `$eval`, with AWS's functions, and with time and random numbers that come from the execution.
 */
export function compileForLibrary(text: string, limits = LIMITS): LibraryEvaluation {
  const ast = parseExpression(text);
  const appetite = appetiteOf(ast);
  const steps = new StepLimits(limits.timeout, limits.stack);
  const options = Object.assign(steps, {
    ...(appetite !== 'small' && { sequence: limits.sequence }),
    RegexEngine: BoundedRegex as unknown as RegExpConstructor,
  });
  const expression = jsonata(text, options);
  for (const [name, implementation] of [...PURE_FUNCTIONS, ...BOUNDED_FUNCTIONS]) {
    expression.registerFunction(name, implementation);
  }
  expression.assign('eval', undefined);
  // The library looks this symbol up as it does names; only its type says that names are strings.
  if (appetite === 'large') expression.assign(EXIT_CALLBACK as unknown as string, memoryMeter());
  const variables = variableNames(ast);
  const executionFunctions = [...EXECUTION_FUNCTIONS].filter(([name]) => variables.has(name));
  // `path[]` makes the library write a mark on the array it ends at, which may be part of the data.
  const shared = mayMarkData(ast) ? copyOf : (value: Json): Json => value;
  return (states, scope) => {
    const bindings: Record<string, Json | JsonataFunction> = {};
    for (const [name, make] of executionFunctions) bindings[name] = make(scope, fromMillis);
    for (const name of variables) {
      const value = name === 'states' ? statesObject(states, scope) : scope.variable(name);
      if (value !== undefined) bindings[name] = shared(value);
    }
    steps.begin(scope.patience);
    return expression.evaluate(undefined, bindings) as Promise<unknown>;
  };
}

/** Every variable an expression reads; names it binds itself among them, which does no harm. */
function variableNames(ast: AstNode): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of nodesOf(ast)) {
    if (node.type === 'variable' && node.value !== '' && node.value !== '$') names.add(String(node.value));
  }
  return names;
}

function mayMarkData(ast: AstNode): boolean {
  for (const node of nodesOf(ast)) if (node.keepArray || node.keepSingletonArray) return true;
  return false;
}
