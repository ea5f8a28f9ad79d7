import { isJsonObject, jsonOf } from '../../asl';
import { checkMachine } from './machine';
import { type CreationDiagnostic, Report } from './report';

/** As ValidateStateMachineDefinition answers. */
export interface ValidationResult {
  readonly result: 'OK' | 'FAIL';
  readonly diagnostics: readonly CreationDiagnostic[];
  readonly truncated: boolean;
}

const MOST_DIAGNOSTICS = 100;

/**
 * What AWS says about a definition before it creates a state machine of it, in AWS's words and places. Only
 * JSON is a definition here, as it is for AWS.
 * Recorded: sfn_api_validation/*; Source: messages that users measured against ValidateStateMachineDefinition.
 */
export function validateDefinition(text: string, type: 'STANDARD' | 'EXPRESS'): ValidationResult {
  const report = new Report();
  if (text.trim() === '') report.add('SCHEMA_VALIDATION_FAILED', 'Definition must be a valid JSON object');
  else {
    const value = jsonOf(text);
    if (value === undefined) reportUnreadable(text, report);
    else if (!isJsonObject(value))
      report.add('SCHEMA_VALIDATION_FAILED', 'Definition must be a valid JSON object');
    else checkMachine(value, type === 'EXPRESS', report);
  }
  const { diagnostics } = report;
  return {
    result: diagnostics.length === 0 ? 'OK' : 'FAIL',
    diagnostics: diagnostics.slice(0, MOST_DIAGNOSTICS),
    truncated: diagnostics.length > MOST_DIAGNOSTICS,
  };
}

/** The message with which CreateStateMachine refuses a definition. Recorded: sfn_api/test_create_delete_invalid_sm. */
export function creationError(diagnostics: readonly CreationDiagnostic[]): string {
  const parts = diagnostics.map(
    ({ code, message, location }) => `${code}: ${message} at ${location ?? null}`,
  );
  return `Invalid State Machine Definition: '${parts.join(', ')}'`;
}

/** AWS reads JSON with Jackson, and passes its words on. Other breaks than a bare word are told alike. */
function reportUnreadable(text: string, report: Report): void {
  const start = text.search(/\S/);
  const word = /^[\w$-]+/.exec(text.slice(start))?.[0] ?? text.charAt(start);
  const before = text.slice(0, start).split('\n');
  const column = (before.at(-1)?.length ?? 0) + word.length + 1;
  const place = `[Source: (String)"${text}"; line: ${before.length}, column: ${column}]`;
  report.add(
    'INVALID_JSON_DESCRIPTION',
    `Unrecognized token '${word}': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')\n at ${place}`,
    place,
  );
}
