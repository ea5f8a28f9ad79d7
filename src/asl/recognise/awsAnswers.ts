import { isJsonObject, type Json, type JsonObject } from '../json';
import { parseText } from '../parse/parseText';
import { toJson } from '../parse/toJson';
import type { AnswerData, ExecutionAnswer, TestAnswer, TestedStage } from './awsAnswers.types';
import { jsonValues } from './jsonValues';

/** As deep as anybody wraps an answer: an event's detail, a list of one, the record of a call. */
const DEEPEST = 3;

/** What AWS said about an execution or a state. */
export type AwsAnswer =
  | { readonly kind: 'execution'; readonly execution: ExecutionAnswer }
  | { readonly kind: 'test'; readonly test: TestAnswer };

/** An answer, and whether it is all that the text holds. */
export interface FoundAnswer {
  readonly answer: AwsAnswer;
  readonly whole: boolean;
}

/** Whether a text may be such an answer: cheap, and asked before anything is parsed. */
const mayAnswer = (text: string): boolean =>
  /\bstatus["']?\s*:\s*["']?(?:RUNNING|SUCCEEDED|FAILED|TIMED_OUT|ABORTED|PENDING_REDRIVE|RETRIABLE|CAUGHT_ERROR)\b/i.test(
    text,
  );

/**
 * DescribeExecution's or TestState's answer in a text, as JSON or YAML, alone or wrapped in something else. Several of
 * them are a list, which is no answer about one.
 */
export function awsAnswerIn(text: string): FoundAnswer | undefined {
  if (!mayAnswer(text)) return undefined;
  const values = /^\s*[[{]/.test(text) ? jsonValues(text) : yamlValues(text);
  const [only] = values;
  if (only === undefined || values.length > 1) return undefined;
  const own = answerOf(only);
  if (own) return { answer: own, whole: true };
  const inside = answersInside(only, 0);
  const [first] = inside;
  return first && inside.length === 1 ? { answer: first, whole: false } : undefined;
}

function yamlValues(text: string): readonly Json[] {
  const { root } = parseText(text, 'yaml');
  return root ? [toJson(root)] : [];
}

function answersInside(here: Json, depth: number): readonly AwsAnswer[] {
  if (typeof here !== 'object' || here === null || depth > DEEPEST) return [];
  const members: readonly Json[] = Array.isArray(here) ? here : Object.values(here);
  return members.flatMap((member) => {
    const own = answerOf(member);
    // Inside of other data, a status and an output are not enough.
    const certain = own?.kind === 'execution' || (own && own.test.stages.length > 0);
    return own && certain ? [own] : answersInside(member, depth + 1);
  });
}

function answerOf(value: Json): AwsAnswer | undefined {
  if (!isJsonObject(value)) return undefined;
  const execution = executionOf(value);
  if (execution) return { kind: 'execution', execution };
  const test = testOf(value);
  return test && { kind: 'test', test };
}

const EXECUTION_STATUSES: ReadonlySet<string> = new Set([
  ...['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED', 'PENDING_REDRIVE'],
]);

/** `arn:aws:states:region:account:execution:machine:name`, of Express `express:machine:name:id`. */
const EXECUTION_ARN = /^arn:[\w-]*:states:[\w-]*:\d*:(execution|express):(.+)$/;

function executionOf(value: JsonObject): ExecutionAnswer | undefined {
  const arn = wordsAt(value, 'executionArn') ?? '';
  const parts = EXECUTION_ARN.exec(arn);
  const status = wordsAt(value, 'status');
  // An entry of ListExecutions has as much, but tells nothing of the data.
  const tells = ['input', 'inputDetails', 'redriveStatus', 'redriveCount'].some((name) => has(value, name));
  if (!parts || status === undefined || !EXECUTION_STATUSES.has(status) || !tells) return undefined;
  const [, kind, rest = ''] = parts;
  const [machine, ...names] = rest.split(':');
  return {
    arn,
    name: shortened(wordsAt(value, 'name') ?? names[0] ?? rest),
    type: kind === 'express' ? 'EXPRESS' : 'STANDARD',
    machine: machine === undefined ? undefined : shortened(machine),
    status,
    startedAt: timeAt(value, 'startDate'),
    stoppedAt: timeAt(value, 'stopDate'),
    input: dataAt(value, 'input'),
    output: dataAt(value, 'output'),
    error: wordsAt(value, 'error'),
    cause: wordsAt(value, 'cause'),
  };
}

/** Longer than any name or error of AWS. Both stand in sentences; what was pasted may be of any length. */
const LONGEST_NAME = 300;

const shortened = (name: string): string =>
  name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;

const TEST_STATUSES = ['SUCCEEDED', 'FAILED', 'RETRIABLE', 'CAUGHT_ERROR'] as const;

/** All that TestState answers with, and what clients put beside it. Anything else is somebody's own data. */
const TEST_FIELDS: ReadonlySet<string> = new Set([
  ...['output', 'error', 'cause', 'inspectionData', 'nextState', 'status'],
  ...['ResponseMetadata', '$metadata'],
]);

/** Stages of `inspectionData` in the order in which a state makes them. */
const STAGES: readonly string[] = [
  ...['input', 'afterInputPath', 'afterParameters', 'afterArguments', 'afterItemsPath', 'afterItemsPointer'],
  ...['afterItemSelector', 'afterItemBatcher', 'request', 'response', 'result', 'afterResultSelector'],
  ...['afterResultPath', 'variables', 'errorDetails'],
  ...['maxConcurrency', 'toleratedFailureCount', 'toleratedFailurePercentage'],
];

function testOf(value: JsonObject): TestAnswer | undefined {
  const status = TEST_STATUSES.find((each) => each === wordsAt(value, 'status'));
  const keys = Object.keys(value);
  if (status === undefined || !keys.every((key) => TEST_FIELDS.has(lowerFirst(key)) || TEST_FIELDS.has(key)))
    return undefined;
  const inspection = at(value, 'inspectionData');
  const inspected = inspection !== undefined && isJsonObject(inspection) ? inspection : undefined;
  const output = wordsAt(value, 'output');
  const error = wordsAt(value, 'error');
  const cause = wordsAt(value, 'cause');
  const nextState = wordsAt(value, 'nextState');
  // Without stages only the form tells: an output is a text that holds JSON, an error comes with its cause.
  const speaks =
    inspected !== undefined ||
    (output !== undefined && isJsonText(output)) ||
    (error !== undefined && cause !== undefined);
  return speaks ? { status, output, error, cause, nextState, stages: stagesOf(inspected) } : undefined;
}

function stagesOf(inspected: JsonObject | undefined): readonly TestedStage[] {
  if (!inspected) return [];
  return STAGES.flatMap((name) => {
    const value = at(inspected, name);
    if (value === undefined || value === null) return [];
    return [{ name, text: typeof value === 'string' ? value : JSON.stringify(value) }];
  });
}

/** Some clients write the fields with a capital. */
const at = (value: JsonObject, name: string): Json | undefined =>
  Object.hasOwn(value, name) ? value[name] : ownMember(value, name.charAt(0).toUpperCase() + name.slice(1));

const ownMember = (value: JsonObject, name: string): Json | undefined =>
  Object.hasOwn(value, name) ? value[name] : undefined;

const has = (value: JsonObject, name: string): boolean => at(value, name) !== undefined;

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

function wordsAt(value: JsonObject, name: string): string | undefined {
  const found = at(value, name);
  return typeof found === 'string' ? found : undefined;
}

/** The API's text; a service integration gives the value itself. */
function dataAt(value: JsonObject, name: string): AnswerData {
  const found = at(value, name);
  if (found !== undefined && found !== null)
    return { kind: 'text', text: typeof found === 'string' ? found : JSON.stringify(found) };
  const details = at(value, `${name}Details`);
  const included = details !== undefined && isJsonObject(details) ? at(details, 'included') : undefined;
  return included === false ? { kind: 'leftOut' } : { kind: 'none' };
}

/** The CLI writes dates, the API seconds, events milliseconds. */
function timeAt(value: JsonObject, name: string): number | undefined {
  const found = at(value, name);
  if (typeof found === 'number') return found > 1e11 ? found : found * 1000;
  const time = typeof found === 'string' ? Date.parse(found) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
