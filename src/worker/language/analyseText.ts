import { LayoutMemory, layoutGraph, type NodeId, type TextFormat } from '../../asl';
import type { AnalyseResult, DrawingOptions, ExecutionType } from '../analysis.types';
import { outlineOf } from './outline';
import { checkText, readGraph, readText } from './readText';
import { sampleInput } from './sampleInput';
import { isReadable, textProblem } from './textProblem';

/**
 * What is drawn of a text, or where it stops being readable. A blank text is a workflow without states. Never
 * throws for any text.
 *
 * @param memory of the text before, when this is the next one of the same document
 */
export function analyseText(
  text: string,
  format: TextFormat,
  drawing: DrawingOptions,
  type: ExecutionType = 'STANDARD',
  memory = new LayoutMemory(),
): AnalyseResult {
  const { parsed, machine } = readText(text, format);
  if (text.trim() !== '' && !isReadable(parsed)) {
    const checked = checkText(text, format, type);
    const problem = textProblem(checked);
    if (problem) return { readable: false, problem, diagnostics: checked.diagnostics };
  }
  const graph = readGraph(text, format);
  const layout = layoutGraph(graph, {
    direction: drawing.direction,
    collapsed: new Set(drawing.collapsed),
    moved: new Map(drawing.moved.map(({ state, by }) => [state as string as NodeId, by])),
    memory,
  });
  const outline = outlineOf(machine);
  return {
    readable: true,
    analysis: { graph, layout, outline, sampleInput: sampleInput(machine) },
  };
}
