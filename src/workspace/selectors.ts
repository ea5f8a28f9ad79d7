import type { StatePath } from '../asl';
import type { OpenCalls } from '../worker';
import type { WorkspaceState } from './state';

/** Named, module-level selectors: each returns one thing that keeps its identity until it changes. */
export const selectText = (state: WorkspaceState) => state.document.text;
export const selectFormat = (state: WorkspaceState) => state.document.format;
export const selectName = (state: WorkspaceState) => state.document.name;
export const selectUndoLabel = (state: WorkspaceState) => state.document.undoLabel;
export const selectRedoLabel = (state: WorkspaceState) => state.document.redoLabel;

/** Which definition is on show, however its text is edited. */
export const selectDefinition = (state: WorkspaceState) => state.definition;

/** The workflows that are open. */
export const selectShelf = (state: WorkspaceState) => state.shelf;
/** Those that are not on show and have runs that go on. */
export const selectElsewhere = (state: WorkspaceState) => state.execution.elsewhere;

export const selectGraph = (state: WorkspaceState) => state.analysis.graph;
export const selectLayout = (state: WorkspaceState) => state.analysis.layout;
/** Silenced ones included. */
export const selectDiagnostics = (state: WorkspaceState) => state.analysis.diagnostics;
export const selectSilenced = (state: WorkspaceState) => state.drawing.silenced;
export const selectProblem = (state: WorkspaceState) => state.analysis.problem;

export const selectSelectedState = (state: WorkspaceState) => state.selection.state;
/** The other selected states. */
export const selectAlsoSelected = (state: WorkspaceState) => state.selection.also;

/** The visit looked at, of the run on show. */
export const selectChosenVisit = (state: WorkspaceState) =>
  state.looking.run === state.execution.run?.id ? state.looking.visit : undefined;
/** The item of a Map looked at, of the run on show. */
export const selectChosenItem = (state: WorkspaceState) =>
  state.looking.run === state.execution.run?.id ? state.looking.item : undefined;
/** The stage, and the place in its value, of the run on show. */
export const selectChosenValue = (state: WorkspaceState) =>
  state.looking.run === state.execution.run?.id ? state.looking.value : undefined;
/** The visit whose stages are gone through, of the run on show. */
export const selectWalk = (state: WorkspaceState) =>
  state.looking.run === state.execution.run?.id ? state.looking.walk : undefined;

export const selectPhase = (state: WorkspaceState) => state.execution.phase;
export const selectRun = (state: WorkspaceState) => state.execution.run;
/** What the way back from a child execution leads to, the outermost first. */
export const selectParents = (state: WorkspaceState) => state.execution.parents;
export const selectRuns = (state: WorkspaceState) => state.execution.runs;
export const selectInterrupted = (state: WorkspaceState) => state.execution.interrupted;
export const selectRunEvents = (state: WorkspaceState) => state.execution.run?.events ?? 0;
export const selectRunMessage = (state: WorkspaceState) => state.execution.message;
export const selectStopReason = (state: WorkspaceState) => state.execution.reason;
export const selectTimeline = (state: WorkspaceState) => state.execution.timeline;
export const selectMoment = (state: WorkspaceState) => state.execution.moment;
/** Changes whenever what is seen of the run does: a key for what is fetched of it. */
export const selectSeen = ({ execution: { run, moment } }: WorkspaceState) =>
  moment ? -1 - moment.position : (run?.events ?? 0);
/** Where a paused run stands, when that is what is shown. */
export const selectPausedAt = ({ execution: { phase, at, moment } }: WorkspaceState) =>
  phase === 'paused' && !moment ? at : undefined;
/** Which visit of that state it is. */
export const selectPausedVisit = ({ execution: { phase, visit, moment } }: WorkspaceState) =>
  phase === 'paused' && !moment ? visit : undefined;
export const selectWatches = (state: WorkspaceState) => state.watches;
/** Calls that wait for the user. */
export const selectOpenCalls = (state: WorkspaceState) => state.execution.open;
export const selectBreakpoints = (state: WorkspaceState) => state.breakpoints;
export const selectInput = (state: WorkspaceState) => state.execution.input;
export const selectInputProblem = (state: WorkspaceState) => state.execution.inputProblem;
export const selectServices = (state: WorkspaceState) => state.execution.services;
export const selectExecutionType = (state: WorkspaceState) => state.execution.type;
/** The document was changed since the run on show was started. */
export const selectRunIsOutdated = (state: WorkspaceState) =>
  state.execution.run !== undefined && state.execution.run.version !== state.document.version;

export const selectTheme = (state: WorkspaceState) => state.settings.theme;
export const selectDirection = (state: WorkspaceState) => state.settings.direction;
export const selectSpeed = (state: WorkspaceState) => state.settings.speed;
export const selectPanelSizes = (state: WorkspaceState) => state.settings.panelSizes;
export const selectPanelsShown = (state: WorkspaceState) => state.settings.panelsShown;
export const selectNotices = (state: WorkspaceState) => state.notices;

const askedStates = new WeakMap<OpenCalls, ReadonlySet<StatePath>>();

/** Whether a call of the state waits for the user. */
export function isAsked({ execution: { open, moment } }: WorkspaceState, path: StatePath): boolean {
  if (open === undefined || moment !== undefined) return false;
  const states = askedStates.get(open) ?? new Set(open.calls.map(({ state }) => state));
  askedStates.set(open, states);
  return states.has(path);
}

/** Whether any state has a mock of its own. */
export const selectIsMocking = ({ execution }: WorkspaceState) => execution.services.tasks.length > 0;
/** How many breakpoints, of whatever kind, stand on a state. */
export const breakpointsOn = ({ breakpoints }: WorkspaceState, path: StatePath): number =>
  breakpoints.filter((each) => each.kind !== 'variable' && each.state === path).length;
export const selectHistoryView = (state: WorkspaceState) => state.settings.historyView;
/** What AWS said that was opened here. */
export const selectAnswer = (state: WorkspaceState) => state.answer;
export const selectRefactoring = (state: WorkspaceState) => state.refactoring;
