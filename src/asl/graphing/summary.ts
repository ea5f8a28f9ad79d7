import type { Json } from '../json';
import { isJsonObject } from '../json';
import type { MapState, State, WaitState } from '../model';
import { parseResource } from '../resource';
import { expressionText } from './choiceWords';
import { resourceWords } from './resourceWords';
import { shorten } from './shorten';

const LONGEST = 60;

/** The small text of a state: what it does, in a few words; `''` when its type says it all. */
export const summaryOf = (state: State): string => shorten(words(state), LONGEST);

function words({ definition }: State): string {
  switch (definition.Type) {
    case 'Task':
      return definition.Resource === undefined ? 'No resource' : resourceWords(definition.Resource);
    case 'Wait':
      return waitWords(definition);
    case 'Map':
      return mapWords(definition);
    case 'Parallel':
      return definition.Branches.length === 1 ? '1 branch' : `${definition.Branches.length} branches`;
    case 'Fail':
      return expressionText(definition.Error ?? definition.ErrorPath ?? '');
    case 'Pass':
    case 'Choice':
    case 'Succeed':
      return '';
    case undefined:
      return definition.writtenType === undefined ? 'No type' : `Unknown type “${definition.writtenType}”`;
  }
}

function waitWords({ Seconds, SecondsPath, Timestamp, TimestampPath }: WaitState): string {
  if (Seconds === 1) return 'Wait 1 second';
  if (typeof Seconds === 'number') return `Wait ${grouped(Seconds)} seconds`;
  const seconds = Seconds ?? SecondsPath;
  if (seconds !== undefined) return `Wait ${expressionText(seconds)} seconds`;
  const until = Timestamp ?? TimestampPath;
  return until === undefined ? 'Wait' : `Wait until ${expressionText(until)}`;
}

function mapWords(definition: MapState): string {
  const { ItemReader, Items, ItemsPath } = definition;
  if (ItemReader !== undefined) return readerWords(ItemReader);
  if (typeof Items === 'string') return `For each item in ${expressionText(Items)}`;
  if (Array.isArray(Items)) return `For each of ${Items.length} items`;
  return ItemsPath === undefined ? 'For each item' : `For each item in ${ItemsPath}`;
}

function readerWords(reader: Json): string {
  const resource = isJsonObject(reader) ? reader.Resource : undefined;
  const parsed = typeof resource === 'string' ? parseResource(resource) : undefined;
  if (parsed?.kind !== 'service') return 'For each item read';
  return parsed.action.startsWith('listObjects') ? 'For each object in S3' : 'For each item of a file in S3';
}

/** 86400 as 86,400. */
const grouped = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
