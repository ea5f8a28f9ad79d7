import { propertyOf } from '../parse/pointer';
import type { Rule } from './rule.types';

/** Legal, but an execution that no rule matches fails. Source: ASL specification, "Choice State". */
export const choiceDefaults: Rule = {
  *state(state) {
    const { node, definition, name } = state;
    if (definition.Type !== 'Choice' || node === undefined || propertyOf(node, 'Default')) return;
    const last = definition.Choices.at(-1)?.expression;
    if (
      last?.kind === 'condition' &&
      (last.condition === true || /^\{%\s*true\s*%\}$/.test(String(last.condition)))
    ) {
      return;
    }
    yield {
      code: 'CHOICE_WITHOUT_DEFAULT',
      severity: 'info',
      message: `If no rule of “${name}” matches, the execution fails with States.NoChoiceMatched. Add a Default.`,
      range: state.keyRange,
      state,
    };
  },
};
