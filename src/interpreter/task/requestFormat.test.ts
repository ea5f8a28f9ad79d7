import { describe, expect, it } from 'vitest';
import { parseResource } from '../../asl';
import { requestFailure } from './requestFormat';

const API = parseResource('arn:aws:states:::apigateway:invoke');
const LAMBDA = parseResource('arn:aws:states:::lambda:invoke');

describe('a request to API Gateway', () => {
  it('has lists of values in its headers and query parameters', () => {
    expect(requestFailure(API, { Headers: { a: ['x'] }, QueryParameters: { q: [] } })).toBeUndefined();
    expect(requestFailure(API, { Headers: { a: 'x' }, QueryParameters: { q: 'y' } })).toMatchObject({
      error: 'States.Runtime',
      cause:
        `The Parameters '{"Headers":{"a":"x"},"QueryParameters":{"q":"y"}}' could not be used to start the Task: ` +
        `[The value of the field 'Headers' has an invalid format, The value of the field 'QueryParameters' has an invalid format]`,
    });
  });

  it('is the only one that is looked at', () => {
    expect(requestFailure(LAMBDA, { Headers: { a: 'x' } })).toBeUndefined();
    expect(requestFailure(API, 'no object')).toBeUndefined();
  });
});
