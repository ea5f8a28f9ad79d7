import fc from 'fast-check';
import type { TextFormat } from '../../src/asl';
import { arbitraryText } from '../../src/asl/edits/testing/arbitraryText';

export interface FuzzText {
  readonly text: string;
  readonly format: TextFormat;
}

/** A made-up definition in a made-up handwriting; the same for the same seed. */
export function madeUpText(seed: number): FuzzText {
  const format = seed % 2 === 0 ? 'json' : 'yaml';
  const [typed] = fc.sample(arbitraryText(format, { maxStates: 6, maxDepth: 2 }), { seed, numRuns: 1 });
  return { text: typed?.text ?? '{}', format };
}
