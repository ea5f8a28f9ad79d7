import type { StatePath } from '../../asl';
import type { Breakpoint } from '../../worker';
import { NO_ANALYSIS } from '../analysis';
import type { CoverageTracker } from '../covering/coverage';
import type { CoverageState } from '../covering/coverage.types';
import { NO_COVERAGE } from '../covering/isCovered';
import { PLAIN_DRAWING } from '../document';
import type { FinishedRun } from '../execution';
import { AT_NOTHING } from '../looking';
import { exampleSetup, NEW_SETUP, recogniseText } from '../openText';
import type {
  AnalysisState,
  AnswerFromAws,
  DocumentState,
  DrawingState,
  LookingState,
  ParentRun,
  RunSetup,
  StoredInput,
  ToldByAws,
} from '../state';
import type { StoredDocument, StoredOther } from '../storage.types';
import { storedAnswer } from '../storedAnswer';
import type { UndoLog } from '../undoLog';
import { unlike } from '../unlike';
import type { NewDocument } from './shelf.types';

/** All that a workflow has while another one is on show. */
export interface Parked {
  readonly document: Pick<DocumentState, 'text' | 'format' | 'name'>;
  /** Absent: nothing was changed since the page was loaded. */
  readonly log: UndoLog | undefined;
  readonly drawing: DrawingState;
  readonly breakpoints: readonly Breakpoint[];
  readonly definition: string;
  readonly watches: readonly string[];
  readonly coverage: CoverageState;
  readonly counting: CoverageTracker | undefined;
  readonly setup: RunSetup;
  readonly selection: readonly StatePath[];
  readonly looking: LookingState;
  /** What is drawn until the text is analysed again; of no version. */
  readonly analysis: AnalysisState;
  /** The way back, from a child execution. */
  readonly parents: readonly ParentRun[];
  /** That child execution, when it is on show. */
  readonly child: string | undefined;
  /** What AWS said that was opened beside it. */
  readonly answer: AnswerFromAws | undefined;
  /** The run on show, when it has no tab. */
  readonly untabbed: FinishedRun | undefined;
}

const UNTOUCHED = {
  log: undefined,
  counting: undefined,
  selection: [],
  looking: AT_NOTHING,
  analysis: NO_ANALYSIS,
  answer: undefined,
  untabbed: undefined,
} as const;

/** Of answers that were opened before the page was loaded: below zero, and below that of the workflow on show. */
let lastAnswer = -1;

/** As it was before the page was loaded. */
export function parkedFrom({ document, input, answer, way }: Omit<StoredOther, 'id'>): Parked {
  const { text, format, name, drawing, breakpoints, watches, coverage } = document;
  return {
    ...UNTOUCHED,
    document: { text, format, name },
    drawing: drawing ?? PLAIN_DRAWING,
    breakpoints: breakpoints ?? [],
    definition: crypto.randomUUID(),
    watches: watches ?? [],
    coverage: coverage ?? NO_COVERAGE,
    setup: { ...NEW_SETUP, ...input },
    answer: answer && { ...answer, id: --lastAnswer },
    parents: way?.parents ?? [],
    child: way?.child,
  };
}

/** @param taken names that others have: one that is made up here is another */
export function newlyParked({ text, source }: NewDocument, taken: readonly string[]): Parked {
  const { format, name } = recogniseText(text, source);
  const own = source.kind === 'file' || source.kind === 'found' ? name : undefined;
  return {
    ...parkedFrom({ document: { text, format, name: own ?? unlike(taken, name ?? 'workflow') } }),
    setup: source.kind === 'example' ? exampleSetup(source.setup) : NEW_SETUP,
  };
}

/** What of it outlives the page. */
export function storedOf(parked: Parked): {
  readonly document: StoredDocument;
  readonly input: StoredInput;
  readonly answer: ToldByAws | undefined;
} {
  const { document, drawing, breakpoints, watches, coverage, setup, answer } = parked;
  return {
    document: { ...document, drawing, breakpoints, watches, coverage },
    input: setup,
    answer: storedAnswer(answer),
  };
}
