import { describe, expect, test } from 'vitest';
import { checkExpression } from './checks';

const messages = (text: string, fields: Parameters<typeof checkExpression>[1] = []): readonly string[] =>
  checkExpression(text, fields).map(({ code, message }) => `${code}: ${message}`);

describe('what AWS refuses when a state machine is created', () => {
  test.each([
    ['phone', "Reference to 'phone' at the top level is not supported."],
    ['$x + phone.number', "Reference to 'phone' at the top level is not supported."],
    ['$map($x, function($v) { total })', "Reference to 'total' at the top level is not supported."],
    ['{"a": name}', "Reference to 'name' at the top level is not supported."],
    ['$', "Reference to '$' is not supported."],
    ['$$.a', "Reference to '$$' is not supported."],
    ['$x[$$.a = 1]', "Reference to '$$' is not supported."],
    ['$states.result', "Field '$states.result' does not exist."],
    ['$count($states.errorOutput.Cause)', "Field '$states.errorOutput' does not exist."],
    ['$states.inputs.a', "Field '$states.inputs' does not exist."],
  ])('%s', (text, message) => {
    expect(messages(text)).toEqual([`UNSUPPORTED_JSONATA_EXPRESSION: ${message}`]);
  });

  test.each([
    '$states.input.items[value > 3].name',
    '$x.(price * quantity)',
    '$x^(price)',
    '$x{category: $sum(price)}',
    '$x[$ = 1]',
    '$x ~> |items|{"total": price}|',
    '$states',
    '$x.$uppercase(name)',
    '$states.context.Execution.Id',
    '"phone"',
    '$sum([1..3])',
  ])('%s is accepted', (text) => expect(messages(text)).toEqual([]));

  test('fields of $states exist where the state gives them', () => {
    expect(messages('$states.result.a', ['result'])).toEqual([]);
    expect(messages('$states.errorOutput', ['errorOutput'])).toEqual([]);
  });

  test.each([
    ['a[1,2)', 'Expected "]", got ","'],
    ['1 +', 'Unexpected end of expression'],
    ['"unterminated', 'String literal must be terminated by a matching quote'],
    ['$match("a", /[/)', ''],
  ])('%s: %s', (text, message) => {
    const [problem] = checkExpression(text, []);
    expect(problem?.code).toBe('INVALID_JSONATA_EXPRESSION');
    expect(problem?.message).toContain(message);
  });
});
