import type { Json } from '../../asl';
import { type CompiledPath, type CompiledValue, SyntaxProblem } from './compiled.types';
import { Failure } from './failure';
import { compileIntrinsic } from './intrinsics/compileIntrinsic';
import { jsonText } from './jsonText';
import { compilePath } from './path';

/**
 * Compiles the value of a `.$` key, ErrorPath or CausePath: a path, or a call of an intrinsic function.
 *
 * @param field as the failures name it: the key with its `.$`, without the keys around it
 * Recorded: scenarios/test_invalid_jsonpath.
 */
export function compileDynamicValue(value: Json, field: string): CompiledValue {
  if (typeof value === 'string' && value.startsWith('$')) {
    const path = compilePath(value);
    if (!(path instanceof SyntaxProblem)) return pathValue(path, field);
  } else if (typeof value === 'string') {
    const call = compileIntrinsic(value);
    if (!(call instanceof SyntaxProblem)) return call;
  }
  const failure = new Failure(
    'States.Runtime',
    `The value for the field '${field}' must be a valid JSONPath or a valid intrinsic function call`,
  );
  return { evaluate: () => failure };
}

function pathValue(path: CompiledPath, field: string): CompiledValue {
  const { get, text } = path;
  return {
    evaluate: (root, scope) => {
      const value = get(root, scope);
      if (value !== undefined) return value;
      return new Failure(
        'States.Runtime',
        `The JSONPath '${text}' specified for the field '${field}' could not be found in the input '${jsonText(root)}'`,
      );
    },
  };
}
