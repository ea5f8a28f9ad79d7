import type { State } from '../model';
import { propertyOf } from '../parse/pointer';
import type { ObjectNode } from '../syntax';
import type { Finding, Rule } from './rule.types';

/** Fields without which a state, a choice rule, a retrier or a catcher means nothing. Source: AWS, `These fields are required`. */
export const requiredFields: Rule = {
  *state(state) {
    const { definition, node, name } = state;
    if (node === undefined) return;
    const lacks = (message: string): Finding => finding(state, message);
    switch (definition.Type) {
      case 'Task':
        if (!propertyOf(node, 'Resource'))
          yield lacks(`“${name}” has no Resource. Add the ARN of what it calls.`);
        break;
      case 'Choice':
        if (isEmpty(node, 'Choices')) yield lacks(`“${name}” has no rules. Add one to Choices.`);
        yield* parts(definition.Choices, 'Rule', ['Next'], state);
        break;
      case 'Parallel':
        if (isEmpty(node, 'Branches')) yield lacks(`“${name}” has no branches. Add one to Branches.`);
        break;
      case 'Map':
        if (!propertyOf(node, 'ItemProcessor') && !propertyOf(node, 'Iterator')) {
          yield lacks(`“${name}” has no ItemProcessor. Add one, with StartAt and States.`);
        }
        break;
    }
    if ('Retry' in definition) yield* parts(definition.Retry ?? [], 'Retry', ['ErrorEquals'], state);
    if ('Catch' in definition) yield* parts(definition.Catch ?? [], 'Catch', ['ErrorEquals', 'Next'], state);
  },
};

const HINTS = {
  Next: 'Add the name of the state it leads to.',
  ErrorEquals: 'Add the list of error names it is for.',
} as const;

function* parts(
  list: readonly { readonly node: ObjectNode | undefined }[],
  what: string,
  fields: readonly (keyof typeof HINTS)[],
  state: State,
): Iterable<Finding> {
  for (const [index, { node }] of list.entries()) {
    if (node === undefined) continue;
    for (const field of fields) {
      if (propertyOf(node, field)) continue;
      const message = `${what} #${index + 1} of “${state.name}” has no ${field}. ${HINTS[field]}`;
      yield { ...finding(state, message), range: node };
    }
  }
}

const finding = (state: State, message: string): Finding => ({
  code: 'SCHEMA_VALIDATION_FAILED',
  severity: 'error',
  message,
  range: state.keyRange,
  state,
});

/** Missing, or a list without items; a value of another type is reported by the model. */
function isEmpty(node: ObjectNode, field: string): boolean {
  const property = propertyOf(node, field);
  return property === undefined || (property.value?.kind === 'array' && property.value.items.length === 0);
}
