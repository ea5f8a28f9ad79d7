import type { Json } from '../../../asl';
import { type CompiledPath, type CompiledValue, SyntaxProblem } from '../compiled.types';
import type { EvaluationScope } from '../evaluationScope';
import { Failure } from '../failure';
import { jsonText } from '../jsonText';
import { INTRINSIC_FUNCTIONS } from './catalogue';
import { splitTemplate } from './escapes';
import { fillTemplate } from './format';
import { ArgumentProblem, type IntrinsicFunction } from './intrinsicFunction.types';
import type { IntrinsicArgument, IntrinsicCall } from './intrinsicSyntax.types';
import { parseIntrinsic } from './parseIntrinsic';

type Evaluate = CompiledValue['evaluate'];

/**
 * Compiles the call of an intrinsic function. A function that does not exist or does not take that many
 * arguments is a problem of the text; a value it refuses is States.IntrinsicFailure, an argument's path
 * without value States.Runtime.
 * Source: developer guide, "Intrinsic functions"; AWS's causes of States.IntrinsicFailure are not published.
 */
export function compileIntrinsic(text: string): CompiledValue | SyntaxProblem {
  const call = parseIntrinsic(text);
  if (call instanceof SyntaxProblem) return call;
  const problem = checkCall(call);
  return problem ?? { evaluate: compileCall(call) };
}

function checkCall(call: IntrinsicCall): SyntaxProblem | undefined {
  const definition = INTRINSIC_FUNCTIONS.get(call.name);
  if (!definition) return new SyntaxProblem(`There is no intrinsic function ${call.name}`, 0);
  const count = call.arguments.length;
  if (count < definition.minArguments || count > definition.maxArguments) {
    return new SyntaxProblem(`${call.name} cannot have ${count} arguments`, 0);
  }
  for (const argument of call.arguments) {
    const problem = argument.kind === 'call' ? checkCall(argument) : undefined;
    if (problem) return problem;
  }
  return undefined;
}

function compileCall(call: IntrinsicCall): Evaluate {
  const definition = INTRINSIC_FUNCTIONS.get(call.name);
  if (!definition) throw new Error(`no intrinsic function <${call.name}>`);
  const apply = precompiledFormat(call) ?? definition.apply;
  const readers = call.arguments.map(compileArgument);
  return (root, scope) => {
    const values: Json[] = [];
    for (const read of readers) {
      const value = read(root, scope);
      if (value instanceof Failure) return value;
      values.push(value);
    }
    const result = apply(values, scope);
    if (!(result instanceof ArgumentProblem)) return result;
    return new Failure('States.IntrinsicFailure', `${call.name} failed: ${result.reason}.`);
  };
}

/** A template that is written in the call is split once. */
function precompiledFormat(call: IntrinsicCall): IntrinsicFunction['apply'] | undefined {
  const [template] = call.arguments;
  if (call.name !== 'States.Format' || template?.kind !== 'text') return undefined;
  const parts = splitTemplate(template.raw);
  return (values) => fillTemplate(parts, values);
}

function compileArgument(argument: IntrinsicArgument): Evaluate {
  switch (argument.kind) {
    case 'call':
      return compileCall(argument);
    case 'path':
      return pathArgument(argument.path);
    default:
      return () => argument.value;
  }
}

function pathArgument({ get, text }: CompiledPath): Evaluate {
  return (root: Json, scope: EvaluationScope) => {
    const value = get(root, scope);
    if (value !== undefined) return value;
    return new Failure(
      'States.Runtime',
      `The JsonPath argument for the field '${text}' could not be found in the input '${jsonText(root)}'`,
    );
  };
}
