import { isJsonObject, type Json, type JsonObject, type MapState } from '../../../asl';
import type { BatcherFields, Field, ReaderFields } from '../language.types';
import { inputField, isNumber, typedField } from './field';

const EMPTY: JsonObject = {};

const template = (value: Json | undefined, name: string): Field<Json> | undefined =>
  value === undefined ? undefined : inputField(value, name);

function count(value: Json | undefined, name: string): Field<number> | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'number' ? () => value : typedField(value, name, 'number', isNumber);
}

/** Recorded: scenarios/test_map_item_reader_base_json_max_items_jsonata. */
export function jsonataReader({ ItemReader }: MapState): ReaderFields | undefined {
  if (!isJsonObject(ItemReader)) return undefined;
  const config = isJsonObject(ItemReader.ReaderConfig) ? ItemReader.ReaderConfig : EMPTY;
  return {
    request: template(ItemReader.Arguments, 'ItemReader/Arguments') ?? (() => EMPTY),
    maxItems: count(config.MaxItems, 'ItemReader/ReaderConfig/MaxItems'),
  };
}

export function jsonataBatcher({ ItemBatcher }: MapState): BatcherFields | undefined {
  if (!isJsonObject(ItemBatcher)) return undefined;
  return {
    maxItems: count(ItemBatcher.MaxItemsPerBatch, 'ItemBatcher/MaxItemsPerBatch'),
    maxInputBytes: count(ItemBatcher.MaxInputBytesPerBatch, 'ItemBatcher/MaxInputBytesPerBatch'),
    batchInput: template(ItemBatcher.BatchInput, 'ItemBatcher/BatchInput'),
  };
}

export const jsonataDestination = ({ ResultWriter }: MapState): Field<Json> | undefined =>
  isJsonObject(ResultWriter) ? template(ResultWriter.Arguments, 'ResultWriter/Arguments') : undefined;
