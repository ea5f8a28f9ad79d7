import { isJsonObject, type Json, type JsonArray, type JsonObject } from '../../asl';
import { Failure } from '../data/failure';
import { csvRows } from './csv';
import type { ObjectFormat } from './readerConfig';

/** States.ItemReaderFailed, with AWS's words where they are known. */
export const readerFailure = (cause: string): Failure => new Failure('States.ItemReaderFailed', cause);

/** The items in an S3 object's text. Recorded: scenarios/test_map_item_reader_*. */
export function parseItems(text: string, format: ObjectFormat): JsonArray | Failure {
  switch (format.type) {
    case 'JSON':
      return jsonItems(text, format.itemsPointer);
    case 'JSONL':
      return jsonLines(text);
    case 'CSV':
      return csvItems(text, format.delimiter, format.headers);
    case 'PARQUET':
      return readerFailure('Parquet objects cannot be read here: give the items as CSV, JSON or JSONL.');
  }
}

function jsonItems(text: string, pointer: string | undefined): JsonArray | Failure {
  const value = readJson(text);
  if (value instanceof Failure) return value;
  const items = pointer === undefined ? value : follow(value, pointer);
  if (items === undefined)
    return readerFailure(`The ItemsPointer '${pointer}' leads to nothing in the object.`);
  if (typeof items === 'object' && items !== null && !isJsonObject(items)) return items;
  return readerFailure('Attempting to map over non-iterable node.');
}

/** A JSON Pointer. Source: RFC 6901. */
function follow(root: Json, pointer: string): Json | undefined {
  let at: Json | undefined = root;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (isJsonObject(at)) at = Object.hasOwn(at, key) ? at[key] : undefined;
    else if (typeof at === 'object' && at !== null) at = /^\d+$/.test(key) ? at[Number(key)] : undefined;
    else return undefined;
  }
  return at;
}

function jsonLines(text: string): JsonArray | Failure {
  const items: Json[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const value = readJson(line, `Line ${index + 1} of the object`);
    if (value instanceof Failure) return value;
    items.push(value);
  }
  return items;
}

function readJson(text: string, what = 'The object'): Json | Failure {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    return readerFailure(`${what} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Values are texts; a row's surplus fields are dropped, missing ones are empty. */
function csvItems(
  text: string,
  delimiter: string,
  given: readonly string[] | undefined,
): JsonArray | Failure {
  const rows = csvRows(text, delimiter);
  const headers = given ?? rows[0] ?? [];
  if (new Set(headers).size < headers.length) return readerFailure('CSV headers cannot contain duplicates.');
  return (given === undefined ? rows.slice(1) : rows).map((row) => rowItem(headers, row));
}

export const rowItem = (headers: readonly string[], row: readonly string[]): JsonObject =>
  Object.fromEntries(headers.map((header, index) => [header, row[index] ?? '']));
