import type { Json } from '../json';

/** What a field is for, and what is written into it first. */
export interface FieldHelp {
  readonly help: string;
  /** A value to begin with; `STOP` in its texts is where the user types on. */
  readonly example: Json;
}

/** Stands in examples where the user types on. */
export const STOP = '‸';

const field = (help: string, example: Json = STOP): FieldHelp => ({ help, example });
const PATH = `$.${STOP}`;

/** The fields of a definition in our own words, by name. Source: ASL specification. */
const FIELDS: Readonly<Record<string, FieldHelp>> = {
  Type: field('What kind of state this is.'),
  Comment: field('A note for people. It changes nothing.'),
  QueryLanguage: field(
    'How data is picked and made: JSONPath, or JSONata in {% %}. A state takes the machine’s unless it says otherwise.',
    'JSONata',
  ),
  Version: field('The version of the language; 1.0.', '1.0'),
  StartAt: field('The state that runs first, of those in States here.'),
  States: field('The states, each under its name.', { [STOP]: {} }),
  Next: field('The state that follows; one of the same States.'),
  End: field('Whether the workflow, branch or item ends here.', true),
  InputPath: field('What of the input this state sees; null for nothing. All of it when absent.', PATH),
  OutputPath: field('What of the outcome goes on; null for nothing. All of it when absent.', PATH),
  Parameters: field('The input made anew. Keys that end in .$ take paths and intrinsic functions.', {
    [`${STOP}.$`]: '$.',
  }),
  Arguments: field('What the service, the branches or the items get: any JSON with {% %} in it.', {}),
  ResultSelector: field('The result made anew, before ResultPath puts it anywhere.', { [`${STOP}.$`]: '$.' }),
  ResultPath: field(
    'Where in the input the result is put; null drops the result. Without it the result takes the input’s place.',
    PATH,
  ),
  Output: field(
    'What the state passes on: any JSON with {% %} in it. Its result when absent.',
    `{% ${STOP} %}`,
  ),
  Assign: field('Variables that states after this one can read as $name.', { [STOP]: '' }),
  Result: field('What a Pass state answers, as it stands.', {}),
  Resource: field('The service, function or activity that does the work, as an ARN.'),
  Credentials: field('The role a task is done with, when it is not the machine’s own.', { RoleArn: STOP }),
  RoleArn: field('The ARN of the role to take.', `arn:aws:iam::123456789012:role/${STOP}`),
  TimeoutSeconds: field('How long it may take before it fails with States.Timeout.', 300),
  TimeoutSecondsPath: field('Where in the input TimeoutSeconds is.', PATH),
  HeartbeatSeconds: field('How long a task may be silent before it fails with States.HeartbeatTimeout.', 60),
  HeartbeatSecondsPath: field('Where in the input HeartbeatSeconds is.', PATH),
  Retry: field('What to try again when it fails: the first entry that names the error is used.', [
    { ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 2, MaxAttempts: 3, BackoffRate: 2 },
  ]),
  Catch: field('Where to go when it fails for good: the first entry that names the error is used.', [
    { ErrorEquals: ['States.ALL'], Next: STOP },
  ]),
  ErrorEquals: field('The errors this is about; States.ALL is any, and stands alone in the last entry.', [
    STOP,
  ]),
  IntervalSeconds: field('Seconds before the first retry; 1 when absent.', 1),
  MaxAttempts: field('How many retries at most; 3 when absent, 0 for none.', 3),
  BackoffRate: field('By how much each wait is longer than the one before; 2 when absent.', 2),
  MaxDelaySeconds: field('The longest wait between two tries, in seconds.', 60),
  JitterStrategy: field('FULL waits a random part of the time, so that not all try again at once.', 'FULL'),
  Choices: field('Rules, asked in order: the first that is true says where to go.', [{ Next: STOP }]),
  Default: field('Where to go when no rule is true. Without it States.NoChoiceMatched is the error.'),
  Condition: field('The rule: an expression that gives true or false.', `{% ${STOP} %}`),
  Variable: field('The value that is compared.', PATH),
  And: field('True when all the rules in it are.', [{ Variable: PATH, IsPresent: true }]),
  Or: field('True when one of the rules in it is.', [{ Variable: PATH, IsPresent: true }]),
  Not: field('True when the rule in it is not.', { Variable: PATH, IsPresent: true }),
  Seconds: field('How long to wait, in seconds.', 10),
  SecondsPath: field('Where in the input Seconds is.', PATH),
  Timestamp: field('The moment to wait for, such as 2030-01-31T12:00:00Z.', '2030-01-31T12:00:00Z'),
  TimestampPath: field('Where in the input Timestamp is.', PATH),
  Error: field('The name of the error a workflow fails with.'),
  ErrorPath: field('Where in the input the error’s name is, or an intrinsic function that makes it.', PATH),
  Cause: field('What went wrong, for people.'),
  CausePath: field('Where in the input the cause is, or an intrinsic function that makes it.', PATH),
  Branches: field('Workflows that run side by side on the same input; the result lists what each gave.', [
    { StartAt: STOP, States: {} },
  ]),
  ItemProcessor: field('The workflow that runs for each item.', {
    ProcessorConfig: { Mode: 'INLINE' },
    StartAt: STOP,
    States: {},
  }),
  Iterator: field('The older name of ItemProcessor.', { StartAt: STOP, States: {} }),
  ProcessorConfig: field('How the items are worked on: within this execution, or each in one of its own.', {
    Mode: 'INLINE',
  }),
  Mode: field(
    'INLINE works within this execution; DISTRIBUTED starts a child execution for each item.',
    'INLINE',
  ),
  ExecutionType: field('What child executions are: STANDARD or EXPRESS.', 'STANDARD'),
  Items: field('The list, or an object whose fields are the items.', `{% ${STOP} %}`),
  ItemsPath: field('Where in the input the list is.', PATH),
  ItemSelector: field('What each item’s workflow gets instead of the item alone.', {}),
  ItemReader: field('Reads the items from S3 instead of the input.', {
    Resource: 'arn:aws:states:::s3:getObject',
    ReaderConfig: { InputType: STOP },
  }),
  ReaderConfig: field('What the file is and how much of it is read.', { InputType: STOP }),
  InputType: field('What is read: CSV, JSON, JSONL, PARQUET or a MANIFEST.', 'CSV'),
  CSVHeaderLocation: field('Where a CSV file’s column names are: its first row, or CSVHeaders.', 'FIRST_ROW'),
  CSVHeaders: field('The column names of a CSV file that has none.', [STOP]),
  CSVDelimiter: field('What stands between two columns.', 'COMMA'),
  MaxItems: field('How many items are read at most.', 1000),
  MaxItemsPath: field('Where in the input MaxItems is.', PATH),
  ItemBatcher: field('Gives each child execution several items at once.', { MaxItemsPerBatch: 10 }),
  MaxItemsPerBatch: field('How many items a batch has at most.', 10),
  MaxItemsPerBatchPath: field('Where in the input MaxItemsPerBatch is.', PATH),
  MaxInputBytesPerBatch: field('How large a batch is at most, in bytes.', 262_144),
  MaxInputBytesPerBatchPath: field('Where in the input MaxInputBytesPerBatch is.', PATH),
  BatchInput: field('What every batch gets besides its items.', {}),
  ResultWriter: field('Writes the results to S3 instead of the output.', {
    Resource: 'arn:aws:states:::s3:putObject',
    Parameters: { Bucket: STOP, Prefix: 'results' },
  }),
  WriterConfig: field('How results are written.', { Transformation: 'NONE', OutputFormat: 'JSON' }),
  Transformation: field(
    'How much of each result is written: NONE, COMPACT (outputs) or FLATTEN (lists in one).',
    'NONE',
  ),
  OutputFormat: field('JSON or JSONL, a value on each line.', 'JSON'),
  MaxConcurrency: field('How many items are worked on at a time; 0 for as many as possible.', 10),
  MaxConcurrencyPath: field('Where in the input MaxConcurrency is.', PATH),
  ToleratedFailureCount: field('How many items may fail before the Map does.', 0),
  ToleratedFailureCountPath: field('Where in the input ToleratedFailureCount is.', PATH),
  ToleratedFailurePercentage: field('What share of the items may fail before the Map does, in percent.', 5),
  ToleratedFailurePercentagePath: field('Where in the input ToleratedFailurePercentage is.', PATH),
  Label: field('Names the Map Run in its ARN; at most 40 characters.'),
};

/** Texts that a field takes and nothing else. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  QueryLanguage: ['JSONPath', 'JSONata'],
  Version: ['1.0'],
  Mode: ['INLINE', 'DISTRIBUTED'],
  ExecutionType: ['STANDARD', 'EXPRESS'],
  JitterStrategy: ['FULL', 'NONE'],
  InputType: ['CSV', 'JSON', 'JSONL', 'PARQUET', 'MANIFEST'],
  CSVHeaderLocation: ['FIRST_ROW', 'GIVEN'],
  CSVDelimiter: ['COMMA', 'PIPE', 'SEMICOLON', 'SPACE', 'TAB'],
  Transformation: ['NONE', 'COMPACT', 'FLATTEN'],
  OutputFormat: ['JSON', 'JSONL'],
};

/** What is known of a field; comparison operators of Choice rules explain themselves by their parts. */
export const fieldHelp = (name: string): FieldHelp | undefined =>
  Object.hasOwn(FIELDS, name) ? FIELDS[name] : operatorHelp(name);

/** The texts that a field takes; none when it takes any. */
export const choicesOf = (name: string): readonly string[] =>
  Object.hasOwn(CHOICES, name) ? (CHOICES[name] ?? []) : [];

const KINDS: Readonly<Record<string, readonly [what: string, example: Json]>> = {
  String: ['a text', STOP],
  Numeric: ['a number', 0],
  Timestamp: ['a moment in time', '2030-01-31T12:00:00Z'],
  Boolean: ['true or false', true],
};
const ORDERS: Readonly<Record<string, string>> = {
  Equals: 'is the same as',
  LessThan: 'is less than',
  GreaterThan: 'is greater than',
  LessThanEquals: 'is at most',
  GreaterThanEquals: 'is at least',
};
const TESTS: Readonly<Record<string, string>> = {
  IsNull: 'null',
  IsPresent: 'there at all',
  IsNumeric: 'a number',
  IsString: 'a text',
  IsBoolean: 'true or false',
  IsTimestamp: 'a moment in time',
};

function operatorHelp(name: string): FieldHelp | undefined {
  const test = Object.hasOwn(TESTS, name) ? TESTS[name] : undefined;
  if (test !== undefined)
    return field(`True when the variable is ${test}; with false, when it is not.`, true);
  if (name === 'StringMatches') {
    return field(
      'True when the variable is a text like the pattern; * stands for any characters.',
      `${STOP}*`,
    );
  }
  const [, type = '', order = '', path] =
    /^(String|Numeric|Timestamp|Boolean)(\w+?)(Path)?$/.exec(name) ?? [];
  const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  const words = Object.hasOwn(ORDERS, order) ? ORDERS[order] : undefined;
  if (!kind || words === undefined) return undefined;
  const [what, example] = kind;
  return path
    ? field(`True when the variable is ${what} and ${words} what the path leads to.`, PATH)
    : field(`True when the variable is ${what} and ${words} this.`, example);
}
