import type { Json, StateType } from '../../asl';
import { parseTimestamp } from '../data/timestamp';
import type { CheckedState } from './checkedState';
import { checkChoice } from './choice';
import { checkMap } from './map';
import { exactlyOne, oneOnly, required } from './report';
import { checkTask } from './task';
import { isDynamic, isExpression, listOf } from './values';

const WAIT = ['SecondsPath', 'Seconds', 'TimestampPath', 'Timestamp'];

/** What only one type of state asks for. */
const BY_TYPE = {
  Pass: () => {},
  Succeed: () => {},
  Task: checkTask,
  Choice: checkChoice,
  Wait: checkWait,
  Fail: checkFail,
  Parallel: checkParallel,
  Map: checkMap,
} satisfies Record<StateType, (state: CheckedState) => void>;

export const checkType = (state: CheckedState): void => BY_TYPE[state.type](state);

function checkWait({ fields, location, language, report }: CheckedState): void {
  const given = WAIT.filter((field) => Object.hasOwn(fields, field));
  if (given.length > 1) report.schema(oneOnly(WAIT), location);
  if (given.length === 0) report.schema(exactlyOne(WAIT), location);
  const { Timestamp } = fields;
  if (Timestamp === undefined) return;
  const isTime =
    typeof Timestamp === 'string' &&
    ((language === 'JSONata' && isExpression(Timestamp)) || parseTimestamp(Timestamp) !== undefined);
  if (!isTime) report.schema('String does not match RFC3339 timestamp', `${location}/Timestamp`);
}

function checkFail({ fields, location, language, report }: CheckedState): void {
  for (const field of ['Error', 'Cause', 'ErrorPath', 'CausePath']) {
    const value: Json | undefined = fields[field];
    if (value === undefined) continue;
    const at = `${location}/${field}`;
    if (typeof value !== 'string') report.schema('Expected value of type [STRING]', at);
    else if (field.endsWith('Path') && language === 'JSONPath' && !isDynamic(value)) {
      report.schema('Value must be a valid JSONPath.', at);
    }
  }
}

function checkParallel({ fields, location, report }: CheckedState): void {
  const branches = listOf(fields.Branches);
  if (!branches) report.schema(required(['Branches']), location);
  else if (branches.length === 0) report.schema('Value cannot be empty', `${location}/Branches`);
}
