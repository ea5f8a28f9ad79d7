import { set, writeFix } from '../fixes/write';
import { propertyOf } from '../parse/pointer';
import type { CheckedScope, Finding, Rule } from './rule.types';

/** StartAt and States of the machine, a branch or a processor. Source: AWS, `These fields are required: [StartAt]`. */
export const scopeShape: Rule = {
  *scope(checked) {
    const { scope, parent } = checked;
    const { node, states } = scope;
    if (node === undefined) return;
    const about = {
      code: 'SCHEMA_VALIDATION_FAILED',
      severity: 'error',
      ...(parent && { state: parent }),
    } as const satisfies Partial<Finding>;
    const where = placeOf(checked);
    // The first character only: the whole object is what is not wrong.
    const range = { start: node.start, end: Math.min(node.start + 1, node.end) };

    const written = propertyOf(node, 'States');
    if (written === undefined) {
      yield { ...about, range, message: `${where} has no States. Add an object with its states by name.` };
    } else if (written.value?.kind === 'object' && states.length === 0) {
      yield {
        ...about,
        range: written.keyRange,
        message: `${where} has no states yet. Add one and name it in StartAt.`,
      };
    }
    if (propertyOf(node, 'StartAt') === undefined) {
      const first = states[0]?.name;
      const hint = first === undefined ? 'its first state' : `its first state, such as “${first}”`;
      const fixes =
        first === undefined
          ? []
          : [writeFix('addStartAt', `Start at “${first}”`, [set(scope.path, 'StartAt', first)])];
      yield { ...about, range, message: `${where} has no StartAt. Add it, with the name of ${hint}.`, fixes };
    }
  },
};

function placeOf({ scope, parent }: CheckedScope): string {
  if (parent === undefined) return 'The state machine';
  const branch = /\/Branches\/(\d+)$/.exec(scope.path)?.[1];
  return branch === undefined
    ? `The item processor of “${parent.name}”`
    : `Branch ${Number(branch) + 1} of “${parent.name}”`;
}
