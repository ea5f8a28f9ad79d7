import type { Graph } from './graph';
import { buildGraph } from './graphing/buildGraph';
import type { StateMachine } from './model';
import { buildModel } from './modelling/buildModel';
import { isBroken, parseText } from './parse/parseText';
import type { Diagnostic, ParsedText, TextFormat } from './syntax';
import { diagnose } from './validate/diagnose';

/** A text that was read. */
export interface ReadText {
  readonly parsed: ParsedText;
  readonly machine: StateMachine;
}

/** Everything known about a definition, each derived from the one before. */
export interface Analysis extends ReadText {
  readonly graph: Graph;
  /**
   * All findings by their place in the text. While the text has a syntax error these are its syntax findings only:
   * what a half-read definition seems to lack, it may well have.
   */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads, models, draws and checks a text. Never throws; the format is detected when not given. */
export function analyze(text: string, format?: TextFormat): Analysis {
  const parsed = parseText(text, format);
  return analyzeRead({ parsed, machine: buildModel(parsed) });
}

/** As `analyze`, of a text that has been read already, and perhaps its graph made. */
export function analyzeRead({ parsed, machine }: ReadText, graph = buildGraph(machine)): Analysis {
  const diagnostics = [...parsed.problems, ...(isBroken(parsed) ? [] : diagnose(machine, graph))];
  diagnostics.sort((left, right) => left.range.start - right.range.start);
  return { parsed, machine, graph, diagnostics };
}
