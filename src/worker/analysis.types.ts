import type {
  Diagnostic,
  Graph,
  GraphComparison,
  Layout,
  Point,
  ScopePath,
  StatePath,
  StateType,
  TextFormat,
  TextRange,
} from '../asl';

/** A state's place in the text: what selection, reveal and the outline need. */
export interface OutlineEntry {
  readonly path: StatePath;
  readonly name: string;
  readonly scope: ScopePath;
  readonly type: StateType | undefined;
  /** The name as written, quotes included. */
  readonly keyRange: TextRange;
  /** From the name to the end of the state's object. */
  readonly range: TextRange;
}

/** Where a text stops being readable. */
export interface TextProblem {
  readonly range: TextRange;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  readonly message: string;
}

/** Everything derived from a readable text. */
export interface Analysis {
  readonly graph: Graph;
  readonly layout: Layout;
  /** In text order: a state stands before the states inside it. */
  readonly outline: readonly OutlineEntry[];
  /** An input the definition's first states can read: JSON text. */
  readonly sampleInput: string;
}

/** What can be drawn of one text. What there is to say of a readable one is asked for by itself: it takes longer. */
export type AnalyseResult =
  | { readonly readable: true; readonly analysis: Analysis }
  | { readonly readable: false; readonly problem: TextProblem; readonly diagnostics: readonly Diagnostic[] };

/** What a definition is checked as, and run as. */
export type ExecutionType = 'STANDARD' | 'EXPRESS';

/** Which way the workflow reads on the canvas. */
export type Direction = 'down' | 'right';

/** How a workflow is drawn, beyond what its text says. */
export interface DrawingOptions {
  readonly direction: Direction;
  /** Containers that are drawn closed. */
  readonly collapsed: readonly StatePath[];
  /** States that were moved by hand, and how far. */
  readonly moved: readonly { readonly state: StatePath; readonly by: Point }[];
}

/** Down, with nothing but what the text says. */
export const PLAIN_OPTIONS: DrawingOptions = { direction: 'down', collapsed: [], moved: [] };
/** A definition as text. */
export interface VersionText {
  readonly text: string;
  readonly format: TextFormat;
}

/** Two versions taken apart, and both drawn as one; or where either of them cannot be read. */
export type CompareResult =
  | { readonly readable: true; readonly comparison: GraphComparison; readonly layout: Layout }
  | {
      readonly readable: false;
      readonly before: TextProblem | undefined;
      readonly after: TextProblem | undefined;
    };
