import { jsonText } from '../jsonText';
import { encodeUtf8 } from '../utf8';
import { textArgument } from './argumentTypes';
import { md5 } from './digests/md5';
import { sha1 } from './digests/sha1';
import { sha256 } from './digests/sha256';
import { sha384, sha512 } from './digests/sha512';
import { ArgumentProblem, type IntrinsicFunction } from './intrinsicFunction.types';

/** Source: developer guide, "Intrinsic for hash calculation". */
const MAX_LENGTH = 10_000;

const ALGORITHMS = new Map<string, (bytes: Uint8Array) => Uint8Array>([
  ['MD5', md5],
  ['SHA-1', sha1],
  ['SHA-256', sha256],
  ['SHA-384', sha384],
  ['SHA-512', sha512],
]);

/** Lower-case hexadecimal digits; undefined for an algorithm that AWS does not have. Names are case-sensitive. */
export function hashText(text: string, algorithm: string): string | undefined {
  const digest = ALGORITHMS.get(algorithm);
  if (!digest) return undefined;
  return Array.from(digest(encodeUtf8(text)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The hash of a text, or of another value's JSON text. Recorded: intrinsic_functions/hash_calculations.test_hash. */
export const hash: IntrinsicFunction = {
  minArguments: 2,
  maxArguments: 2,
  apply: (values) => {
    const [data = null] = values;
    const text = typeof data === 'string' ? data : jsonText(data);
    if (text.length > MAX_LENGTH) {
      return new ArgumentProblem(`The first argument is longer than ${MAX_LENGTH} characters`);
    }
    const algorithm = textArgument(values, 1);
    if (algorithm instanceof ArgumentProblem) return algorithm;
    return (
      hashText(text, algorithm) ??
      new ArgumentProblem(
        `The algorithm must be one of ${[...ALGORITHMS.keys()].join(', ')}, but was ${algorithm}`,
      )
    );
  },
};
