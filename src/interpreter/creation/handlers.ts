import type { JsonObject } from '../../asl';
import type { CheckedState } from './checkedState';
import { RETRIER_RANGES } from './fieldTable';
import { oneOf, required } from './report';
import { checkNumber, checkReferencePath, checkTemplate, listOf, objectOf } from './values';

/** Retriers and catchers. */
export function checkHandlers(state: CheckedState): void {
  forEach(state, 'Retry', (retrier, at) => {
    const { report } = state;
    for (const [field, range] of Object.entries(RETRIER_RANGES)) {
      checkNumber(retrier[field], range, false, `${at}/${field}`, report);
    }
    const rate = retrier.BackoffRate;
    if (typeof rate === 'number' && rate < 1) report.schema('Minimum value is 1', `${at}/BackoffRate`);
    const jitter = retrier.JitterStrategy;
    if (jitter !== undefined && jitter !== 'NONE' && jitter !== 'FULL') {
      report.schema(oneOf(['NONE', 'FULL']), `${at}/JitterStrategy`);
    }
  });
  forEach(state, 'Catch', (catcher, at) => {
    if (!Object.hasOwn(catcher, 'Next')) state.report.schema(required(['Next']), at);
    if (state.language !== 'JSONPath') return;
    checkReferencePath(catcher.ResultPath, `${at}/ResultPath`, state.report);
    checkTemplate(catcher.Assign, `${at}/Assign`, state.report);
  });
}

function forEach(
  { fields, location, report }: CheckedState,
  field: 'Retry' | 'Catch',
  check: (handler: JsonObject, location: string) => void,
): void {
  const handlers = listOf(fields[field]) ?? [];
  handlers.forEach((value, index) => {
    const handler = objectOf(value);
    if (!handler) return;
    const at = `${location}/${field}[${index}]`;
    const errors = listOf(handler.ErrorEquals);
    if (!errors) report.schema(required(['ErrorEquals']), at);
    else if (errors.length === 0) report.schema('Value cannot be empty', `${at}/ErrorEquals`);
    else if (errors.includes('States.ALL') && (errors.length > 1 || index < handlers.length - 1)) {
      report.schema('States.ALL must appear alone and at end of list', `${at}/ErrorEquals`);
    }
    check(handler, at);
  });
}
