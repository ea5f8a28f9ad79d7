import { splitTemplate } from '../data/intrinsics/escapes';
import type { IntrinsicArgument, IntrinsicCall } from '../data/intrinsics/intrinsicSyntax.types';

/** What a value may be; `any` when that is not known before it is there. */
type Kind = 'string' | 'number' | 'boolean' | 'array' | 'object' | 'null' | 'any';

interface Signature {
  /** Kinds of the parameters; the last one is that of all that follow. */
  readonly takes: readonly Kind[];
  readonly gives: Kind;
}

/** Source: developer guide, "Intrinsic functions". */
const SIGNATURES: Readonly<Record<string, Signature>> = {
  'States.Format': { takes: ['string', 'any'], gives: 'string' },
  'States.StringToJson': { takes: ['string'], gives: 'any' },
  'States.JsonToString': { takes: ['any'], gives: 'string' },
  'States.Array': { takes: ['any'], gives: 'array' },
  'States.ArrayPartition': { takes: ['array', 'number'], gives: 'array' },
  'States.ArrayContains': { takes: ['array', 'any'], gives: 'boolean' },
  'States.ArrayRange': { takes: ['number'], gives: 'array' },
  'States.ArrayGetItem': { takes: ['array', 'number'], gives: 'any' },
  'States.ArrayLength': { takes: ['array'], gives: 'number' },
  'States.ArrayUnique': { takes: ['array'], gives: 'array' },
  'States.Base64Encode': { takes: ['string'], gives: 'string' },
  'States.Base64Decode': { takes: ['string'], gives: 'string' },
  'States.Hash': { takes: ['any', 'string'], gives: 'string' },
  'States.JsonMerge': { takes: ['object', 'object', 'boolean'], gives: 'object' },
  'States.MathRandom': { takes: ['number'], gives: 'number' },
  'States.MathAdd': { takes: ['number'], gives: 'number' },
  'States.StringSplit': { takes: ['string'], gives: 'array' },
  'States.UUID': { takes: [], gives: 'string' },
};

const WORDS: Readonly<Record<Kind, string>> = {
  string: 'a string',
  number: 'a number',
  boolean: 'true or false',
  array: 'an array',
  object: 'an object',
  null: 'null',
  any: 'a value',
};
const ORDINALS = ['first', 'second', 'third'];

/** Why a call fails whatever the data is: an argument that is written out has the wrong type; undefined when it may work. */
export function argumentProblem(call: IntrinsicCall): string | undefined {
  const takes = signatureOf(call)?.takes ?? [];
  for (const [index, argument] of call.arguments.entries()) {
    const wanted = takes[index] ?? takes.at(-1) ?? 'any';
    const given = kindOf(argument);
    if (wanted !== 'any' && given !== 'any' && given !== wanted) {
      const which = ORDINALS[index] ?? 'last';
      return `The ${which} argument of ${call.name} must be ${WORDS[wanted]}, and ${shown(argument)} is ${WORDS[given]}.`;
    }
    const inner = argument.kind === 'call' ? argumentProblem(argument) : undefined;
    if (inner !== undefined) return inner;
  }
  return call.name === 'States.Format' ? placeholderProblem(call) : undefined;
}

/** As many values as there are `{}` in a template that is written out. */
function placeholderProblem({ arguments: [template, ...values] }: IntrinsicCall): string | undefined {
  if (template?.kind !== 'text') return undefined;
  const places = splitTemplate(template.raw).length - 1;
  return places === values.length
    ? undefined
    : `States.Format has ${counted(places, 'placeholder {}', 'placeholders {}')} and ${counted(values.length, 'value', 'values')} for them. Give each its own.`;
}

const counted = (count: number, one: string, many: string): string =>
  `${count === 0 ? 'no' : count} ${count === 1 ? one : many}`;

/** Functions that surely give no string, of those that ErrorPath and CausePath could call. */
export const givesString = (call: IntrinsicCall): boolean =>
  call.name !== 'States.StringToJson' && ['string', 'any'].includes(signatureOf(call)?.gives ?? 'any');

const signatureOf = ({ name }: IntrinsicCall): Signature | undefined =>
  Object.hasOwn(SIGNATURES, name) ? SIGNATURES[name] : undefined;

function kindOf(argument: IntrinsicArgument): Kind {
  switch (argument.kind) {
    case 'text':
      return 'string';
    case 'path':
      return 'any';
    case 'call':
      return signatureOf(argument)?.gives ?? 'any';
    case 'literal':
      if (argument.value === null) return 'null';
      return typeof argument.value === 'number' ? 'number' : 'boolean';
  }
}

function shown(argument: IntrinsicArgument): string {
  switch (argument.kind) {
    case 'text':
      return argument.raw.length > 40 ? 'this text' : `'${argument.raw}'`;
    case 'path':
      return argument.path.text;
    case 'call':
      return `${argument.name}(…)`;
    case 'literal':
      return String(argument.value);
  }
}
