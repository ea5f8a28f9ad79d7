import { isJsonObject, type Json, type JsonObject, type MapState } from '../../../asl';
import { compileTemplate } from '../../data/template';
import type { BatcherFields, Field, ReaderFields } from '../language.types';
import { integerAt } from './numbers';

const EMPTY: JsonObject = {};

const template = (value: Json | undefined): Field<Json> | undefined => {
  if (value === undefined) return undefined;
  const compiled = compileTemplate(value);
  return (visit) => compiled.evaluate(visit.effective, visit);
};

/** A number, or the path of one. */
function count(fields: JsonObject, name: string): Field<number> | undefined {
  const { [name]: literal, [`${name}Path`]: path } = fields;
  if (typeof path === 'string') return integerAt(`${name}Path`, path);
  return typeof literal === 'number' ? () => literal : undefined;
}

/** Recorded: scenarios/test_map_item_reader_*. */
export function jsonPathReader({ ItemReader }: MapState): ReaderFields | undefined {
  if (!isJsonObject(ItemReader)) return undefined;
  const config = isJsonObject(ItemReader.ReaderConfig) ? ItemReader.ReaderConfig : EMPTY;
  return {
    request: template(ItemReader.Parameters) ?? (() => EMPTY),
    maxItems: count(config, 'MaxItems'),
  };
}

/** Recorded: assign/MAP_STATE_REFERENCE_IN_MAX_PER_BATCH_PATH. */
export function jsonPathBatcher({ ItemBatcher }: MapState): BatcherFields | undefined {
  if (!isJsonObject(ItemBatcher)) return undefined;
  return {
    maxItems: count(ItemBatcher, 'MaxItemsPerBatch'),
    maxInputBytes: count(ItemBatcher, 'MaxInputBytesPerBatch'),
    batchInput: template(ItemBatcher.BatchInput),
  };
}

export const jsonPathDestination = ({ ResultWriter }: MapState): Field<Json> | undefined =>
  isJsonObject(ResultWriter) ? template(ResultWriter.Parameters) : undefined;
