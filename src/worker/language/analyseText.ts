import { analyze, type Diagnostic, isBroken, layoutGraph, lineColumnAt, type TextFormat } from '../../asl';
import type { AnalyseResult, DrawingOptions, TextProblem } from '../analysis.types';
import { creationFindings } from './creationFindings';
import { outlineOf } from './outline';
import { sampleInput } from './sampleInput';

/**
 * Everything derived from a text, or where it stops being readable. A blank text is a workflow without states. Never
 * throws for any text.
 */
export function analyseText(text: string, format: TextFormat, drawing: DrawingOptions): AnalyseResult {
  const { parsed, machine, graph, diagnostics } = analyze(text, format);
  const isBlank = text.trim() === '';
  if (!isBlank && (isBroken(parsed) || parsed.root?.kind !== 'object')) {
    const problem = problemOf(text, diagnostics);
    return { readable: false, problem, diagnostics };
  }
  const refused = creationFindings(parsed, machine, diagnostics);
  const layout = layoutGraph(graph, {
    direction: drawing.direction,
    collapsed: new Set(drawing.collapsed),
  });
  const outline = outlineOf(machine);
  return {
    readable: true,
    analysis: { graph, layout, outline, sampleInput: sampleInput(machine) },
    diagnostics: [...diagnostics, ...refused].sort((a, b) => a.range.start - b.range.start),
  };
}

function problemOf(text: string, diagnostics: readonly Diagnostic[]): TextProblem {
  const { range, message } = diagnostics.find(({ severity }) => severity === 'error') ?? {
    range: { start: 0, end: text.length },
    message: 'A definition is an object with StartAt and States; this is something else.',
  };
  return { range, ...lineColumnAt(text, range.start), message };
}
