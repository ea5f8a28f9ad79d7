import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from './parseJson';
import { joinPointer, nodeAtPointer, pointerSegments } from './pointer';

const node = (text: string, pointer: string) => nodeAtPointer(parseJson(text).root, pointer);

describe('nodeAtPointer', () => {
  it('follows names and indexes, escaped as RFC 6901 has it', () => {
    const text = '{"A/B": {"~": [1, {"": 2}]}}';
    expect(node(text, '')?.kind).toBe('object');
    expect(node(text, '/A~1B/~0/0')).toMatchObject({ value: 1 });
    expect(node(text, '/A~1B/~0/1/')).toMatchObject({ value: 2 });
  });

  it('takes the last of duplicate keys', () => {
    expect(node('{"a": 1, "a": 2}', '/a')).toMatchObject({ value: 2 });
  });

  it.each(['/b', '/a/b', '/a/-1', '/a/01', '/a/2', '/a/x', '/__proto__', '/a/length'])(
    'leads nowhere with %s',
    (pointer) => {
      expect(node('{"a": [1, 2]}', pointer)).toBeUndefined();
    },
  );
});

describe('joinPointer', () => {
  it('is undone by pointerSegments, for any segments', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('~1', '/', '~', ''))), (segments) => {
        expect(pointerSegments(joinPointer('', ...segments))).toEqual(segments);
      }),
    );
  });
});
