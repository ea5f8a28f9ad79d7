/**
 * Every code that a finding may have, and where its rule comes from. Codes of AWS are those that
 * ValidateStateMachineDefinition answers with; the others are ours.
 */
export const DIAGNOSTIC_CODES = {
  INVALID_JSON_DESCRIPTION: 'AWS: the definition is not JSON. Recorded: test_sfn_api_validation',
  INVALID_YAML_DESCRIPTION: 'YAML 1.2',
  TOO_DEEPLY_NESTED: 'AWS: API reference, ValidateStateMachineDefinition; the depth is ours',
  DUPLICATE_KEY: 'RFC 8259, section 4: names should be unique; AWS keeps the last',
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
} as const;

export type DiagnosticCode = keyof typeof DIAGNOSTIC_CODES;
