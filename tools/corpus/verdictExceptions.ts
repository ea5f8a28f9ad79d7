const NO_ARN = 'AWS: “Value is not a valid resource ARN”, measured: a Resource begins with arn:';

/**
 * Samples on which we disagree with the validator they come from, by name, and AWS's rule that we hold to. One on which
 * we agree must come off the list.
 */
export const VERDICT_EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  [
    'asl-validator--invalid-cfn-definition-substitutions',
    'a deployment tool puts the value in: AWS never sees the placeholder',
  ],
  [
    'asl-validator--invalid-json-surround-syntax-extra-spaces',
    'AWS takes any space between {% and %} and the expression',
  ],
  [
    'asl-validator--invalid-jsonata-surround-syntax-no-spaces',
    'AWS wants {% at the beginning and %} at the end, and no space inside them',
  ],
  [
    'asl-validator--invalid-task-alias-function',
    'AWS wants an ARN at creation, and looks the function up when it is called',
  ],
  [
    'asl-validator--valid-path-array-context',
    'AWS: “Value must be a valid JSONPath.”, measured: a filter begins with ?',
  ],
  [
    'asl-validator--valid-task-credentials',
    "AWS: “The field 'RoleArn' is required but was missing”, recorded for Credentials",
  ],
  [
    'asl-validator--valid-task-intrisic-function',
    'a CloudFormation function is no Resource: AWS sees the ARN it becomes',
  ],
  [
    'statelint--succeed-with-comment-in-catcher',
    'AWS: “Parameters field is required for resource ARN: arn:aws:states:::lambda:invoke”, measured',
  ],
  [
    'asl-language-service--test-validation-with-jsonata-fields-does-not-show-diagnostic-error-on-valid-stat',
    "AWS: “Field '$states.function' does not exist.”, measured for what $states has not",
  ],
  [
    'asl-language-service-yaml--asl-improvements-test-validation-of-resultselector-field-does-not-show-diagnosti-2',
    'AWS: “must be a valid JSONPath or a valid intrinsic function call”, measured: arguments have commas between them',
  ],
  ...[
    'statelint--backoff-with-jitter-on-retry',
    'statelint--backoff-with-backoffrate-decimal',
    'statelint--task-with-resultpath',
    'statelint--task-with-resultselector',
    'statelint--task-with-credentials',
    'statelint--states-stringtojson-invocation',
    'statelint--states-array-intrinsic-functions',
    'statelint--states-encoding-decoding-intrinsic-functions',
    'statelint--states-hash-intrinsic-functions',
    'statelint--states-json-intrinsic-functions',
    'statelint--states-string-intrinsic-functions',
    'statelint--states-uuid-intrinsic-functions',
    'wmfs-statelint--hello-world-with-caught-failures',
    'asl-language-service--test-validation-of-resource-arn-for-task-state-does-not-show-diagnostic-on-inval',
    'asl-language-service-yaml--test-validation-of-resource-arn-for-task-state-does-not-show-diagnostic-on-inval',
    'asl-language-service-yaml--test-validation-of-resource-arn-for-task-state-does-not-show-diagnostic-on-valid',
  ].map((name) => [name, NO_ARN] as const),
]);
