import { decodeUtf8, encodeUtf8 } from '../utf8';
import { textArgument } from './argumentTypes';
import { ArgumentProblem, type IntrinsicFunction } from './intrinsicFunction.types';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Source: developer guide, "Intrinsics for data encoding and decoding". */
const MAX_LENGTH = 10_000;

/** Recorded: intrinsic_functions/encode_decode.test_base_64_encode. */
export const base64Encode: IntrinsicFunction = {
  minArguments: 1,
  maxArguments: 1,
  apply: (values) => {
    const text = limitedText(values);
    return text instanceof ArgumentProblem ? text : toBase64(encodeUtf8(text));
  },
};

/** Recorded: intrinsic_functions/encode_decode.test_base_64_decode. */
export const base64Decode: IntrinsicFunction = {
  minArguments: 1,
  maxArguments: 1,
  apply: (values) => {
    const text = limitedText(values);
    if (text instanceof ArgumentProblem) return text;
    const bytes = fromBase64(text);
    return bytes ? decodeUtf8(bytes) : new ArgumentProblem('The argument is not a valid Base64 text');
  },
};

function limitedText(values: Parameters<IntrinsicFunction['apply']>[0]): string | ArgumentProblem {
  const text = textArgument(values, 0);
  if (text instanceof ArgumentProblem || text.length <= MAX_LENGTH) return text;
  return new ArgumentProblem(`The argument is longer than ${MAX_LENGTH} characters`);
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(index, index + 3);
    const bits = (a << 16) | (b << 8) | c;
    text += ALPHABET.charAt(bits >> 18) + ALPHABET.charAt((bits >> 12) & 63);
    text += index + 1 < bytes.length ? ALPHABET.charAt((bits >> 6) & 63) : '=';
    text += index + 2 < bytes.length ? ALPHABET.charAt(bits & 63) : '=';
  }
  return text;
}

/** MIME: characters outside the alphabet are skipped, `=` ends the text; undefined when a single sextet is left over. */
function fromBase64(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  let bits = 0;
  let count = 0;
  for (const character of text) {
    if (character === '=') break;
    const sextet = ALPHABET.indexOf(character);
    if (sextet < 0) continue;
    bits = ((bits << 6) | sextet) & 0xffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes.push((bits >> count) & 255);
    }
  }
  return count === 6 ? undefined : Uint8Array.from(bytes);
}
