import { describe, expect, it } from 'vitest';
import { glyphOf } from './glyphs';
import { STATE_TYPES } from './stateTypes';

describe('the glyph of a state', () => {
  it('differs from type to type', () => {
    expect(new Set(STATE_TYPES.map(({ type }) => glyphOf(type))).size).toBe(8);
  });
  it('tells the services of a Task apart, also behind the SDK', () => {
    expect(glyphOf('Task', 'dynamodb')).toBe(glyphOf('Task', 'aws-sdk:dynamodb'));
    expect(glyphOf('Task', 'dynamodb')).not.toBe(glyphOf('Task', 'lambda'));
    expect(glyphOf('Task', 'something')).toBe(glyphOf('Task'));
  });
  it('tells a distributed Map from an inline one, and an unknown type from all', () => {
    expect(glyphOf('Map', undefined, true)).not.toBe(glyphOf('Map'));
    expect(STATE_TYPES.map(({ type }) => glyphOf(type))).not.toContain(glyphOf(undefined));
  });
});
