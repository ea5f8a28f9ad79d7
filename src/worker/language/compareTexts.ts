import { analyze, compareGraphs, layoutGraph } from '../../asl';
import type { CompareResult, Direction, VersionText } from '../analysis.types';
import { textProblem } from './textProblem';

/** Compares two definitions and lays out the drawing of both. Never throws for any text. */
export function compareTexts(before: VersionText, after: VersionText, direction: Direction): CompareResult {
  const old = analyze(before.text, before.format);
  const now = analyze(after.text, after.format);
  const problems = { before: textProblem(old), after: textProblem(now) };
  if (problems.before || problems.after) return { readable: false, ...problems };
  const comparison = compareGraphs(old, now);
  return { readable: true, comparison, layout: layoutGraph(comparison.graph, { direction }) };
}
