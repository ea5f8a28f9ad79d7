import type { ChoiceExpression, ChoiceRule, QueryLanguage } from '../model';
import { didYouMean } from '../nearest';
import { isPlaceholder } from '../parse/placeholder';
import { propertyOf } from '../parse/pointer';
import { toJson } from '../parse/toJson';
import type { ObjectNode, SyntaxNode } from '../syntax';
import { CHOICE_OPERATORS, RULE_FIELDS } from './choiceOperators';
import {
  type FieldReader,
  type Findings,
  json,
  kindOf,
  objects,
  readFields,
  report,
  reportWrongType,
  text,
} from './fields';

const RULE = { Next: text, Output: json, Assign: json, Comment: text };

const UNREADABLE: ChoiceExpression = { kind: 'unreadable' };

/** The rules of a Choice state. */
export function choiceRules(language: QueryLanguage): FieldReader<readonly ChoiceRule[]> {
  return objects('choice rule', (node, findings) => ({
    ...(node && readFields(node, RULE, findings)),
    expression: node ? expression(node, language, findings) : UNREADABLE,
    node,
  }));
}

/** A rule, or a rule nested in one. The field that the query language has wins when there are several. */
function expression(node: ObjectNode, language: QueryLanguage, findings: Findings): ChoiceExpression {
  const fields =
    language === 'JSONata' ? ['Condition', ...JSONPATH_FIELDS] : [...JSONPATH_FIELDS, 'Condition'];
  for (const field of fields) {
    const property = propertyOf(node, field);
    if (property === undefined) continue;
    return property.value ? read(node, field, property.value, language, findings) : UNREADABLE;
  }
  const expected =
    language === 'JSONata' ? 'a Condition' : 'a Variable with a comparison, or one of And, Or and Not';
  report(findings, `This choice rule says nothing to test. Give it ${expected}.`, node);
  return UNREADABLE;
}

const JSONPATH_FIELDS = ['And', 'Or', 'Not', 'Variable'];

function read(
  node: ObjectNode,
  field: string,
  value: SyntaxNode,
  language: QueryLanguage,
  findings: Findings,
): ChoiceExpression {
  switch (field) {
    case 'And':
    case 'Or':
      return composite(field, value, language, findings);
    case 'Not':
      if (value.kind === 'object') return { kind: 'not', rule: expression(value, language, findings) };
      return unreadable(field, 'a choice rule', value, findings);
    case 'Condition':
      if (value.kind === 'scalar' && (typeof value.value === 'string' || typeof value.value === 'boolean')) {
        return { kind: 'condition', condition: value.value };
      }
      return unreadable(field, 'a {% JSONata %} expression, true or false', value, findings);
    default:
      return comparison(node, value, findings);
  }
}

function composite(
  field: 'And' | 'Or',
  value: SyntaxNode,
  language: QueryLanguage,
  findings: Findings,
): ChoiceExpression {
  if (value.kind !== 'array') return unreadable(field, 'a list of choice rules', value, findings);
  const rules = value.items.map((item) => {
    if (item.kind === 'object') return expression(item, language, findings);
    if (!isPlaceholder(item))
      report(findings, `A choice rule must be an object, but this is ${kindOf(item)}.`, item);
    return UNREADABLE;
  });
  return { kind: field === 'And' ? 'and' : 'or', rules };
}

function comparison(node: ObjectNode, variable: SyntaxNode, findings: Findings): ChoiceExpression {
  const path = text.read(variable, findings);
  if (path === undefined) return unreadable('Variable', 'a path such as $.status', variable, findings);
  const operator = node.properties.find(({ key }) => CHOICE_OPERATORS.has(key));
  if (operator?.value) {
    return { kind: 'comparison', variable: path, operator: operator.key, operand: toJson(operator.value) };
  }
  const unknown = node.properties.find(({ key }) => !RULE_FIELDS.has(key));
  if (operator === undefined && unknown !== undefined) {
    const hint = didYouMean(unknown.key, CHOICE_OPERATORS);
    report(findings, `“${unknown.key}” is not a comparison operator.${hint}`, unknown.keyRange);
  } else if (operator === undefined) {
    report(
      findings,
      `There is nothing that “${path}” is compared with. Add an operator such as StringEquals.`,
      node,
    );
  }
  return UNREADABLE;
}

function unreadable(
  field: string,
  expected: string,
  value: SyntaxNode,
  findings: Findings,
): ChoiceExpression {
  if (!isPlaceholder(value)) reportWrongType(field, expected, value, findings);
  return UNREADABLE;
}
