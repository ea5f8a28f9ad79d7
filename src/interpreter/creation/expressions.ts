import { isJsonObject, type Json } from '../../asl';
import { checkExpression, type StatesFields } from '../data/jsonata/checks';
import { expressionText } from '../data/jsonata/expressionText';
import type { CheckedState } from './checkedState';
import { listOf, objectOf } from './values';

/** Never read as JSONata. Nested scopes check their own states. */
const PLAIN: ReadonlySet<string> = new Set([
  'Type',
  'Comment',
  'QueryLanguage',
  'Next',
  'Default',
  'Resource',
  'Retry',
  'Catch',
  'Branches',
  'ItemProcessor',
  'Iterator',
  'Label',
]);
const HAS_RESULT: ReadonlySet<string> = new Set(['Task', 'Parallel', 'Map']);
const CATCHER_FIELDS = ['Output', 'Assign'] as const;

/** Every `{% %}` of a JSONata state: its syntax, and what it refers to where it stands. */
export function checkExpressions(state: CheckedState): void {
  if (state.language !== 'JSONata') return;
  const { fields, location, type } = state;
  for (const [field, value] of Object.entries(fields)) {
    if (PLAIN.has(field)) continue;
    const afterWork = field === 'Output' || field === 'Assign';
    check(value, `${location}/${field}`, afterWork && HAS_RESULT.has(type) ? ['result'] : [], state);
  }
  (listOf(fields.Catch) ?? []).forEach((value, index) => {
    const catcher = objectOf(value);
    for (const field of CATCHER_FIELDS) {
      check(catcher?.[field], `${location}/Catch[${index}]/${field}`, ['errorOutput'], state);
    }
  });
}

function check(value: Json | undefined, location: string, known: StatesFields, state: CheckedState): void {
  if (typeof value === 'string') checkText(value, location, known, state);
  else if (Array.isArray(value)) {
    (value as readonly Json[]).forEach((item, index) => {
      check(item, `${location}[${index}]`, known, state);
    });
  } else if (isJsonObject(value)) {
    for (const [key, field] of Object.entries(value)) {
      if (key !== 'CSVHeaders' && key !== 'Next') check(field, `${location}/${key}`, known, state);
    }
  }
}

function checkText(text: string, location: string, known: StatesFields, { report }: CheckedState): void {
  const expression = expressionText(text);
  if (expression === undefined) {
    if (text.startsWith('{%')) report.schema('JSONata string must start with {% and end with %}', location);
    return;
  }
  for (const { code, message } of checkExpression(expression, known)) report.add(code, message, location);
}
