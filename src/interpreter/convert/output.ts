import type { Json } from '../../asl';
import { memberName, namesOf, type Root, writePath } from './path';
import { type Assumed, fieldValue, objectText, templateText, writeTemplate } from './template';
import { distinct, given, leniently, NotConvertible, strictly, type Written } from './written';

/** What a state's work came to: data, or a payload template that makes it. */
export type Result =
  | { readonly kind: 'data'; readonly written: Written }
  | { readonly kind: 'template'; readonly template: Json; readonly root: Root }
  /** A value in which nothing is evaluated. */
  | { readonly kind: 'literal'; readonly value: Json; readonly written: Written };

export interface OutputFields {
  readonly resultPath: string | null | undefined;
  readonly outputPath: string | null | undefined;
}

const INPUT = given('$states.input');

/**
 * The Output that does what ResultPath and OutputPath did; undefined when it is what comes out without any.
 *
 * @param without what a JSONata state hands on that has no Output
 */
export function writeOutput(
  result: Result,
  { resultPath, outputPath }: OutputFields,
  without: string,
  assumed: Assumed,
  literalValue: (value: Json) => Json,
): Json | undefined {
  if (outputPath === null) return {};
  const combined = combine(result, resultPath, outputPath);
  if (combined.kind === 'template') return writeTemplate(combined.template, combined.root, assumed);
  if (combined.kind === 'literal') return literalValue(combined.value);
  return combined.written.text === without ? undefined : fieldValue(combined.written, assumed);
}

function combine(
  result: Result,
  resultPath: string | null | undefined,
  outputPath: string | undefined,
): Result {
  const whole = outputPath === undefined || outputPath === '$';
  if (resultPath === undefined || resultPath === '$') return whole ? result : at(textOf(result), outputPath);
  if (resultPath === null) return whole ? asData(INPUT) : at(INPUT, outputPath);
  const names = namesOf(resultPath);
  if (names === undefined) throw new NotConvertible(`ResultPath ${resultPath} puts the result into a list.`);
  if (whole) return asData(merged(INPUT, names, textOf(result)));
  // What OutputPath keeps is seldom all that ResultPath has put together.
  const kept = namesOf(outputPath);
  if (kept && kept[0] !== undefined && kept[0] !== names[0]) return at(INPUT, outputPath);
  if (kept && names.length <= kept.length && names.every((name, index) => kept[index] === name)) {
    if (kept.length === names.length) return result;
    return at(
      textOf(result),
      `$${kept
        .slice(names.length)
        .map((name) => `['${name}']`)
        .join('')}`,
    );
  }
  return at(merged(INPUT, names, textOf(result)), outputPath);
}

const asData = (written: Written): Result => ({ kind: 'data', written });
const at = (root: Written, path: string): Result => asData(writePath(path, root));

/** A result inside an expression. */
export function textOf(result: Result): Written {
  switch (result.kind) {
    case 'data':
    case 'literal':
      return result.written;
    case 'template':
      return templateText(result.template, result.root);
  }
}

/** An object with a value put at a place inside it. Objects on the way are made where there are none. */
export function merged(object: Written, [name, ...rest]: readonly string[], value: Written): Written {
  if (name === undefined) return value;
  const inner =
    rest.length === 0
      ? value
      : {
          ...merged(
            { ...strictly(`${object.text}.${memberName(name)}`, [object]), maybe: false },
            rest,
            value,
          ),
        };
  const addition = objectText([{ name, value: inner }]);
  return leniently(`$merge([${object.text}, ${addition.text}])`, [object, addition], {
    type: 'object',
    assumes: distinct([...addition.assumes, `${object.text} is an object`]),
  });
}
