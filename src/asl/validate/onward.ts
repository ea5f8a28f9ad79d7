import { remove, set, writeFix } from '../fixes/write';
import type { State } from '../model';
import { propertyOf } from '../parse/pointer';
import type { ObjectNode, QuickFix } from '../syntax';
import type { Finding, Rule } from './rule.types';

const LEADS_ON: ReadonlySet<string | undefined> = new Set(['Task', 'Pass', 'Wait', 'Parallel', 'Map']);

/**
 * States that lead on have either Next or End, and `End: false` counts as none.
 * Source: AWS, `There should only be one of the following fields: [Next, End]`.
 */
export const onward: Rule = {
  *scope({ scope }) {
    for (const [index, state] of scope.states.entries()) yield* leadsOn(state, scope.states[index + 1]);
  },
};

function* leadsOn(state: State, following: State | undefined): Iterable<Finding> {
  const { node, definition, name } = state;
  if (node === undefined || !LEADS_ON.has(definition.Type)) return;
  const next = propertyOf(node, 'Next');
  const ends = endOf(node);
  const about = { code: 'SCHEMA_VALIDATION_FAILED', severity: 'error', state } as const;
  if (next && ends === 'yes') {
    const message = `“${name}” has both Next and End. Remove End if it leads to another state, else Next.`;
    const fixes = [
      writeFix('removeEnd', 'Remove End', [remove(state.path, 'End')]),
      writeFix('removeNext', 'Remove Next', [remove(state.path, 'Next')]),
    ];
    yield { ...about, message, range: next.keyRange, fixes };
  } else if (!next && ends === 'no') {
    const message = `“${name}” leads nowhere. Add Next with the name of a state, or End: true.`;
    yield { ...about, message, range: state.keyRange, fixes: onwardFixes(state, following) };
  }
}

/** It ends, or leads to the state that stands after it. */
function onwardFixes({ path, node }: State, following: State | undefined): readonly QuickFix[] {
  const end = writeFix('addEnd', 'End here', [set(path, 'End', true)]);
  if (following === undefined) return [end];
  const clear = node && propertyOf(node, 'End') ? [remove(path, 'End')] : [];
  const title = `Lead to “${following.name}”`;
  return [end, writeFix('addNext', title, [...clear, set(path, 'Next', following.name)])];
}

/** `unknown`: a placeholder, or a value of the wrong type that is reported as such. */
function endOf(node: ObjectNode): 'yes' | 'no' | 'unknown' {
  const value = propertyOf(node, 'End')?.value;
  if (value === undefined) return 'no';
  if (value.kind !== 'scalar' || typeof value.value !== 'boolean') return 'unknown';
  return value.value ? 'yes' : 'no';
}
