import { type FunctionHelp, INTRINSIC_FUNCTIONS, JSONATA_FUNCTIONS, type TextFormat } from '../../../asl';
import type { SignatureHere } from '../../services.types';
import { caretIn } from './caret';

const KNOWN: ReadonlyMap<string, FunctionHelp> = new Map(
  [...INTRINSIC_FUNCTIONS, ...JSONATA_FUNCTIONS].map((each) => [each.name, each]),
);

export const functionHelp = (name: string): FunctionHelp | undefined => KNOWN.get(name);

/** The innermost call around an offset, as far as its line tells. */
export function signatureAt(text: string, format: TextFormat, offset: number): SignatureHere | undefined {
  const start = caretIn(text, offset, format)?.inside.start ?? text.lastIndexOf('\n', offset - 1) + 1;
  return signatureOf(text.slice(start, offset));
}

/** The innermost call that is open at the end of an expression's beginning. */
export function signatureOf(typed: string): SignatureHere | undefined {
  const call = openCall(typed);
  const known = call && functionHelp(call.name);
  if (!known) return undefined;
  const parameters = parametersOf(known.signature);
  const last = parameters.length - 1;
  const { signature, help } = known;
  return { signature, help, parameters, active: Math.max(Math.min(call.argument, last), 0) };
}

interface OpenCall {
  readonly name: string;
  readonly argument: number;
}

function openCall(typed: string): OpenCall | undefined {
  const open: { name: string; argument: number }[] = [];
  let quote = '';
  for (let at = 0; at < typed.length; at++) {
    const char = typed.charAt(at);
    if (quote !== '') {
      if (char === '\\' && typed[at + 1] !== quote) at++;
      else if (char === quote) quote = '';
    } else if (char === "'" || char === '"') quote = char;
    else if (/[([{]/.test(char)) {
      open.push({ name: /(?:States\.\w+|\$\w+)$/.exec(typed.slice(0, at))?.[0] ?? '', argument: 0 });
    } else if (/[)\]}]/.test(char)) open.pop();
    else if (char === ',') {
      const current = open.at(-1);
      if (current) current.argument++;
    }
  }
  return open.reverse().find(({ name }) => name !== '');
}

/** Each parameter's range in a signature such as `$pad(text, width)`. */
function parametersOf(signature: string) {
  const from = signature.indexOf('(') + 1;
  const inside = signature.slice(from, -1);
  let at = from;
  return inside === ''
    ? []
    : inside.split(', ').map((parameter) => {
        const range = { start: at, end: at + parameter.length };
        at = range.end + 2;
        return range;
      });
}
