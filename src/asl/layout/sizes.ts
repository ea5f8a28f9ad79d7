import type { GraphNode } from '../graph';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels. The canvas draws what stands here; changing a number moves everything that depends on it. */
export const SIZES = {
  state: { width: 208, height: 56 },
  missing: { width: 176, height: 44 },
  /** Start and End of the machine, with their names inside. */
  terminal: { width: 52, height: 52 },
  /** Start and End of a branch or an iteration. */
  dot: { width: 16, height: 16 },
  containerHeader: 40,
  containerPadding: 20,
  containerMinWidth: 248,
  /** Between the branches of a Parallel. */
  branchGap: 24,
  labelHeight: 20,
  labelMostWidth: 176,
} as const;

export function plainSize(node: GraphNode): Size {
  switch (node.kind) {
    case 'start':
    case 'end':
      return node.scope === '' ? SIZES.terminal : SIZES.dot;
    case 'missing':
      return SIZES.missing;
    case 'state':
      return SIZES.state;
  }
}

/**
 * Room for a label: its letters by a rough measure (there are no fonts in a worker), never wider than the most.
 * @param numbered  a Choice rule, whose number stands before its words
 */
export function labelSize(label: string, numbered: boolean): Size {
  let width = numbered ? 34 : 18;
  for (const letter of label) width += WIDE.test(letter) ? 8.6 : NARROW.test(letter) ? 3.6 : 6.1;
  return { width: Math.min(SIZES.labelMostWidth, Math.ceil(width)), height: SIZES.labelHeight };
}

const WIDE = /[MW@%mw\u{1100}-\u{10ffff}]/u;
const NARROW = /[iljftr.,:;'"|!()[\] ]/;
