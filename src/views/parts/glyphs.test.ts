import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../../asl';
import { glyphOf, serviceTone } from './glyphs';
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
  it('tells the families of services apart, and leaves others to the Task', () => {
    expect(serviceTone('aws-sdk:s3')).toBe(serviceTone('dynamodb'));
    expect(serviceTone('lambda')).not.toBe(serviceTone('sqs'));
    expect(serviceTone('something')).toBeUndefined();
  });
  it('knows every service that can be added', () => {
    const services = ACTIONS.map(({ id }) => id.replace(/^aws-sdk:/, '').replace(/:.*/, ''));
    expect(services.filter((service) => serviceTone(service) === undefined)).toEqual([]);
  });
  it('tells a distributed Map from an inline one, and an unknown type from all', () => {
    expect(glyphOf('Map', undefined, true)).not.toBe(glyphOf('Map'));
    expect(STATE_TYPES.map(({ type }) => glyphOf(type))).not.toContain(glyphOf(undefined));
  });
});
