import { isJsonObject, type Json, type JsonObject } from '../asl';
import type { CallService, ServiceAnswer, ServiceCall } from '../interpreter';
import { md5 } from './md5';
import { field } from './stubCall';

/** An object in a bucket; its body is text. */
export interface S3Object {
  readonly bucket: string;
  readonly key: string;
  readonly body: string;
}

/** The bodies of objects, by bucket and key. */
export type Buckets = Map<string, Map<string, string>>;

/** Keys of one page of ListObjectsV2. */
const PAGE = 1000;

/**
 * Buckets in memory, for ItemReader, ResultWriter and `aws-sdk:s3` tasks: getObject, headObject, putObject, deleteObject,
 * listObjectsV2. Calls for other buckets, and other calls, go on to `otherwise`. What is put can be read again.
 *
 * @param buckets what is there at first; they change with it
 */
export function simulatedS3(buckets: Buckets, otherwise: CallService): CallService {
  return (call) => {
    const action = s3Action(call);
    const request = isJsonObject(call.arguments) ? call.arguments : {};
    const bucket = typeof request.Bucket === 'string' ? buckets.get(request.Bucket) : undefined;
    if (action === undefined || bucket === undefined) return otherwise(call);
    return ACTIONS.get(action)?.(bucket, request, call) ?? otherwise(call);
  };
}

/** Buckets that hold these. */
export function bucketsOf(objects: readonly S3Object[]): Buckets {
  const buckets: Buckets = new Map();
  for (const { bucket, key, body } of objects) bucketOf(buckets, bucket).set(key, body);
  return buckets;
}

/** Somebody else puts, changes and deletes objects; what the execution has put stays. */
export function changeObjects(
  buckets: Buckets,
  before: readonly S3Object[],
  after: readonly S3Object[],
): undefined {
  const known = bucketsOf(before);
  for (const { bucket, key, body } of after) {
    if (known.get(bucket)?.get(key) !== body) bucketOf(buckets, bucket).set(key, body);
    known.get(bucket)?.delete(key);
  }
  for (const [bucket, keys] of known) for (const key of keys.keys()) buckets.get(bucket)?.delete(key);
}

/** `getObject`, for the Map's own calls and for SDK tasks alike. */
function s3Action({ resource }: ServiceCall): string | undefined {
  if (resource.kind !== 'service') return undefined;
  return resource.service === 's3' || resource.service === 'aws-sdk:s3' ? resource.action : undefined;
}

function bucketOf(buckets: Buckets, name: string): Map<string, string> {
  const found = buckets.get(name) ?? new Map<string, string>();
  buckets.set(name, found);
  return found;
}

type Action = (bucket: Map<string, string>, request: JsonObject, call: ServiceCall) => ServiceAnswer;

const ACTIONS: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['getObject', (bucket, request, call) => readObject(bucket, request, call, true)],
  ['headObject', (bucket, request, call) => readObject(bucket, request, call, false)],
  [
    'putObject',
    (bucket, request) => {
      const body = textOf(field(request, 'Body'));
      bucket.set(keyOf(request), body);
      return succeed({ ETag: etag(body) });
    },
  ],
  [
    'deleteObject',
    (bucket, request) => {
      bucket.delete(keyOf(request));
      return succeed({});
    },
  ],
  ['listObjectsV2', listObjects],
]);

function readObject(
  bucket: Map<string, string>,
  request: JsonObject,
  call: ServiceCall,
  withBody: boolean,
): ServiceAnswer {
  const key = keyOf(request);
  const body = bucket.get(key);
  if (body === undefined) {
    return {
      type: 'fail',
      error: 'S3.NoSuchKeyException',
      cause: `The specified key does not exist: ${textOf(request.Bucket)}/${key}`,
    };
  }
  return succeed({
    ...(withBody ? { Body: body } : {}),
    ContentLength: bytes(body),
    ETag: etag(body),
    LastModified: new Date(call.at).toISOString(),
    Metadata: {},
  });
}

function listObjects(bucket: Map<string, string>, request: JsonObject, call: ServiceCall): ServiceAnswer {
  const prefix = textOf(request.Prefix ?? '');
  const after = textOf(request.ContinuationToken ?? request.StartAfter ?? '');
  const most = typeof request.MaxKeys === 'number' ? Math.min(request.MaxKeys, PAGE) : PAGE;
  const keys = [...bucket.keys()]
    .filter((key) => key.startsWith(prefix) && (after === '' || key > after))
    .sort();
  const page = keys.slice(0, most);
  const more = keys.length > page.length;
  return succeed({
    Contents: page.map((key) => {
      const body = bucket.get(key) ?? '';
      return {
        ETag: etag(body),
        Key: key,
        LastModified: new Date(call.at).toISOString(),
        Size: bytes(body),
        StorageClass: 'STANDARD',
      };
    }),
    IsTruncated: more,
    KeyCount: page.length,
    MaxKeys: most,
    Name: textOf(request.Bucket),
    ...(more ? { NextContinuationToken: page.at(-1) ?? '' } : {}),
    Prefix: prefix,
  });
}

const succeed = (output: JsonObject): ServiceAnswer => ({ type: 'succeed', output });
const keyOf = (request: JsonObject): string => textOf(request.Key ?? '');
const etag = (body: string): string => `"${md5(body)}"`;
const textOf = (value: Json | undefined): string =>
  typeof value === 'string' ? value : JSON.stringify(value ?? '');

/** In UTF-8. */
function bytes(text: string): number {
  let count = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    count += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return count;
}
