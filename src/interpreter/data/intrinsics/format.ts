import type { Json } from '../../../asl';
import { javaText } from '../javaText';
import { textArgument } from './argumentTypes';
import { splitTemplate } from './escapes';
import { ArgumentProblem, type IntrinsicFunction } from './intrinsicFunction.types';

/** Recorded: intrinsic_functions/generic.test_format_1, generic.test_format_2. */
export const format: IntrinsicFunction = {
  minArguments: 1,
  maxArguments: Number.POSITIVE_INFINITY,
  apply: (values) => {
    const template = textArgument(values, 0);
    return template instanceof ArgumentProblem ? template : fillTemplate(splitTemplate(template), values);
  },
};

/**
 * Puts values between the parts of a template.
 *
 * @param values the function's arguments: the template, which is not read, then what to fill in
 */
export function fillTemplate(parts: readonly string[], values: readonly Json[]): string | ArgumentProblem {
  if (parts.length !== values.length) {
    return new ArgumentProblem(
      `The template has ${parts.length - 1} placeholders, but there are ${values.length - 1} values`,
    );
  }
  let text = parts[0] ?? '';
  for (let index = 1; index < parts.length; index++) {
    text += javaText(values[index] ?? null) + (parts[index] ?? '');
  }
  return text;
}
