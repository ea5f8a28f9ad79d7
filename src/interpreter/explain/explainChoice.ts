import {
  type ChoiceExpression,
  type ChoiceState,
  type Comparison,
  choiceWords,
  type Json,
  type State,
} from '../../asl';
import type { ConditionScope } from '../condition';
import { compileChoiceExpression } from '../data/choice';
import { SyntaxProblem } from '../data/compiled.types';
import { Failure } from '../data/failure';
import { expressionText } from '../data/jsonata/expressionText';
import { saysOutOfTime } from '../data/jsonata/jsonataError';
import { compileJsonataTemplate } from '../data/jsonata/template';
import { compilePath } from '../data/path';
import { jsonPathFlow } from '../language/jsonPath/flow';
import type { Visit } from '../language/visit.types';
import type { Explained, OperandValue, RuleExplanation } from './explain.types';
import { jsonataComparisons } from './jsonataComparisons';

/**
 * What each rule of a Choice comes to on the data of a visit: also those after the first that holds, which the Choice
 * itself does not ask. Nothing of the execution is touched.
 *
 * @param clock milliseconds: the operands of all rules together are evaluated for a moment only
 */
export async function explainChoice(
  state: State,
  choice: ChoiceState,
  scope: ConditionScope,
  clock: () => number,
): Promise<readonly RuleExplanation[]> {
  const root = effectiveInput(state, scope);
  // All at once: they share the time.
  const hurried = { ...scope, patience: RULES_TIME };
  const rules = await Promise.all(
    choice.Choices.map(async ({ expression, Next }): Promise<RuleExplanation> => {
      const next = Next === undefined ? {} : { next: Next };
      const words = choiceWords(expression);
      if (state.queryLanguage === 'JSONata')
        return { words, ...next, ...(await jsonataAnswer(expression, hurried)) };
      if (root instanceof Failure) return { words, ...next, answer: problemOf(root), comparisons: [] };
      const answer = answerOf(compileChoiceExpression(expression)(root, scope));
      return { words, ...next, answer, comparisons: comparisonsOf(expression, root, scope) };
    }),
  );
  if (state.queryLanguage !== 'JSONata') return rules;
  const end = clock() + OPERANDS_TIME;
  const explained: RuleExplanation[] = [];
  for (const [index, rule] of rules.entries()) {
    const text = conditionText(choice.Choices[index]?.expression);
    const own =
      text === undefined
        ? {}
        : await jsonataComparisons(text, { input: scope.input }, scope, () => end - clock());
    explained.push({ ...rule, ...own });
  }
  return explained;
}

/** Milliseconds for the conditions of all rules: nothing else of the run gets on meanwhile. */
const RULES_TIME = 2_000;
/** Milliseconds for the operands of all rules. */
const OPERANDS_TIME = 1_000;

/** The first rule that holds; a rule before it that cannot be evaluated fails the state. */
export function ruleTaken(rules: readonly RuleExplanation[]): number | 'default' | undefined {
  for (const [index, { answer }] of rules.entries()) {
    if (answer === true) return index;
    if (answer !== false) return undefined;
  }
  return 'default';
}

function comparisonsOf(
  expression: ChoiceExpression,
  root: Json,
  scope: ConditionScope,
): RuleExplanation['comparisons'] {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return expression.rules.flatMap((rule) => comparisonsOf(rule, root, scope));
    case 'not':
      return comparisonsOf(expression.rule, root, scope);
    case 'comparison':
      return [
        {
          words: choiceWords(expression),
          answer: answerOf(compileChoiceExpression(expression)(root, scope)),
          operands: operandsOf(expression, root, scope),
        },
      ];
    default:
      return [];
  }
}

function operandsOf(
  { variable, operator, operand }: Comparison,
  root: Json,
  scope: ConditionScope,
): readonly OperandValue[] {
  const paths = operator.endsWith('Path') && typeof operand === 'string' ? [variable, operand] : [variable];
  return paths.map((text) => {
    const path = compilePath(text);
    const value = path instanceof SyntaxProblem ? undefined : path.get(root, scope);
    return value === undefined ? { text } : { text, value };
  });
}

/** Without what it is joined of, which is told when the answers are there. */
async function jsonataAnswer(
  expression: ChoiceExpression,
  scope: ConditionScope,
): Promise<Pick<RuleExplanation, 'answer' | 'result' | 'comparisons'>> {
  const comparisons: RuleExplanation['comparisons'] = [];
  if (expression.kind !== 'condition')
    return { answer: { problem: 'The rule has no Condition.' }, comparisons };
  const { condition } = expression;
  if (typeof condition === 'boolean') return { answer: condition, result: condition, comparisons };
  if (expressionText(condition) === undefined)
    return { answer: { problem: 'The Condition is no expression.' }, comparisons };
  const template = compileJsonataTemplate(condition, 'Condition');
  const result = await template.evaluate({ input: scope.input }, scope);
  if (result instanceof Failure && saysOutOfTime(result.cause))
    return { answer: { problem: 'It takes too long to be evaluated here again.' }, comparisons };
  if (result instanceof Failure) return { answer: problemOf(result), comparisons };
  const answer =
    typeof result === 'boolean' ? result : { problem: 'It gives something else than true or false.' };
  return { answer, result, comparisons };
}

/** A condition's expression without `{%` and `%}`. */
function conditionText(expression: ChoiceExpression | undefined): string | undefined {
  if (expression?.kind !== 'condition' || typeof expression.condition === 'boolean') return undefined;
  return expressionText(expression.condition);
}

/** After InputPath. */
function effectiveInput(state: State, scope: ConditionScope): Json | Failure {
  if (state.queryLanguage === 'JSONata') return scope.input;
  const visit: Visit = {
    input: scope.input,
    effective: scope.input,
    now: scope.now,
    context: () => scope.context(),
    variable: (name) => scope.variable(name),
    random: () => scope.random(),
    settled: () => undefined,
    settle: () => {},
  };
  const payload = jsonPathFlow(state).payload(visit);
  return payload instanceof Failure ? payload : visit.effective;
}

const answerOf = (found: boolean | Failure): Explained =>
  found instanceof Failure ? problemOf(found) : found;

const problemOf = ({ error, cause }: Failure): Explained => ({ problem: cause ?? error ?? 'It failed.' });
