import type { Json, JsonObject } from '../../asl';
import { CHOICE_OPERATORS } from '../data/choiceOperators';
import type { CheckedState } from './checkedState';
import { notSupported, oneOnly, required } from './report';
import { checkReferencePath, listOf, objectOf } from './values';

const SELECTORS = ['And', 'Or', 'Not', 'Variable', 'Condition'];

/** A Choice's rules, nested ones included. */
export function checkChoice(state: CheckedState): void {
  const { fields, location, report } = state;
  const rules = listOf(fields.Choices);
  if (!rules) {
    report.schema(required(['Choices']), location);
    return;
  }
  if (rules.length === 0) report.schema('Value cannot be empty', `${location}/Choices`);
  rules.forEach((rule, index) => {
    const at = `${location}/Choices[${index}]`;
    const own = objectOf(rule);
    if (!own) return;
    if (!Object.hasOwn(own, 'Next')) report.schema(required(['Next']), at);
    checkRule(own, at, state);
  });
}

function checkRule(rule: JsonObject, location: string, state: CheckedState): void {
  const { report, language } = state;
  const selectors = SELECTORS.filter((field) => Object.hasOwn(rule, field));
  if (selectors.length !== 1) {
    report.schema(
      `The object must have only one of the following fields, [${SELECTORS.join(', ')}]`,
      location,
    );
    return;
  }
  const [selector = ''] = selectors;
  const belongs = selector === 'Condition' ? 'JSONata' : 'JSONPath';
  if (belongs !== language) {
    report.schema(
      `The QueryLanguage is set to '${language}', but field '${selector}' is only supported for the '${belongs}' QueryLanguage`,
      state.location,
    );
    return;
  }
  if (selector === 'Variable') checkComparison(rule, location, state);
  else if (selector !== 'Condition') checkNested(rule[selector], `${location}/${selector}`, state);
}

function checkNested(value: Json | undefined, location: string, state: CheckedState): void {
  const inner = objectOf(value);
  const rules = inner ? [inner] : (listOf(value) ?? []);
  if (!inner && rules.length === 0) state.report.schema('Value cannot be empty', location);
  rules.forEach((rule, index) => {
    const own = objectOf(rule);
    if (!own) return;
    const at = inner ? location : `${location}[${index}]`;
    if (Object.hasOwn(own, 'Next')) state.report.schema(notSupported('Next'), at);
    checkRule(own, at, state);
  });
}

function checkComparison(rule: JsonObject, location: string, { report }: CheckedState): void {
  checkReferencePath(rule.Variable, `${location}/Variable`, report);
  const operators = Object.keys(rule).filter((field) => CHOICE_OPERATORS.has(field));
  if (operators.length !== 1) report.schema(oneOnly([...CHOICE_OPERATORS]), location);
  const [operator = ''] = operators;
  if (operator.endsWith('Path')) checkReferencePath(rule[operator], `${location}/${operator}`, report);
}
