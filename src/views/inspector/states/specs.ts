import type { QueryLanguage, StateType } from '../../../asl';
import type { FieldSpec } from '../fields/spec';

/** Source for the words: ASL specification and data-flow.md, in our own. */

const COMMENT: FieldSpec = {
  at: '/Comment',
  label: 'Comment',
  kind: 'words',
  many: true,
  placeholder: 'What this state is for',
};

const LANGUAGE: FieldSpec = {
  at: '/QueryLanguage',
  label: 'Query language',
  kind: 'select',
  help: 'A machine in JSONPath may have single states in JSONata, not the other way round.',
  options: [
    { value: '', label: 'As the state machine' },
    { value: 'JSONPath', label: 'JSONPath' },
    { value: 'JSONata', label: 'JSONata' },
  ],
};

const TIMEOUT: FieldSpec = {
  at: '/TimeoutSeconds',
  label: 'Timeout',
  kind: 'amount',
  min: 1,
  max: 99_999_999,
  unit: 'seconds',
  dynamic: true,
  help: 'The task fails with States.Timeout when it takes longer.',
};
const HEARTBEAT: FieldSpec = {
  at: '/HeartbeatSeconds',
  label: 'Heartbeat',
  kind: 'amount',
  min: 1,
  max: 99_999_999,
  unit: 'seconds',
  dynamic: true,
  help: 'Longest silence of a worker or callback; less than the timeout. Fails with States.HeartbeatTimeout.',
};

const INPUT_PATH: FieldSpec = {
  at: '/InputPath',
  label: 'InputPath',
  kind: 'path',
  placeholder: '$',
  preview: 'afterInputPath',
  discard: 'Discard the input, use {}',
  help: 'The part of the input this state sees.',
};
const OUTPUT_PATH: FieldSpec = {
  at: '/OutputPath',
  label: 'OutputPath',
  kind: 'path',
  placeholder: '$',
  preview: 'output',
  discard: 'Discard all, give {} to the next state',
  help: 'The part that goes to the next state.',
};
const PARAMETERS: FieldSpec = {
  at: '/Parameters',
  label: 'Parameters',
  kind: 'template',
  placeholder: '{ "key.$": "$.value" }',
  preview: 'afterParameters',
  help: 'What the state works on. A key that ends with .$ takes a path or an intrinsic function.',
};
const RESULT_SELECTOR: FieldSpec = {
  at: '/ResultSelector',
  label: 'ResultSelector',
  kind: 'template',
  placeholder: '{ "key.$": "$.Payload" }',
  preview: 'afterResultSelector',
  help: 'What is kept of the result; $ is the result.',
};
const RESULT_PATH: FieldSpec = {
  at: '/ResultPath',
  label: 'ResultPath',
  kind: 'path',
  placeholder: '$',
  preview: 'afterResultPath',
  discard: 'Discard the result, keep the input',
  help: 'Where in the input the result is put; $ lets it take the place of the input.',
};
const ARGUMENTS: FieldSpec = {
  at: '/Arguments',
  label: 'Arguments',
  kind: 'template',
  placeholder: '{ "key": "{% $states.input.value %}" }',
  preview: 'afterArguments',
  help: 'What the service or the branches get.',
};
const OUTPUT: FieldSpec = {
  at: '/Output',
  label: 'Output',
  kind: 'template',
  placeholder: '{% $states.result %}',
  preview: 'output',
  help: 'What goes to the next state; without it the result, else the input.',
};
const ASSIGN: FieldSpec = {
  at: '/Assign',
  label: 'Assign',
  kind: 'template',
  placeholder: '{ "name": "value" }',
  preview: 'variables',
  help: 'Workflow variables and their new values, at most 256 KiB each.',
};

const LIMIT_HELP = 'Failed items up to here do not fail the whole Map.';
const DISTRIBUTED: readonly FieldSpec[] = [
  {
    at: '/Label',
    label: 'Label',
    kind: 'words',
    help: 'Names the Map Run in its ARN; at most 40 characters.',
  },
  {
    at: '/ToleratedFailurePercentage',
    label: 'Tolerated failures',
    kind: 'amount',
    min: 0,
    max: 100,
    unit: '%',
    whole: false,
    dynamic: true,
    help: LIMIT_HELP,
  },
  {
    at: '/ToleratedFailureCount',
    label: 'Tolerated failures',
    kind: 'amount',
    min: 0,
    unit: 'items',
    dynamic: true,
    help: LIMIT_HELP,
  },
];

const CONCURRENCY: FieldSpec = {
  at: '/MaxConcurrency',
  label: 'Concurrency',
  kind: 'amount',
  min: 0,
  unit: 'items at a time',
  placeholder: '0',
  dynamic: true,
  help: '0 is as many as there are: up to 40 inline, up to 10,000 distributed.',
};

const CONFIGURATION: Readonly<Record<StateType, readonly FieldSpec[]>> = {
  Task: [
    TIMEOUT,
    HEARTBEAT,
    {
      at: '/Credentials',
      label: 'Credentials',
      kind: 'template',
      placeholder: '{ "RoleArn": "arn:aws:iam::123456789012:role/other" }',
      help: 'A role to call with, in this or another account.',
    },
  ],
  Pass: [],
  Wait: [],
  Choice: [],
  Succeed: [],
  Fail: [
    {
      at: '/Error',
      label: 'Error',
      kind: 'dynamicWords',
      placeholder: 'OrderRejected',
      help: 'The error’s name.',
    },
    { at: '/Cause', label: 'Cause', kind: 'dynamicWords', help: 'What went wrong, for people.' },
  ],
  Parallel: [],
  Map: [CONCURRENCY],
};

const ITEM_SELECTOR: FieldSpec = {
  at: '/ItemSelector',
  label: 'ItemSelector',
  kind: 'template',
  preview: 'afterItemSelector',
  help: 'What each iteration gets instead of the bare item, which is in the context object under Map.Item.Value.',
};

const IN_JSONPATH: Readonly<Record<StateType, readonly FieldSpec[]>> = {
  Task: [INPUT_PATH, PARAMETERS, RESULT_SELECTOR, RESULT_PATH, OUTPUT_PATH],
  Pass: [
    INPUT_PATH,
    PARAMETERS,
    {
      at: '/Result',
      label: 'Result',
      kind: 'template',
      literal: true,
      help: 'A fixed result; paths in it are not evaluated.',
    },
    RESULT_PATH,
    OUTPUT_PATH,
  ],
  Wait: [INPUT_PATH, OUTPUT_PATH],
  Choice: [INPUT_PATH, OUTPUT_PATH],
  Succeed: [INPUT_PATH, OUTPUT_PATH],
  Fail: [],
  Parallel: [INPUT_PATH, PARAMETERS, RESULT_SELECTOR, RESULT_PATH, OUTPUT_PATH],
  Map: [
    INPUT_PATH,
    {
      at: '/ItemsPath',
      label: 'ItemsPath',
      kind: 'path',
      placeholder: '$',
      preview: 'afterItemsPath',
      help: 'Where in the input the list of items is.',
    },
    ITEM_SELECTOR,
    RESULT_SELECTOR,
    RESULT_PATH,
    OUTPUT_PATH,
  ],
};

const IN_JSONATA: Readonly<Record<StateType, readonly FieldSpec[]>> = {
  Task: [ARGUMENTS, OUTPUT],
  Pass: [OUTPUT],
  Wait: [OUTPUT],
  Choice: [OUTPUT],
  Succeed: [OUTPUT],
  Fail: [],
  Parallel: [ARGUMENTS, OUTPUT],
  Map: [
    {
      at: '/Items',
      label: 'Items',
      kind: 'template',
      placeholder: '{% $states.input.items %}',
      preview: 'afterItemsPath',
      help: 'The list of items; without it the whole input.',
    },
    ITEM_SELECTOR,
    OUTPUT,
  ],
};

const NO_ASSIGN: ReadonlySet<StateType> = new Set(['Fail', 'Succeed']);

export const configurationSpecs = (type: StateType): readonly FieldSpec[] => [
  ...CONFIGURATION[type],
  LANGUAGE,
  COMMENT,
];

export const distributedSpecs: readonly FieldSpec[] = DISTRIBUTED;

export const dataSpecs = (type: StateType, language: QueryLanguage): readonly FieldSpec[] =>
  (language === 'JSONata' ? IN_JSONATA : IN_JSONPATH)[type];

/** Undefined for states that assign nothing. */
export const assignSpec = (type: StateType): FieldSpec | undefined =>
  NO_ASSIGN.has(type) ? undefined : ASSIGN;
