import { describe, expect, it } from 'vitest';
import type { Json } from '../json';
import { completionsAt, type PathRoots } from './completions';

const input: Json = { order: { id: 7, items: [{ sku: 'a', price: 1 }] }, 'odd key': 1 };
const paths: PathRoots = new Map<string, Json | undefined>([
  ['$', input],
  ['$$', { Execution: { Id: 'arn' } }],
  ['$total', 3],
]);
const jsonata: PathRoots = new Map<string, Json | undefined>([
  ['$states', { input, context: {} }],
  ['$total', undefined],
]);
/** The caret stands at the bar. */
const at = (typed: string, dialect: 'jsonpath' | 'jsonata', roots = paths) => {
  const caret = typed.indexOf('|');
  const text = typed.replace('|', '');
  const found = completionsAt(text.slice(0, caret), dialect, roots);
  return found?.items.map(({ insert }) => text.slice(0, found.from) + insert + text.slice(caret));
};

describe('completion of paths', () => {
  it('offers roots, then the keys of the actual data', () => {
    expect(at('$|', 'jsonpath')).toEqual(['$$', '$total']);
    expect(at('$.|', 'jsonpath')).toEqual(['$.order']);
    expect(at('$.order.i|', 'jsonpath')).toEqual(['$.order.id', '$.order.items']);
    expect(at('$$.Ex|', 'jsonpath')).toEqual(['$$.Execution']);
  });
  it('goes into lists by index', () => {
    expect(at('$.order.items[0].|', 'jsonpath')).toEqual(['$.order.items[0].sku', '$.order.items[0].price']);
    expect(at('$.order.items[*].p|', 'jsonpath')).toEqual(['$.order.items[*].price']);
    expect(at('$.order.items.|', 'jsonpath')).toBeUndefined();
  });
  it('goes into lists by name in JSONata', () => {
    expect(at('{% $states.input.order.items.s| %}', 'jsonata', jsonata)).toEqual([
      '{% $states.input.order.items.sku %}',
    ]);
  });
  it('offers functions with their signatures', () => {
    expect(at('States.ArrayU|', 'jsonpath')).toEqual(['States.ArrayUnique(']);
    expect(at('$su|', 'jsonata', jsonata)).toContain('$sum(');
    expect(at('{% $to| %}', 'jsonata', jsonata)).toEqual(['{% $total %}', '{% $toMillis( %}']);
  });
});
