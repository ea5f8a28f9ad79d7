import {
  type Analysis,
  buildGraph,
  buildModel,
  type Graph,
  parseText,
  type ReadText,
  type TextFormat,
} from '../../asl';
import { checkSource } from '../../interpreter';
import type { ExecutionType } from '../analysis.types';

/** What was worked out of one text so far. */
interface Kept {
  readonly text: string;
  readonly format: TextFormat;
  readonly read: ReadText;
  graph?: Graph;
  check?: { readonly type: ExecutionType; readonly analysis: Analysis };
}

let last: Kept | undefined;

function keep(text: string, format: TextFormat): Kept {
  if (last?.text === text && last.format === format) return last;
  const parsed = parseText(text, format);
  last = { text, format, read: { parsed, machine: buildModel(parsed) } };
  return last;
}

/** Reads a text; the last one is kept, because all that is asked between two keystrokes is about the same text. */
export const readText = (text: string, format: TextFormat): ReadText => keep(text, format).read;

/** What there is to say about a text; kept likewise. */
export function checkText(text: string, format: TextFormat, type: ExecutionType): Analysis {
  const kept = keep(text, format);
  if (kept.check?.type !== type)
    kept.check = { type, analysis: checkSource(kept.read, type, readGraph(text, format)) };
  return kept.check.analysis;
}

/** The graph of a text; kept likewise. */
export function readGraph(text: string, format: TextFormat): Graph {
  const kept = keep(text, format);
  kept.graph ??= buildGraph(kept.read.machine);
  return kept.graph;
}
