import { propertyOf } from '../parse/pointer';
import type { ObjectNode } from '../syntax';
import type { Rule } from './rule.types';

const LEADS_ON: ReadonlySet<string | undefined> = new Set(['Task', 'Pass', 'Wait', 'Parallel', 'Map']);

/**
 * States that lead on have either Next or End, and `End: false` counts as none.
 * Source: AWS, `There should only be one of the following fields: [Next, End]`.
 */
export const onward: Rule = {
  *state(state) {
    const { node, definition, name } = state;
    if (node === undefined || !LEADS_ON.has(definition.Type)) return;
    const next = propertyOf(node, 'Next');
    const ends = endOf(node);
    const about = { code: 'SCHEMA_VALIDATION_FAILED', severity: 'error', state } as const;
    if (next && ends === 'yes') {
      const message = `“${name}” has both Next and End. Remove End if it leads to another state, else Next.`;
      yield { ...about, message, range: next.keyRange };
    } else if (!next && ends === 'no') {
      const message = `“${name}” leads nowhere. Add Next with the name of a state, or End: true.`;
      yield { ...about, message, range: state.keyRange };
    }
  },
};

/** `unknown`: a placeholder, or a value of the wrong type that is reported as such. */
function endOf(node: ObjectNode): 'yes' | 'no' | 'unknown' {
  const value = propertyOf(node, 'End')?.value;
  if (value === undefined) return 'no';
  if (value.kind !== 'scalar' || typeof value.value !== 'boolean') return 'unknown';
  return value.value ? 'yes' : 'no';
}
