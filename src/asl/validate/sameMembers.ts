import { remove, writeFix } from '../fixes/write';
import type { State } from '../model';
import { joinPointer, propertyOf } from '../parse/pointer';
import type { SyntaxNode } from '../syntax';
import type { Finding, Rule } from './rule.types';

const TEMPLATES = ['Parameters', 'ResultSelector', 'ItemSelector', 'Assign'] as const;

/** Source: ASL specification, "Payload Template": names are unique once `.$` is taken off them. */
export const sameMembers: Rule = {
  *state(state) {
    if (state.node === undefined || state.queryLanguage !== 'JSONPath') return;
    for (const field of TEMPLATES) {
      const value = propertyOf(state.node, field)?.value;
      if (value) yield* sameIn(state, value, joinPointer(state.path, field));
    }
  },
};

function* sameIn(state: State, node: SyntaxNode, pointer: string): Iterable<Finding> {
  if (node.kind === 'scalar') return;
  if (node.kind === 'array') {
    for (const [index, item] of node.items.entries()) yield* sameIn(state, item, joinPointer(pointer, index));
    return;
  }
  const names = new Set(node.properties.map(({ key }) => key));
  for (const { key, keyRange, value } of node.properties) {
    if (names.has(`${key}.$`)) {
      yield {
        code: 'DUPLICATE_KEY',
        severity: 'error',
        message: `“${key}” and “${key}.$” give the same field. Keep one of them.`,
        range: keyRange,
        state,
        fixes: [
          writeFix('removePlain', `Remove “${key}”`, [remove(pointer, key)]),
          writeFix('removeDynamic', `Remove “${key}.$”`, [remove(pointer, `${key}.$`)]),
        ],
      };
    }
    if (value) yield* sameIn(state, value, joinPointer(pointer, key));
  }
}
