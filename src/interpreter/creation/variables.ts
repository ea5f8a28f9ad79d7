import type { Json } from '../../asl';
import type { CheckedState } from './checkedState';
import { listOf, objectOf } from './values';

const NAME = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;

/** Names that Assign gives to variables. */
export function checkVariables(state: CheckedState): void {
  const { fields, location } = state;
  checkAssign(fields.Assign, `${location}/Assign`, state);
  for (const list of ['Choices', 'Catch']) {
    (listOf(fields[list]) ?? []).forEach((value, index) => {
      checkAssign(objectOf(value)?.Assign, `${location}/${list}[${index}]/Assign`, state);
    });
  }
}

function checkAssign(assign: Json | undefined, location: string, { language, report }: CheckedState): void {
  for (const key of Object.keys(objectOf(assign) ?? {})) {
    const name = language === 'JSONPath' ? key.replace(/\.\$$/, '') : key;
    if (name === 'states') {
      report.add(
        'RESERVED_VARIABLE_NAME',
        "Cannot assign to reserved variable '$states'.",
        `${location}/${key}`,
      );
    } else if (!NAME.test(name)) {
      report.add(
        'INVALID_VARIABLE_NAME',
        `Invalid variable name '${name}': the variable name contains invalid characters.`,
        `${location}/${key}`,
      );
    }
  }
}
