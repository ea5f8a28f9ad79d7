import jsonata from 'jsonata';
import type { JsonataFunction } from './functions';
import { JsonataError, MEMORY_LIMIT } from './jsonataError';
import { MAX_HELD_BYTES } from './memoryMeter';

/** A function of the library, to be called from one that stands before it. Gives a promise. */
function original(call: string, names: readonly string[]): JsonataFunction {
  const expression = jsonata(call);
  return (...values) =>
    expression.evaluate(undefined, Object.fromEntries(names.map((name, index) => [name, values[index]])));
}

export const fromMillis = original('$fromMillis($time, $picture, $zone)', ['time', 'picture', 'zone']);
const toMillis = original('$toMillis($text, $picture)', ['text', 'picture']);
const pad = original('$pad($text, $width, $character)', ['text', 'width', 'character']);

/**
 * Functions of the library whose time or memory one small argument can blow up, checked before they start:
 * the guards of the library look only between the steps of an expression.
 */
export const BOUNDED_FUNCTIONS: ReadonlyMap<string, JsonataFunction> = new Map<string, JsonataFunction>([
  [
    'pad',
    (text, width, character) => {
      if (typeof width === 'number' && Math.abs(width) > MAX_HELD_BYTES) {
        throw new JsonataError(undefined, MEMORY_LIMIT);
      }
      return pad(text, width, character);
    },
  ],
  [
    'toMillis',
    (text, picture) => {
      if (typeof text === 'string' && typeof picture === 'string') refuseAmbiguous(text, picture);
      return toMillis(text, picture);
    },
  ],
]);

const MARKERS = /\[[^\]]*\]/g;
/** Markers that follow each other directly, or with nothing but letters and digits between them. */
const UNSEPARATED = /\](?=[\p{L}\p{N}]*\[)/gu;

/**
 * The library makes a backtracking regular expression of a picture. With many markers that run into each other
 * it tries every way to share out the text among them.
 */
function refuseAmbiguous(text: string, picture: string): void {
  const markers = picture.match(MARKERS)?.length ?? 0;
  const unseparated = picture.match(UNSEPARATED)?.length ?? 0;
  const limit = unseparated > 3 || markers > 12 ? 30 : 200;
  if (text.length > limit || unseparated > 8) {
    throw new JsonataError('D3137', 'The text is too long for a picture string with so many markers');
  }
}
