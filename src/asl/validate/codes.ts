/**
 * Every code that a finding may have, and where its rule comes from. Codes of AWS are those that
 * ValidateStateMachineDefinition answers with; the others are ours.
 */
export const DIAGNOSTIC_CODES = {
  INVALID_JSON_DESCRIPTION: 'AWS: the definition is not JSON. Recorded: test_sfn_api_validation',
  INVALID_YAML_DESCRIPTION: 'YAML 1.2',
  TOO_DEEPLY_NESTED: 'AWS: API reference, ValidateStateMachineDefinition; the depth is ours',
  DUPLICATE_KEY:
    'RFC 8259, section 4: names should be unique; AWS keeps the last; ASL specification, Payload Template',
  JSON_COMMENT: 'RFC 8259: JSON has no comments',
  TRAILING_COMMA: 'RFC 8259, section 2: structural characters',
  BARE_PLACEHOLDER: 'Terraform templatefile, CloudFormation DefinitionSubstitutions',
  MULTIPLE_DOCUMENTS: 'YAML 1.2, section 9: streams of documents',
  MISSING_DESCRIPTION: 'AWS: API reference, ValidateStateMachineDefinition',
  SCHEMA_VALIDATION_FAILED:
    'AWS: field missing, unknown or of the wrong type. Recorded: test_sfn_api_validation',
  MISSING_TRANSITION_TARGET: 'AWS: dangling target, unreachable state. Recorded: test_sfn_api',
  MISSING_END_STATE: 'AWS: API reference, ValidateStateMachineDefinition',
  DUPLICATE_STATE_NAME:
    'AWS: names are unique in the whole machine; API reference, ValidateStateMachineDefinition',
  INVALID_STATE_NAME: 'AWS: names have at most 80 characters; API reference, ValidateStateMachineDefinition',
  CHOICE_WITHOUT_DEFAULT: 'ASL specification, "Choice State": States.NoChoiceMatched',
  DEAD_CHOICE_RULE: 'ASL specification, "Choice State": rules are asked in order, the first match counts',
  SHADOWED_HANDLER: 'ASL specification, "Errors": handlers are asked in order, the first match counts',
  HEARTBEAT_NOT_SMALLER: 'ASL specification, "Task State": the heartbeat is smaller than the timeout',
  RETRIES_NEVER: 'ASL specification, "Retrying after error": MaxAttempts 0 means never',
  CONCURRENCY_OVER_LIMIT: 'AWS: developer guide, Map state in Inline mode, 40 concurrent iterations',
  DEFINITION_TOO_LARGE: 'AWS: quotas, maximum request size of 1 MB',
  NO_DOLLAR: 'AWS: API reference, ValidateStateMachineDefinition',
  PASS_RESULT_IS_STATIC: 'AWS: API reference, ValidateStateMachineDefinition',
  EXPRESSION_NOT_EVALUATED: 'AWS: developer guide, query languages have their own fields',
  POSSIBLY_UNDEFINED_VARIABLE: 'AWS: developer guide, scope of workflow variables',
  INTRINSIC_ARGUMENTS: 'AWS: developer guide, intrinsic functions and their arguments',
  LAMBDA_WITHOUT_RETRY: 'AWS: developer guide, best practices, transient Lambda exceptions',
  TASK_WITHOUT_TIMEOUT: 'AWS: developer guide, best practices, timeouts',
  POLLING_LOOP: 'AWS: developer guide, Run a Job (.sync)',
  NEEDLESS_PASS: 'AWS: developer guide, passing data with variables',
} as const;

export type DiagnosticCode = keyof typeof DIAGNOSTIC_CODES;
