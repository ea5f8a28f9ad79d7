/**
 * What a definition does: a program and a journal in, AWS's history out. No clock, no randomness, no network:
 * RULES.md says what may be relied on.
 */
export { compileProgram } from './compile/compileProgram';
export { type Condition, type ConditionAnswer, type ConditionScope, compileCondition } from './condition';
export { compareRuns, type RunComparison, type RunnableVersion } from './convert/compareRuns';
export { convertToJsonata, type StateConversionReport } from './convert/convertDefinition';
export { type ApiError, type CreateRequest, createStateMachineError } from './creation/createStateMachine';
export { FIELDS as STATE_FIELDS, type FieldLanguage } from './creation/fieldTable';
export type { CreationDiagnostic } from './creation/report';
export { type ValidationResult, validateDefinition } from './creation/validateDefinition';
export type { Stage, StageName, ValuePath, VisitRecord } from './dataFlow/dataFlow.types';
export type { Origin, Reading, Written } from './dataFlow/origin.types';
export { originOf } from './dataFlow/originOf';
export { type VisitScopes, visitStages } from './dataFlow/visitStages';
export type { HistoryEvent, HistoryEventType } from './events';
export { createExecution } from './execution';
export type {
  CallService,
  Command,
  EventRecord,
  Execution,
  ExecutionSettings,
  ExecutionStatus,
  History,
  Job,
  ManualChange,
  MapRunRecord,
  Mark,
  RuleNumber,
  RunResult,
  ServiceAnswer,
  ServiceCall,
  TaskDue,
  TaskId,
  Timeline,
  TimelineRecord,
} from './execution.types';
export type {
  ComparisonExplanation,
  DelayExplanation,
  EvaluationExplanation,
  Explained,
  FailureExplanation,
  RuleExplanation,
} from './explain/explain.types';
export { explainChoice, ruleTaken } from './explain/explainChoice';
export { explainEvaluation } from './explain/explainEvaluation';
export { explainFailure } from './explain/explainFailure';
export { workFailure } from './explain/workFailure';
export { checkDefinition, checkSource } from './findings/checkDefinition';
export { type Logging, type LogLevel, type LogRecord, logRecord } from './history/logRecords';
export { journalUpTo, Retelling } from './journal/retelling';
export type { Program, ProgramProblem } from './program';
export { deliverAnswer, type RunOptions, runToEnd } from './run';
export { defaultSettings, type KnownSettings } from './settings';
export { type SyncResponse, syncResponse } from './syncResponse';
export { mockResultProblem } from './testState/checkShape';
export { testState } from './testState/testState';
export type {
  TestStateRequest,
  TestStateResponse,
  TestStateSurroundings,
} from './testState/testState.types';
export { variableReferences, variablesReadBy } from './variables/variableReferences';
export { compileWatch, type Watch, type WatchAnswer } from './watch';
