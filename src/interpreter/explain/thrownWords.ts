import { described } from './described';
import type { Thrown } from './thrown';

/** Why JSONata gave an expression up: a sentence for people. What is clear as it stands is told in JSONata's words. */
export function thrownWords(thrown: Thrown): string {
  const { code, token, message } = thrown;
  const limit = LIMITS.find(([begin]) => message.startsWith(begin))?.[1];
  if (limit !== undefined) return limit;
  const words = code === undefined ? undefined : WORDS.get(code)?.(thrown);
  if (words !== undefined) return words;
  if (code === 'D3137' && token === 'error')
    return `The expression raises this error itself: ${ended(message)}`;
  return ended(message);
}

const LIMITS: readonly (readonly [begin: string, words: string])[] = [
  ['Stack overflow', 'It calls itself too often, and is stopped as AWS stops it. Does the recursion end?'],
  ['Expression evaluation timeout', 'It takes longer than AWS lets an expression take. Does it end?'],
  ['Expression evaluation memory', 'It makes more data than AWS lets an expression hold.'],
];

type Words = (thrown: Thrown) => string | undefined;

/** Nothing is said of values that a cause alone does not tell. */
const side =
  (name: string): Words =>
  (thrown) =>
    thrown.token === undefined
      ? undefined
      : `What stands ${name} of ${thrown.token} has to be a number, and is ${described(thrown.value)} here.`;

const WORDS: ReadonlyMap<string, Words> = new Map<string, Words>([
  ['T2001', side('left')],
  ['T2002', side('right')],
  ['T2003', (thrown) => range('begins', thrown)],
  ['T2004', (thrown) => range('ends', thrown)],
  [
    'T2009',
    ({ token, value, value2 }) =>
      token &&
      `${token} compares two numbers or two texts. Here it has ${described(value)} on its left and ${described(value2)} on its right.`,
  ],
  [
    'T2010',
    ({ token, value }) =>
      token && `${token} compares numbers and texts only. Here it has ${described(value)}.`,
  ],
  ['T1005', ({ token }) => token && `A function is called with a $ before its name: $${token}(…).`],
  ['T1006', notCallable],
  ['T2006', () => 'What stands right of ~> has to be a function.'],
  [
    'T1003',
    ({ value }) =>
      value === undefined
        ? undefined
        : `The name of a field has to be a text, and is ${described(value)} here.`,
  ],
  [
    'D1002',
    ({ value }) =>
      value === undefined
        ? undefined
        : `Only a number can have a minus before it. Here it is ${described(value)}.`,
  ],
  ['T0410', argument],
  ['T0412', argument],
  [
    'D3030',
    ({ value }) =>
      value === undefined ? undefined : `${capital(described(value))} cannot be read as a number.`,
  ],
  [
    'D3110',
    ({ value }) =>
      value === undefined
        ? undefined
        : `$toMillis reads times such as 2026-01-31T12:00:00Z, and ${described(value)} is none.`,
  ],
  [
    'D3141',
    ({ message }) =>
      message.startsWith('$assert()')
        ? 'What an $assert in the expression asks for does not hold.'
        : `What an $assert in the expression asks for does not hold: ${ended(message)}`,
  ],
]);

function range(verb: string, { token, value }: Thrown): string | undefined {
  return token && `A range ${verb} with a whole number. Here that is ${described(value)}.`;
}

function notCallable({ token }: Thrown): string | undefined {
  if (token === undefined) return undefined;
  return token === 'eval' ? 'AWS does not offer $eval.' : `There is no function $${token}.`;
}

function argument({ token, index, value, code }: Thrown): string | undefined {
  if (token === undefined || index === undefined) return undefined;
  const place = ['first', 'second', 'third', 'fourth'][index - 1] ?? `${index}th`;
  if (value === undefined)
    return `The ${place} argument of $${token} is missing, or not of the type that it takes.`;
  const wants = code === 'T0412' ? ' It takes a list with items of one type.' : '';
  return `$${token} cannot take ${described(value)} as its ${place} argument.${wants}`;
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const ended = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
