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
import { compileJsonataTemplate } from '../data/jsonata/template';
import { compilePath } from '../data/path';
import { jsonPathFlow } from '../language/jsonPath/flow';
import type { Visit } from '../language/visit.types';
import type { Explained, OperandValue, RuleExplanation } from './explain.types';
import { jsonataComparisons } from './jsonataComparisons';

/**
 * What each rule of a Choice comes to on the data of a visit: also those after the first that holds, which the Choice
 * itself does not ask. Nothing of the execution is touched.
 */
export async function explainChoice(
  state: State,
  choice: ChoiceState,
  scope: ConditionScope,
): Promise<readonly RuleExplanation[]> {
  const root = effectiveInput(state, scope);
  return Promise.all(
    choice.Choices.map(async ({ expression, Next }): Promise<RuleExplanation> => {
      const next = Next === undefined ? {} : { next: Next };
      const words = choiceWords(expression);
      if (state.queryLanguage === 'JSONata')
        return { words, ...next, ...(await jsonataAnswer(expression, scope)) };
      if (root instanceof Failure) return { words, ...next, answer: problemOf(root), comparisons: [] };
      const answer = answerOf(compileChoiceExpression(expression)(root, scope));
      return { words, ...next, answer, comparisons: comparisonsOf(expression, root, scope) };
    }),
  );
}

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

async function jsonataAnswer(
  expression: ChoiceExpression,
  scope: ConditionScope,
): Promise<Pick<RuleExplanation, 'answer' | 'result' | 'comparisons'>> {
  const comparisons: RuleExplanation['comparisons'] = [];
  if (expression.kind !== 'condition')
    return { answer: { problem: 'The rule has no Condition.' }, comparisons };
  const { condition } = expression;
  if (typeof condition === 'boolean') return { answer: condition, result: condition, comparisons };
  const text = expressionText(condition);
  if (text === undefined) return { answer: { problem: 'The Condition is no expression.' }, comparisons };
  const states = { input: scope.input };
  const result = await compileJsonataTemplate(condition, 'Condition').evaluate(states, scope);
  if (result instanceof Failure) {
    // What its parts come to may say which of them is the reason.
    return { answer: problemOf(result), comparisons: await jsonataComparisons(text, states, scope) };
  }
  const answer =
    typeof result === 'boolean' ? result : { problem: 'It gives something else than true or false.' };
  return { answer, result, comparisons: await jsonataComparisons(text, states, scope) };
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
