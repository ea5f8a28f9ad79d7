import { isJsonObject, type Json, type JsonArray, type JsonObject } from '../../asl';
import { Failure } from '../data/failure';
import type { Engine } from '../engine';
import type { ObjectFormatName } from '../execution.types';
import { START_CHILDREN } from '../flow/phase';
import type { ItemReader } from './distributedWork';
import { finishMapRun } from './finishMapRun';
import { type ManifestEntry, readManifest } from './manifest';
import type { MapRun, S3Answered } from './mapRun';
import { parseItems, readerFailure } from './parseItems';
import type { ObjectFormat } from './readerConfig';
import { callS3 } from './s3Call';

/** More items than this are not read. Source: quotas.md 2. */
const MOST_ITEMS = 100_000_000;

/** Where a reading stands. */
interface Reading {
  readonly engine: Engine;
  readonly run: MapRun;
  readonly request: JsonObject;
  /** 0: all. */
  readonly maxItems: number;
  readonly items: Json[];
}

/**
 * Reads a Map Run's items from S3, then starts its children.
 *
 * @param request evaluated Parameters or Arguments of the ItemReader
 */
export function readFirstObject(
  engine: Engine,
  run: MapRun,
  reader: ItemReader,
  request: Json,
  maxItems: number | undefined,
): undefined {
  if (maxItems !== undefined && maxItems < 0) return fail(run, engine, 'field MaxItems must be positive');
  if (!isJsonObject(request) || typeof request.Bucket !== 'string') {
    return fail(run, engine, 'The ItemReader names no Bucket.');
  }
  const reading: Reading = {
    engine,
    run,
    request,
    maxItems: Math.min(maxItems ?? 0, MOST_ITEMS),
    items: [],
  };
  const { config } = reader;
  switch (config.source) {
    case 'list':
      return listObjects(reading, config.load, undefined);
    case 'object':
      return loadObjects(reading, [request], config.format);
    case 'manifest':
      return readObject(reading, request, config.kind, (text) => {
        const manifest = readManifest(text, config, request.Bucket as string);
        if (manifest instanceof Failure) return finishMapRun(engine, run, manifest);
        loadObjects(reading, manifest.entries, manifest.format);
      });
  }
}

/** Reads one object after the other, until there are enough items. */
function loadObjects(
  reading: Reading,
  objects: readonly (ManifestEntry | JsonObject)[],
  format: ObjectFormat,
): undefined {
  const [object, ...rest] = objects;
  if (object === undefined || isEnough(reading)) return begin(reading);
  readObject(reading, { ...object }, format.type, (text) => {
    const found = parseItems(text, format);
    if (found instanceof Failure) return finishMapRun(reading.engine, reading.run, found);
    add(reading, found);
    loadObjects(reading, rest, format);
  });
}

function readObject(
  { engine, run }: Reading,
  request: JsonObject,
  format: ObjectFormatName,
  read: (text: string) => undefined,
): undefined {
  const answered: S3Answered = (answer) => {
    if (answer instanceof Failure) return finishMapRun(engine, run, unreadable(answer));
    const body = isJsonObject(answer) ? answer.Body : undefined;
    if (body === undefined) return fail(run, engine, 'The object has no Body.');
    read(typeof body === 'string' ? body : JSON.stringify(body));
  };
  callS3(engine, run, 'getObject', request, answered, format);
}

/** ListObjectsV2, page by page. Recorded: scenarios/test_map_item_reader_base_list_objects_v2. */
function listObjects(reading: Reading, load: ObjectFormat | undefined, token: Json | undefined): undefined {
  const { engine, run } = reading;
  const request = token === undefined ? reading.request : { ...reading.request, ContinuationToken: token };
  callS3(engine, run, 'listObjectsV2', request, (answer) => {
    if (answer instanceof Failure) return finishMapRun(engine, run, unreadable(answer));
    const page = isJsonObject(answer) ? answer : {};
    const objects = Array.isArray(page.Contents) ? page.Contents.filter(isJsonObject) : [];
    add(reading, objects.map(load === undefined ? metadata : (object) => ({ Key: object.Key ?? '' })));
    const more = page.IsTruncated === true ? page.NextContinuationToken : undefined;
    if (more !== undefined && !isEnough(reading)) return listObjects(reading, load, more);
    if (load === undefined) return begin(reading);
    const found = reading.items.splice(0).filter(isJsonObject);
    loadObjects(
      reading,
      found.map(({ Key }) => ({ Bucket: reading.request.Bucket ?? '', Key: Key ?? '' })),
      load,
    );
  });
}

/** An object as a Map's item: `Etag` is written so. */
function metadata({ ETag, LastModified, Key, Size, StorageClass }: JsonObject): JsonObject {
  return {
    Etag: ETag ?? '',
    LastModified: LastModified ?? '',
    Key: Key ?? '',
    Size: Size ?? 0,
    StorageClass: StorageClass ?? 'STANDARD',
  };
}

function add({ items, maxItems }: Reading, found: JsonArray): void {
  for (const item of found) {
    if (maxItems > 0 && items.length >= maxItems) return;
    items.push(item);
  }
}

const isEnough = ({ items, maxItems }: Reading): boolean => maxItems > 0 && items.length >= maxItems;

function begin({ engine, run, items }: Reading): undefined {
  run.items = items;
  run.frame.phase = START_CHILDREN;
  engine.enqueue(run.frame);
}

function fail(run: MapRun, engine: Engine, cause: string): undefined {
  return finishMapRun(engine, run, readerFailure(cause));
}

const unreadable = ({ error, cause }: Failure): Failure =>
  readerFailure([error, cause].filter((each) => each !== undefined).join(': '));
