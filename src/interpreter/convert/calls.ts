import { SyntaxProblem } from '../data/compiled.types';
import { splitTemplate } from '../data/intrinsics/escapes';
import type { IntrinsicArgument, IntrinsicCall } from '../data/intrinsics/intrinsicSyntax.types';
import { parseIntrinsic } from '../data/intrinsics/parseIntrinsic';
import { type Root, writePath } from './path';
import {
  leniently,
  literal,
  NotConvertible,
  operand,
  strictly,
  type ValueType,
  type Written,
} from './written';

/** A path or a call of an intrinsic function, as it stands under a key that ends in `.$`. */
export function writeDynamic(text: string, root: Root): Written {
  return text.startsWith('$') ? writePath(text, root) : writeCall(parsedCall(text), root);
}

/** The items of a `States.Array` that is the whole value: they can stand in a list of the template. */
export function itemsOfArray(text: string, root: Root): readonly Written[] | undefined {
  if (text.startsWith('$')) return undefined;
  const call = parsedCall(text);
  return call.name === 'States.Array' ? call.arguments.map((each) => writeArgument(each, root)) : undefined;
}

function parsedCall(text: string): IntrinsicCall {
  const call = parseIntrinsic(text);
  if (call instanceof SyntaxProblem)
    throw new NotConvertible(`${text} is no intrinsic function: ${call.message}.`);
  return call;
}

function writeArgument(argument: IntrinsicArgument, root: Root): Written {
  switch (argument.kind) {
    case 'call':
      return writeCall(argument, root);
    case 'path':
      return writePath(argument.path.text, root);
    case 'text':
      return literal(JSON.stringify(argument.value), 'text');
    case 'literal':
      return literal(JSON.stringify(argument.value), typeOfLiteral(argument.value));
  }
}

const typeOfLiteral = (value: unknown): ValueType =>
  typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'null';

type Writer = (parts: readonly Written[], call: IntrinsicCall) => Written;

function writeCall(call: IntrinsicCall, root: Root): Written {
  const write = WRITERS.get(call.name);
  if (!write) throw new NotConvertible(`There is no intrinsic function ${call.name}.`);
  return write(
    call.arguments.map((each) => writeArgument(each, root)),
    call,
  );
}

/** A part that has to be there. */
function at(parts: readonly Written[], index: number, { name }: IntrinsicCall): Written {
  const part = parts[index];
  if (!part) throw new NotConvertible(`${name} has too few arguments.`);
  return part;
}

/** What is taken for granted of a part, unless it is certain. */
const assume = (part: Written, type: ValueType, words: string): readonly string[] =>
  part.type === type ? [] : [`${part.text} is ${words}`];

const WRITERS: ReadonlyMap<string, Writer> = new Map<string, Writer>([
  ['States.Array', array],
  [
    'States.ArrayPartition',
    (parts, call) => {
      const [list, size] = [at(parts, 0, call), at(parts, 1, call)];
      return strictly(`$partition(${list.text}, ${size.text})`, [list, size], {
        type: 'list',
        assumes: [
          ...assume(list, 'list', 'a list that is not empty'),
          ...assume(size, 'number', 'a whole number'),
        ],
      });
    },
  ],
  ['States.ArrayContains', contains],
  [
    'States.ArrayRange',
    (parts, call) => {
      const three = [at(parts, 0, call), at(parts, 1, call), at(parts, 2, call)];
      return strictly(`$range(${three.map(({ text }) => text).join(', ')})`, three, {
        type: 'list',
        assumes: [
          'the range has at least two items',
          ...three.flatMap((each) => assume(each, 'number', 'a whole number')),
        ],
      });
    },
  ],
  [
    'States.ArrayGetItem',
    (parts, call) => {
      const [list, index] = [at(parts, 0, call), at(parts, 1, call)];
      const isWritten = call.arguments[1]?.kind === 'literal';
      if (isWritten && !/^\d+$/.test(index.text))
        throw new NotConvertible(
          `States.ArrayGetItem fails at ${index.text}; JSONata ${index.text.startsWith('-') ? 'counts from the end' : 'rounds'}.`,
        );
      const item = strictly(`${operand(list)}[${index.text}]`, [list, index], {
        assumes: [
          ...assume(list, 'list', 'a list'),
          ...(isWritten ? [] : [`${index.text} is a whole number from 0`]),
        ],
      });
      return { ...item, maybe: true };
    },
  ],
  [
    'States.ArrayLength',
    (parts, call) => {
      const list = at(parts, 0, call);
      return leniently(`$count(${list.text})`, [list], {
        type: 'number',
        assumes: assume(list, 'list', 'a list'),
      });
    },
  ],
  [
    'States.ArrayUnique',
    (parts, call) => {
      const list = at(parts, 0, call);
      return leniently(`[$distinct(${list.text})]`, [list], {
        type: 'list',
        assumes: [...assume(list, 'list', 'a list'), `${list.text} has no lists in it`],
      });
    },
  ],
  ['States.Base64Encode', ofText('$base64encode', ' of ASCII characters')],
  ['States.Base64Decode', ofText('$base64decode', ' that stands for ASCII characters')],
  [
    'States.Hash',
    (parts, call) => {
      const [value, algorithm] = [at(parts, 0, call), at(parts, 1, call)];
      return strictly(`$hash(${value.text}, ${algorithm.text})`, [value, algorithm], {
        type: 'text',
        assumes: assume(value, 'text', 'a text'),
      });
    },
  ],
  [
    'States.JsonMerge',
    (parts, call) => {
      const [base, changes] = [at(parts, 0, call), at(parts, 1, call)];
      return leniently(`$merge([${base.text}, ${changes.text}])`, [base, changes], {
        type: 'object',
        assumes: [...assume(base, 'object', 'an object'), ...assume(changes, 'object', 'an object')],
      });
    },
  ],
  [
    'States.StringToJson',
    (parts, call) => {
      const text = at(parts, 0, call);
      return strictly(`$parse(${text.text})`, [text], {
        assumes: [`${text.text} is not empty and repeats no key`],
      });
    },
  ],
  [
    'States.JsonToString',
    (parts, call) => {
      const value = at(parts, 0, call);
      if (value.type === 'text') throw new NotConvertible('States.JsonToString puts quotes around a text.');
      return strictly(`$string(${value.text})`, [value], {
        type: 'text',
        assumes: [
          `${value.text} is not a text, and its numbers have at most 15 digits`,
          `the order of members in the text of ${value.text} does not matter`,
        ],
      });
    },
  ],
  [
    'States.MathAdd',
    (parts, call) => {
      const [a, b] = [at(parts, 0, call), at(parts, 1, call)];
      return strictly(`${operand(a)} + ${operand(b)}`, [a, b], {
        type: 'number',
        atomic: false,
        assumes: [a, b].flatMap((each) => (isWhole(each) ? [] : [`${each.text} is a whole number`])),
      });
    },
  ],
  ['States.MathRandom', random],
  ['States.StringSplit', split],
  ['States.UUID', () => literal('$uuid()', 'text')],
  ['States.Format', format],
]);

const isWhole = ({ type, text }: Written): boolean => type === 'number' && /^-?\d+$/.test(text);

function array(parts: readonly Written[]): Written {
  const unknown = parts.find(({ type }) => type === undefined || type === 'list');
  return leniently(`[${parts.map(({ text }) => text).join(', ')}]`, parts, {
    type: 'list',
    assumes: unknown ? [`${unknown.text} is not a list itself`] : [],
  });
}

function contains(parts: readonly Written[], call: IntrinsicCall): Written {
  const [list, wanted] = [at(parts, 0, call), at(parts, 1, call)];
  const assumes = assume(list, 'list', 'a list');
  if (wanted.type !== undefined && wanted.type !== 'list' && wanted.type !== 'object') {
    return leniently(`${operand(wanted)} in ${operand(list)}`, [wanted, list], {
      type: 'boolean',
      atomic: false,
      assumes,
    });
  }
  return leniently(
    `$count($filter(${list.text}, function($item) { $item = ${operand(wanted)} })) > 0`,
    [list, wanted],
    { type: 'boolean', atomic: false, assumes },
  );
}

function ofText(name: string, words: string): Writer {
  return (parts, call) => {
    const text = at(parts, 0, call);
    return strictly(`${name}(${text.text})`, [text], {
      type: 'text',
      assumes: [`${text.text} is a text${words}`],
    });
  };
}

/** The same random number is asked for, and the same is made of it. */
function random(parts: readonly Written[], call: IntrinsicCall): Written {
  if (parts.length > 2)
    throw new NotConvertible(
      'States.MathRandom with a seed gives other numbers than $random with that seed.',
    );
  const [from, to] = [at(parts, 0, call), at(parts, 1, call)];
  return strictly(`${operand(from)} + $floor($random() * (${operand(to)} - ${operand(from)}))`, [from, to], {
    type: 'number',
    atomic: false,
    assumes: [from, to].flatMap((each) => (isWhole(each) ? [] : [`${each.text} is a whole number`])),
  });
}

/** Splits at each character of the second argument; empty parts go. */
function split(parts: readonly Written[], call: IntrinsicCall): Written {
  const text = at(parts, 0, call);
  const [, splitters] = call.arguments;
  if (splitters?.kind !== 'text' || splitters.value === '')
    throw new NotConvertible('States.StringSplit at characters that only the data knows has no counterpart.');
  const { value } = splitters;
  const separator =
    [...value].length === 1 ? JSON.stringify(value) : `/[${value.replace(/[\\\]^/-]/g, '\\$&')}]/`;
  return leniently(`[$split(${text.text}, ${separator})[$ != ""]]`, [text], {
    type: 'list',
    assumes: assume(text, 'text', 'a text'),
  });
}

function format(parts: readonly Written[], call: IntrinsicCall): Written {
  const [template] = call.arguments;
  if (template?.kind !== 'text')
    throw new NotConvertible('States.Format with a template that only the data knows has no counterpart.');
  const between = splitTemplate(template.raw);
  const values = parts.slice(1);
  if (between.length !== values.length + 1)
    throw new NotConvertible('States.Format has more or fewer values than places for them.');
  const pieces = between.flatMap((text, index): readonly Written[] => {
    const value = values[index];
    const said = text === '' ? [] : [literal(JSON.stringify(text), 'text')];
    return value ? [...said, value] : said;
  });
  if (pieces.length === 0) return literal('""', 'text');
  const [only] = pieces;
  const concatenated = pieces.map(operand).join(' & ');
  const text = pieces.length === 1 && only && only.type !== 'text' ? `$string(${only.text})` : concatenated;
  return leniently(text, pieces, {
    type: 'text',
    atomic: pieces.length === 1,
    assumes: values.flatMap((value) =>
      value.type === undefined || value.type === 'list' || value.type === 'object'
        ? [`${value.text} is neither a list nor an object, and a number of at most 15 digits`]
        : [],
    ),
  });
}
