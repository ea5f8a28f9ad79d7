import { describe, expect, it } from 'vitest';
import { type EpochMs, type Json, parseResource } from '../asl';
import type { ServiceAnswer, ServiceCall } from '../interpreter';
import { bucketsOf, type S3Object, simulatedS3 } from './simulatedS3';

const call = (resource: string, request: Json): ServiceCall =>
  ({
    at: Date.UTC(2026, 0, 1) as EpochMs,
    resource: parseResource(`arn:aws:states:::${resource}`),
    arguments: request,
  }) as ServiceCall;

const bucket = (...objects: readonly S3Object[]) => {
  const services = simulatedS3(bucketsOf(objects), () => ({ type: 'fail', error: 'Otherwise' }));
  return (resource: string, request: Json): ServiceAnswer =>
    services(call(resource, request)) as ServiceAnswer;
};
const object = (key: string, body: string): S3Object => ({ bucket: 'b', key, body });

describe('A simulated bucket', () => {
  it('reads, writes and deletes, for SDK tasks and for Maps alike', () => {
    const s3 = bucket(object('a', 'ä'));
    expect(s3('s3:getObject', { Bucket: 'b', Key: 'a' })).toMatchObject({
      type: 'succeed',
      output: { Body: 'ä', ContentLength: 2 },
    });
    s3('aws-sdk:s3:putObject', { Bucket: 'b', Key: 'n', Body: { x: 1 } });
    expect(s3('aws-sdk:s3:getObject', { Bucket: 'b', Key: 'n' })).toMatchObject({
      output: { Body: '{"x":1}' },
    });
    expect(s3('aws-sdk:s3:headObject', { Bucket: 'b', Key: 'n' })).not.toHaveProperty('output.Body');
    s3('aws-sdk:s3:deleteObject', { Bucket: 'b', Key: 'n' });
    expect(s3('aws-sdk:s3:getObject', { Bucket: 'b', Key: 'n' })).toMatchObject({
      type: 'fail',
      error: 'S3.NoSuchKeyException',
    });
  });
  it('lists by prefix, in order of key, a thousand a page', () => {
    const many = Array.from({ length: 1001 }, (_, index) =>
      object(`p/${String(index).padStart(4, '0')}`, ''),
    );
    const s3 = bucket(...many, object('other', ''));
    const first = s3('s3:listObjectsV2', { Bucket: 'b', Prefix: 'p/' });
    expect(first).toMatchObject({
      output: { IsTruncated: true, KeyCount: 1000, NextContinuationToken: 'p/0999' },
    });
    const second = s3('s3:listObjectsV2', { Bucket: 'b', Prefix: 'p/', ContinuationToken: 'p/0999' });
    expect(second).toMatchObject({ output: { IsTruncated: false, Contents: [{ Key: 'p/1000' }] } });
  });
  it('leaves other buckets and other calls to others', () => {
    const s3 = bucket(object('a', ''));
    expect(s3('s3:getObject', { Bucket: 'c', Key: 'a' })).toEqual({ type: 'fail', error: 'Otherwise' });
    expect(s3('aws-sdk:s3:createBucket', { Bucket: 'b' })).toEqual({ type: 'fail', error: 'Otherwise' });
    expect(s3('lambda:invoke', { Bucket: 'b' })).toEqual({ type: 'fail', error: 'Otherwise' });
  });
});
