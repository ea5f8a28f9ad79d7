import type { CheckedState } from './checkedState';
import { EXCLUSIVE, FIELDS, STATE_RANGES } from './fieldTable';
import { exactlyOne, notSupported, oneOnly } from './report';
import { checkNumber, checkPath, checkReferencePath, checkTemplate } from './values';

const REFERENCE_PATHS = [
  'ResultPath',
  'SecondsPath',
  'TimestampPath',
  'TimeoutSecondsPath',
  'HeartbeatSecondsPath',
  'MaxConcurrencyPath',
  'ToleratedFailureCountPath',
  'ToleratedFailurePercentagePath',
];
const PATHS = ['InputPath', 'OutputPath', 'ItemsPath'];
const TEMPLATES = ['Parameters', 'ResultSelector', 'ItemSelector', 'Assign', 'Credentials'];

/** Which fields may stand in a state, and what all types of state have in common. */
export function checkFields(state: CheckedState): void {
  const { type, fields, location, language, report } = state;
  for (const field of Object.keys(fields)) {
    const belongs = Object.hasOwn(FIELDS[type], field) ? FIELDS[type][field] : undefined;
    if (belongs === undefined) report.schema(notSupported(field), location);
    else if (belongs !== 'both' && belongs !== language) {
      report.schema(
        `The QueryLanguage is set to '${language}', but field '${field}' is only supported for the '${belongs}' QueryLanguage`,
        location,
      );
    }
  }
  for (const pair of EXCLUSIVE) {
    if (pair.every((field) => Object.hasOwn(fields, field))) report.schema(oneOnly(pair), location);
  }
  if (Object.hasOwn(FIELDS[type], 'Next')) checkOnward(state);
  for (const [field, range] of Object.entries(STATE_RANGES)) {
    if (Object.hasOwn(FIELDS[type], field)) {
      checkNumber(fields[field], range, language === 'JSONata', `${location}/${field}`, report);
    }
  }
  if (language !== 'JSONPath') return;
  const own = (names: readonly string[]) => names.filter((name) => Object.hasOwn(FIELDS[type], name));
  for (const field of own(PATHS)) checkPath(fields[field], `${location}/${field}`, report);
  for (const field of own(REFERENCE_PATHS)) checkReferencePath(fields[field], `${location}/${field}`, report);
  for (const field of own(TEMPLATES)) checkTemplate(fields[field], `${location}/${field}`, report);
}

/** Exactly one of Next and End; `End: false` is no End. */
function checkOnward({ fields, location, report }: CheckedState): void {
  const next = Object.hasOwn(fields, 'Next');
  const end = fields.End === true;
  if (next && end) report.schema(oneOnly(['Next', 'End']), location);
  else if (!next && !end) report.schema(exactlyOne(['Next', 'End']), location);
}
