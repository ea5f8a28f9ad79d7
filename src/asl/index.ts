/**
 * What a definition is: text in; tree, model, graph, layout, findings, edits and exports out. Pure functions.
 */

export { type Analysis, analyze, analyzeRead, type ReadText } from './analyze';
export type { Brand, EpochMs, Seconds } from './brand';
export type {
  ChangeStatus,
  ComparedState,
  ComparedTransition,
  FieldChange,
  FieldValue,
  GraphComparison,
} from './compare/compare.types';
export { compareGraphs } from './compare/compareGraphs';
export type { EditIntent, EditResult, TextEdit } from './edit.types';
export { canConnect } from './edits/canConnect';
export { extractMachine } from './edits/extractMachine';
export { fragmentText } from './edits/fragment';
export { copyStates } from './edits/pasteStates';
export { planEdit } from './edits/planEdit';
export { type ObjectChange, planChanges } from './edits/setFields';
export { type WrittenReference, writtenReferences } from './edits/stateReferences';
export {
  ACTIONS,
  type ActionId,
  type Blueprint,
  PATTERNS,
  type PatternId,
} from './edits/templates/catalogue';
export { applyEdits, diffEdit, invertEdits, mapOffset } from './edits/textEdits';
export { type ConvertResult, convertFormat } from './export/convertFormat';
export { mermaid } from './export/mermaid';
export type {
  GlyphShape,
  PictureGlyph,
  PictureRun,
  PictureTheme,
  StateMarks,
} from './export/picture/picture.types';
export { type SvgPicture, svgPicture } from './export/picture/svgPicture';
export { printYaml } from './export/printYaml';
export {
  completionsAt,
  type PathRoots,
} from './expressions/completions';
export { type CodeDialect, type Token, type TokenKind, tokensOf } from './expressions/tokens';
export { type AppliedFix, type FixChoice, planFixes } from './fixes/planFixes';
export { remove, renameKey, set, writeFix } from './fixes/write';
export type {
  Graph,
  GraphNode,
  NodeId,
  ScopeGraph,
  StateNode,
  Transition,
  TransitionId,
  TransitionKind,
} from './graph';
export { buildGraph } from './graphing/buildGraph';
export { choiceWords } from './graphing/choiceWords';
export { grouped } from './graphing/grouped';
export { labelParts } from './graphing/labelParts';
export { nameWords } from './graphing/nameWords';
export { type ReadChoice, readChoiceWords } from './graphing/readChoiceWords';
export { shorten } from './graphing/shorten';
export { isJsonObject, type Json, type JsonArray, type JsonObject } from './json';
export { jsonOf } from './jsonOf';
export type { Box, EdgeRoute, Layout, Point } from './layout/layout.types';
export { type LayoutOptions, layoutGraph } from './layout/layoutGraph';
export { LayoutMemory } from './layout/layoutMemory';
export { besideLabel, middlePoint } from './layout/middlePoint';
export {
  contains,
  distanceToBox,
  distanceToPath,
  endAngle,
  overlaps,
  pathLength,
  pointAlong,
  roundedPath,
  trimEnd,
  trimStart,
} from './layout/path';
export { SIZES } from './layout/sizes';
export type {
  Catcher,
  ChoiceExpression,
  ChoiceRule,
  ChoiceState,
  Comparison,
  FailState,
  MapState,
  ParallelState,
  PassState,
  QueryLanguage,
  Retrier,
  Scope,
  State,
  StateDefinition,
  StateMachine,
  StateType,
  SucceedState,
  TaskState,
  UnknownState,
  WaitState,
} from './model';
export { buildModel } from './modelling/buildModel';
export { CHOICE_OPERATORS } from './modelling/choiceOperators';
export { allScopes, allStates, childScopes, findScope, findState } from './modelling/stateLookup';
export { nearestName } from './nearest';
export { detectFormat } from './parse/detectFormat';
export { type LineColumn, lineColumnAt } from './parse/lineColumn';
export { isBroken, parseText } from './parse/parseText';
export { joinPointer, nodeAtPointer, pointerSegments, propertyOf } from './parse/pointer';
export { setOwn, toJson } from './parse/toJson';
export type { AnswerData, ExecutionAnswer, TestAnswer } from './recognise/awsAnswers.types';
export { type HistoryParts, historyParts } from './recognise/historyParts';
export { recognise } from './recognise/recognise';
export type { FoundDefinition, Recognised } from './recognise/recognise.types';
export { CONTEXT_SHAPE } from './reference/context';
export { errorNamesFor, LAMBDA_RETRY_ERRORS } from './reference/errorNames';
export { choicesOf, type FieldHelp, fieldHelp, STOP } from './reference/fields';
export { type FunctionHelp, INTRINSIC_FUNCTIONS, JSONATA_FUNCTIONS } from './reference/functions';
export { INTEGRATIONS, patternsOf, withPattern } from './reference/integrations';
export { SDK_ACTIONS } from './reference/sdkActions';
export { parseResource, type Resource, type TaskPattern } from './resource';
export { sameJson } from './sameJson';
export type {
  ArrayNode,
  Diagnostic,
  FixStep,
  ObjectNode,
  ParsedText,
  PropertyNode,
  QuickFix,
  ScalarNode,
  ScopePath,
  Severity,
  StatePath,
  SyntaxNode,
  TextFormat,
  TextRange,
} from './syntax';
export type { DiagnosticCode } from './validate/codes';
export { advise } from './validate/diagnose';
