import type { Json } from '../json';
import type { ChoiceExpression, Comparison } from '../model';

/** Read after the variable: `$.x is present`, and with operand false `$.x is not present`. */
const TESTS: Readonly<Record<string, string>> = {
  IsPresent: 'present',
  IsNull: 'null',
  IsNumeric: 'a number',
  IsString: 'a string',
  IsBoolean: 'a boolean',
  IsTimestamp: 'a timestamp',
};

const SIGNS: Readonly<Record<string, string>> = {
  Equals: '==',
  LessThan: '<',
  GreaterThan: '>',
  LessThanEquals: '<=',
  GreaterThanEquals: '>=',
};

const COMPARISON =
  /^(String|Numeric|Boolean|Timestamp)(Equals|LessThan|GreaterThan|LessThanEquals|GreaterThanEquals)(Path)?$/;

/** Words for a rule that cannot be read. */
const UNREADABLE = '?';

/**
 * A Choice rule in words: `$.x == 1 and $.y > 3`, `not ($.a is present)`, `$.name matches "a*"`; of JSONata the
 * expression without its braces.
 */
export function choiceWords(expression: ChoiceExpression): string {
  switch (expression.kind) {
    case 'comparison':
      return comparisonWords(expression);
    case 'not':
      return `not (${choiceWords(expression.rule)})`;
    case 'and':
    case 'or':
      return compositeWords(expression.kind, expression.rules);
    case 'condition':
      return typeof expression.condition === 'string'
        ? expressionText(expression.condition)
        : String(expression.condition);
    case 'unreadable':
      return UNREADABLE;
  }
}

/** A JSONata string without `{%` and `%}`, its white space made single; other strings as they are. */
export function expressionText(value: string): string {
  return value.replace(/^\{%/, '').replace(/%\}$/, '').replace(/\s+/g, ' ').trim();
}

function compositeWords(kind: 'and' | 'or', rules: readonly ChoiceExpression[]): string {
  if (rules.length === 0) return UNREADABLE;
  return rules
    .map((rule) => {
      const words = choiceWords(rule);
      const mixed =
        (rule.kind === 'and' || rule.kind === 'or') && rule.kind !== kind && rule.rules.length > 1;
      return mixed ? `(${words})` : words;
    })
    .join(` ${kind} `);
}

function comparisonWords({ variable, operator, operand }: Comparison): string {
  const test = Object.hasOwn(TESTS, operator) ? TESTS[operator] : undefined;
  if (test !== undefined) return `${variable} ${operand === false ? 'is not' : 'is'} ${test}`;
  if (operator === 'StringMatches') return `${variable} matches ${JSON.stringify(operand)}`;
  const [, type, order, path] = COMPARISON.exec(operator) ?? [];
  if (order === undefined) return `${variable} ${operator} ${JSON.stringify(operand)}`;
  return `${variable} ${SIGNS[order]} ${operandWords(operand, type === 'Timestamp' || path !== undefined)}`;
}

/** Paths and timestamps are read without quotes. */
const operandWords = (operand: Json, bare: boolean): string =>
  bare && typeof operand === 'string' ? operand : JSON.stringify(operand);
