import { analyze, layoutGraph } from '../src/asl';
import { median, round } from './statistics';
import { workflowText } from './workflow';

/** The first half warms the compiler up: an editor that is typed into is warm. */
const ROUNDS = 60;

export interface TextFigure {
  readonly states: number;
  readonly kilobytes: number;
  /** Text to tree, model, graph and diagnostics. */
  readonly analyzeMs: number;
  readonly layoutMs: number;
  readonly firstLayoutMs: number;
}

/** From text to a placed drawing, in this process; warm medians. */
export function measureText(): readonly TextFigure[] {
  return [50, 1000, 5000].map((states) => {
    const text = workflowText(states);
    const analyzeMs: number[] = [];
    const layoutMs: number[] = [];
    for (let i = 0; i < ROUNDS; i++) {
      const start = performance.now();
      const { graph } = analyze(text, 'json');
      const middle = performance.now();
      layoutGraph(graph, { direction: 'down' });
      layoutMs.push(performance.now() - middle);
      analyzeMs.push(middle - start);
    }
    return {
      states,
      kilobytes: round(text.length / 1024, 0),
      analyzeMs: round(median(analyzeMs.slice(ROUNDS / 2)), 1),
      layoutMs: round(median(layoutMs.slice(ROUNDS / 2)), 1),
      firstLayoutMs: round(layoutMs[0] ?? 0, 1),
    };
  });
}
