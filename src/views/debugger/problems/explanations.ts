import type { DiagnosticCode } from '../../../asl';

export interface Explained {
  readonly title: string;
  readonly what: string;
  readonly why: string;
  readonly how: string;
}

/** Codes that AWS has besides ours. */
type CreationCode =
  | 'DUPLICATE_LABEL_NAME'
  | 'INVALID_LABEL_NAME'
  | 'INVALID_JSONATA_EXPRESSION'
  | 'UNSUPPORTED_JSONATA_EXPRESSION'
  | 'RESERVED_VARIABLE_NAME'
  | 'INVALID_VARIABLE_NAME';

const of = (title: string, what: string, why: string, how: string): Explained => ({ title, what, why, how });

const EXPLANATIONS: Readonly<Record<DiagnosticCode | CreationCode, Explained>> = {
  INVALID_JSON_DESCRIPTION: of(
    'The text is not JSON',
    'Reading stopped at a character that cannot stand there: a missing comma, quote or bracket, most often just before the mark.',
    'AWS takes JSON only, so nothing of the workflow can be deployed. The drawing shows the last version that could be read.',
    'Go to the mark and look at what comes right before it.',
  ),
  INVALID_YAML_DESCRIPTION: of(
    'The text is not YAML',
    'Reading stopped at this line, usually because of its indentation or of a colon in an unquoted text.',
    'A definition that cannot be read cannot be converted to JSON, and so not deployed.',
    'Line the keys up with their siblings, and quote texts that have a colon or a leading special character.',
  ),
  TOO_DEEPLY_NESTED: of(
    'Nested too deeply',
    'Objects and lists stand inside each other more often than any workflow needs.',
    'AWS refuses such definitions, and this page stops reading at some depth to stay responsive.',
    'Move inner parts into state machines of their own and start them with states:startExecution.',
  ),
  DUPLICATE_KEY: of(
    'A name stands twice in one object',
    'Two fields, or two states, of one object have the same name.',
    'Only the last one counts. The first is silently dropped when the definition is deployed.',
    'Rename or delete one of them.',
  ),
  JSON_COMMENT: of(
    'A comment in JSON',
    'JSON has no comments; this page reads over them.',
    'AWS refuses a definition with comments.',
    'Move the words into a Comment field, which every state has, before you deploy.',
  ),
  TRAILING_COMMA: of(
    'A comma without anything after it',
    'The last item of an object or list is followed by a comma.',
    'This page reads over it, AWS does not.',
    'Delete the comma, or format the text.',
  ),
  BARE_PLACEHOLDER: of(
    'A placeholder outside a text',
    'A deployment tool is to put a value here. Until then the text is not quite JSON.',
    'It works if the tool puts in a number, true, false or an object, and breaks if it puts in a bare word.',
    'Nothing, if your tool knows about it. Quote it if a text is meant.',
  ),
  MULTIPLE_DOCUMENTS: of(
    'More than one YAML document',
    'A line of three dashes begins another document in the same text.',
    'Only the first is read.',
    'Put the definitions into files of their own.',
  ),
  MISSING_DESCRIPTION: of(
    'There is no definition',
    'The text is empty or holds nothing that could be a definition.',
    'AWS refuses an empty definition.',
    'Add a state from the palette, or paste a definition.',
  ),
  SCHEMA_VALIDATION_FAILED: of(
    'A field is missing, unknown or of the wrong kind',
    'The Amazon States Language says which fields a state of this type takes and what may stand in them. Here something else stands.',
    'AWS refuses the definition when it is created or updated, and says so with this code.',
    'The message names the field. Rename it if it is misspelt, correct its value, or take it out; fields of the other query language have a counterpart.',
  ),
  MISSING_TRANSITION_TARGET: of(
    'A transition leads nowhere, or nothing leads to a state',
    'Next, Default, StartAt and Catch must name a state of the same scope, and each state must be named by one of them.',
    'AWS refuses definitions with loose ends, because a part of the workflow could never run.',
    'Correct the name, lead a transition to the state, or delete the state. Nothing can lead into or out of a branch or an item processor.',
  ),
  MISSING_END_STATE: of(
    'The workflow cannot end',
    'No state of the machine has End: true, and none is a Succeed or Fail state.',
    'An execution could only stop by failing or by its timeout, so AWS refuses it.',
    'Let the last state end, or add a Succeed state and lead to it.',
  ),
  DUPLICATE_STATE_NAME: of(
    'Two states have one name',
    'Names of states are unique in the whole machine, also across branches and item processors.',
    'History and logs name states by name only; AWS refuses names that are not unique.',
    'Rename one of them. What leads to it is renamed with it.',
  ),
  INVALID_STATE_NAME: of(
    'The name of a state is too long',
    'A name may have 80 characters.',
    'AWS refuses longer ones.',
    'Shorten the name and put the rest into Comment.',
  ),
  CHOICE_WITHOUT_DEFAULT: of(
    'A Choice without Default',
    'When no rule matches there is no state to go to.',
    'The execution then fails with States.NoChoiceMatched, which no Catch of the Choice can take.',
    'Add a Default: the usual way on, or a Fail state that says what was not expected.',
  ),
  DEAD_CHOICE_RULE: of(
    'A rule that is never asked',
    'Rules are asked in order and the first that matches decides. One before this asks the same or always matches.',
    'What is behind this rule does not happen, although the drawing shows a way to it.',
    'Remove the rule, make it ask something else, or move it up.',
  ),
  SHADOWED_HANDLER: of(
    'A retrier or catcher that is never asked',
    'Handlers are asked in order, the first that names the error counts. All errors of this one are named before it.',
    'Its settings have no effect.',
    'Remove it, or take the errors out of the earlier one.',
  ),
  HEARTBEAT_NOT_SMALLER: of(
    'The heartbeat is not shorter than the timeout',
    'HeartbeatSeconds is how long a task may be silent, TimeoutSeconds how long it may take at all.',
    'A task that hangs is noticed by its timeout first, so the heartbeat does nothing.',
    'Make HeartbeatSeconds a fraction of TimeoutSeconds, or leave it out.',
  ),
  RETRIES_NEVER: of(
    'A retrier that does not retry',
    'MaxAttempts 0 keeps errors from the retriers after it. This one is the last.',
    'It is the same as if it were not there.',
    'Give it attempts, move it before a broader retrier, or remove it.',
  ),
  CONCURRENCY_OVER_LIMIT: of(
    'More iterations at a time than there can be',
    'A Map in inline mode runs about 40 iterations at a time, whatever MaxConcurrency says.',
    'It takes longer than the number promises.',
    'Lower the number, or use distributed mode, which runs up to 10,000.',
  ),
  DEFINITION_TOO_LARGE: of(
    'The definition is near its limit',
    'A definition may have 1 MB.',
    'AWS refuses larger ones.',
    'Move parts into state machines of their own, and long texts out of the definition.',
  ),
  NO_DOLLAR: of(
    'A path that is passed on as text',
    'In Parameters and its like only fields whose names end in .$ are evaluated. This one does not.',
    'The service gets the characters of the path instead of the value.',
    'Put .$ at the end of the field’s name, unless the text itself is meant.',
  ),
  PASS_RESULT_IS_STATIC: of(
    'Paths in a Result',
    'The Result of a Pass state is passed on as it is written.',
    'Later states get the characters of the path.',
    'Use Parameters instead of Result.',
  ),
  EXPRESSION_NOT_EVALUATED: of(
    'An expression of the other query language',
    'JSONPath states evaluate fields that end in .$, JSONata states evaluate texts between {% and %}; neither knows the other’s.',
    'The text is passed on as it is.',
    'Write it in the state’s own language, or change the state’s QueryLanguage.',
  ),
  POSSIBLY_UNDEFINED_VARIABLE: of(
    'A variable that may have no value',
    'No state that comes before this one, in its own scope or around it, assigns the variable. States inside a Map or Parallel cannot assign for those outside, and a Distributed Map sees none from outside.',
    'Reading a variable without value fails the state.',
    'Assign it earlier, or correct its name.',
  ),
  INTRINSIC_ARGUMENTS: of(
    'A call that cannot be made',
    'There is no intrinsic function of that name, or it takes another number of arguments.',
    'The state fails with States.IntrinsicFailure, if AWS takes the definition at all.',
    'Compare the call with the function’s description.',
  ),
  LAMBDA_WITHOUT_RETRY: of(
    'A Lambda function that is not retried',
    'Lambda may answer for a moment that it is out of order or busy. That has nothing to do with your function.',
    'Without a Retry such a moment fails the whole execution.',
    'Retry Lambda.ServiceException, Lambda.AWSLambdaException, Lambda.SdkClientException and Lambda.TooManyRequestsException.',
  ),
  TASK_WITHOUT_TIMEOUT: of(
    'A task that may wait for ever',
    'It waits for a job, a worker or a token, and nothing says for how long.',
    'If the answer gets lost the execution stays open for up to a year.',
    'Add TimeoutSeconds, and HeartbeatSeconds where the other side can send heartbeats.',
  ),
  POLLING_LOOP: of(
    'Asking until a job is done',
    'A loop of Wait and Task asks a service whether a job has ended. Step Functions can wait for this service’s jobs by itself.',
    'Every round costs state transitions, and the job’s end is noticed late.',
    'Put .sync at the end of the Resource that starts the job, and remove the loop.',
  ),
  NEEDLESS_PASS: of(
    'A state that could be saved',
    'A Pass that changes nothing, or that only keeps a value for later.',
    'Each state is a transition that is paid for, and one more box to read.',
    'Delete it, or assign a variable in the state before it.',
  ),
  DUPLICATE_LABEL_NAME: of(
    'Two Maps have one label',
    'Labels of Distributed Maps are unique in a state machine.',
    'The label is part of the Map Run’s name. AWS refuses duplicates.',
    'Choose another label, or leave it out.',
  ),
  INVALID_LABEL_NAME: of(
    'A label that cannot be one',
    'A label has at most 40 characters and no spaces or special characters.',
    'It is part of the Map Run’s name. AWS refuses others.',
    'Shorten it, or leave it out.',
  ),
  INVALID_JSONATA_EXPRESSION: of(
    'An expression that cannot be read',
    'What stands between {% and %} is not JSONata; the mark begins where reading stopped.',
    'AWS refuses the definition.',
    'Look for a missing bracket, quote or operator before the mark.',
  ),
  UNSUPPORTED_JSONATA_EXPRESSION: of(
    'An expression that has no data there',
    'Step Functions has no context value: a bare name, $ and $$ stand for nothing. $states.result exists in Output and Assign of states that call something, $states.errorOutput in catchers.',
    'AWS refuses the definition.',
    'Begin with $states.input, or with a variable.',
  ),
  RESERVED_VARIABLE_NAME: of(
    'A name that is taken',
    '$states is what Step Functions itself provides.',
    'AWS refuses to have it assigned.',
    'Choose another name.',
  ),
  INVALID_VARIABLE_NAME: of(
    'Not a name for a variable',
    'Names of variables consist of letters, digits and underscores, and do not begin with a digit.',
    'AWS refuses others.',
    'Rename the variable here and where it is read.',
  ),
};

const isKnown = (code: string): code is keyof typeof EXPLANATIONS => Object.hasOwn(EXPLANATIONS, code);

/** What a code means, for people. */
export const explain = (code: string): Explained =>
  isKnown(code)
    ? EXPLANATIONS[code]
    : of(
        'AWS would refuse this',
        'The check that AWS makes when a state machine is created answers with this code.',
        'The definition cannot be deployed as it is.',
        'The message is AWS’s own and names the place.',
      );
