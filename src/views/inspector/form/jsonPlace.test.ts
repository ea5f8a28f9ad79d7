import { describe, expect, it } from 'vitest';
import { changeAt, valueAt } from './jsonPlace';

const state = { Type: 'Map', ItemReader: { ReaderConfig: { MaxItems: 1 } }, Catch: [{ Next: 'A' }] };

describe('a field of a form', () => {
  it('is found by its pointer', () => {
    expect(valueAt(state, '/ItemReader/ReaderConfig/MaxItems')).toBe(1);
    expect(valueAt(state, '/Catch/0/Next')).toBe('A');
    expect(valueAt(state, '/toString')).toBeUndefined();
    expect(valueAt(state, '/Type/length')).toBeUndefined();
  });
  it('is written into the object it stands in', () => {
    expect(changeAt(state, '/Catch/0/Next', 'B')).toEqual({ object: '/Catch/0', name: 'Next', value: 'B' });
    expect(changeAt(state, '/Comment', 'x')).toEqual({ object: '', name: 'Comment', value: 'x' });
  });
  it('brings the objects around it that are missing', () => {
    expect(changeAt(state, '/ItemReader/Parameters/Bucket', 'b')).toEqual({
      object: '/ItemReader',
      name: 'Parameters',
      value: { Bucket: 'b' },
    });
  });
  it('takes objects with it that would be empty, but no item of a list', () => {
    expect(changeAt(state, '/ItemReader/ReaderConfig/MaxItems', undefined)).toEqual({
      object: '',
      name: 'ItemReader',
      value: undefined,
    });
    expect(changeAt(state, '/Catch/0/Next', undefined)).toEqual({
      object: '/Catch/0',
      name: 'Next',
      value: undefined,
    });
  });
});
