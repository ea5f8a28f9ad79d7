import { analyze, layoutGraph, type NodeId, type TextFormat } from '../../asl';
import type { AnalyseResult, DrawingOptions } from '../analysis.types';
import { creationFindings } from './creationFindings';
import { outlineOf } from './outline';
import { sampleInput } from './sampleInput';
import { textProblem } from './textProblem';

/**
 * Everything derived from a text, or where it stops being readable. A blank text is a workflow without states. Never
 * throws for any text.
 */
export function analyseText(text: string, format: TextFormat, drawing: DrawingOptions): AnalyseResult {
  const analysis = analyze(text, format);
  const { parsed, machine, graph, diagnostics } = analysis;
  const problem = text.trim() === '' ? undefined : textProblem(analysis);
  if (problem) return { readable: false, problem, diagnostics };
  const refused = creationFindings(parsed, machine, diagnostics);
  const layout = layoutGraph(graph, {
    direction: drawing.direction,
    collapsed: new Set(drawing.collapsed),
    moved: new Map(drawing.moved.map(({ state, by }) => [state as string as NodeId, by])),
  });
  const outline = outlineOf(machine);
  return {
    readable: true,
    analysis: { graph, layout, outline, sampleInput: sampleInput(machine) },
    diagnostics: [...diagnostics, ...refused].sort((a, b) => a.range.start - b.range.start),
  };
}
