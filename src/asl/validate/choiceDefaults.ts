import { nameSource } from '../edits/names';
import { set, writeFix } from '../fixes/write';
import type { Scope, State } from '../model';
import { allScopes } from '../modelling/stateLookup';
import { joinPointer, propertyOf } from '../parse/pointer';
import type { Finding, Rule } from './rule.types';

/** Legal, but an execution that no rule matches fails. Source: ASL specification, "Choice State". */
export const choiceDefaults: Rule = {
  *machine(machine) {
    const freshName = nameSource(machine);
    for (const scope of allScopes(machine)) {
      for (const state of scope.states) yield* withoutDefault(state, scope, freshName);
    }
  },
};

function* withoutDefault(state: State, scope: Scope, freshName: (wish: string) => string): Iterable<Finding> {
  const { node, definition, name } = state;
  if (definition.Type !== 'Choice' || node === undefined || propertyOf(node, 'Default')) return;
  const last = definition.Choices.at(-1)?.expression;
  if (
    last?.kind === 'condition' &&
    (last.condition === true || /^\{%\s*true\s*%\}$/.test(String(last.condition)))
  ) {
    return;
  }
  const other = freshName('No rule matched');
  yield {
    code: 'CHOICE_WITHOUT_DEFAULT',
    severity: 'info',
    message: `If no rule of “${name}” matches, the execution fails with States.NoChoiceMatched. Add a Default.`,
    range: state.keyRange,
    state,
    fixes: [
      writeFix('addDefault', 'Add a Default that fails with a message', [
        set(state.path, 'Default', other),
        set(joinPointer(scope.path, 'States'), other, {
          Type: 'Fail',
          Error: 'NoRuleMatched',
          Cause: `No rule of ${name} matched.`,
        }),
      ]),
    ],
  };
}
