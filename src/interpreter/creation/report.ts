/** What AWS says about a definition it refuses. Source: API reference, ValidateStateMachineDefinition. */
export interface CreationDiagnostic {
  readonly severity: 'ERROR';
  readonly code: CreationCode;
  readonly message: string;
  /** E.g. `/States/Choose/Choices[0]/Next`; absent when it is about the whole text. */
  readonly location?: string;
}

export type CreationCode =
  | 'INVALID_JSON_DESCRIPTION'
  | 'SCHEMA_VALIDATION_FAILED'
  | 'MISSING_TRANSITION_TARGET'
  | 'MISSING_END_STATE'
  | 'DUPLICATE_STATE_NAME'
  | 'INVALID_STATE_NAME'
  | 'DUPLICATE_LABEL_NAME'
  | 'INVALID_LABEL_NAME'
  | 'RESERVED_VARIABLE_NAME'
  | 'INVALID_VARIABLE_NAME'
  | 'INVALID_JSONATA_EXPRESSION'
  | 'UNSUPPORTED_JSONATA_EXPRESSION';

/** Collects findings in the order they are made. */
export class Report {
  readonly diagnostics: CreationDiagnostic[] = [];

  add(code: CreationCode, message: string, location?: string): void {
    this.diagnostics.push({
      severity: 'ERROR',
      code,
      message,
      ...(location === undefined ? {} : { location }),
    });
  }

  /** The most frequent code. */
  schema(message: string, location: string): void {
    this.add('SCHEMA_VALIDATION_FAILED', message, location);
  }
}

export const oneOnly = (fields: readonly string[]): string =>
  `There should only be one of the following fields: [${fields.join(', ')}]`;
export const exactlyOne = (fields: readonly string[]): string =>
  `This object should have only one of the following fields: [${fields.join(', ')}]`;
export const required = (fields: readonly string[]): string =>
  `These fields are required: [${fields.join(', ')}]`;
export const notSupported = (field: string): string => `Field '${field}' is not supported`;
export const oneOf = (values: readonly string[]): string =>
  `Value should be one of the following: [${values.join(', ')}]`;
