import { describe, expect, it } from 'vitest';
import { createRandom } from './random';
import { runSession, type Tally } from './session';
import { madeUpText } from './texts';

describe('a session of random gestures, forms, typing, undo and redo', () => {
  // `npm run -s fuzz` does the same ten thousand times.
  it.each(Array.from({ length: 16 }, (_, seed) => seed + 1))(
    'keeps text, graph and undo in step: seed %i',
    async (seed) => {
      const tally: Tally = new Map();
      const { text, format } = madeUpText(seed);
      await runSession(createRandom(seed), text, format, 50, tally);
      expect(tally.size).toBeGreaterThan(5);
    },
  );
});
