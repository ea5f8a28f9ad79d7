import { isJsonObject, type Json, type JsonObject } from '../../asl';

/** What the text of an S3 object is. */
export type ObjectFormat =
  | { readonly type: 'JSON'; readonly itemsPointer: string | undefined }
  | { readonly type: 'JSONL' }
  | { readonly type: 'PARQUET' }
  | {
      readonly type: 'CSV';
      readonly delimiter: string;
      /** CSVHeaders; absent when the first row has them. */
      readonly headers: readonly string[] | undefined;
    };

/** Where an ItemReader finds its items. Source: states.md 9.1. */
export type ReaderConfig =
  /** `s3:getObject`: the items are in the object. */
  | { readonly source: 'object'; readonly format: ObjectFormat }
  /** A manifest names the objects that hold them. */
  | {
      readonly source: 'manifest';
      readonly format: ObjectFormat;
      readonly kind: 'S3_INVENTORY' | 'ATHENA_DATA';
    }
  /** `s3:listObjectsV2`: the objects' metadata are the items, or (LOAD_AND_FLATTEN) what is in them. */
  | { readonly source: 'list'; readonly load: ObjectFormat | undefined };

const DELIMITERS: Readonly<Record<string, string>> = {
  COMMA: ',',
  PIPE: '|',
  SEMICOLON: ';',
  SPACE: ' ',
  TAB: '\t',
};

/** @param reader the ItemReader field as written; what it lacks takes its default, creation refuses the rest */
export function readReaderConfig(reader: JsonObject): ReaderConfig {
  const config = isJsonObject(reader.ReaderConfig) ? reader.ReaderConfig : {};
  const format = objectFormat(config);
  if (typeof reader.Resource === 'string' && reader.Resource.endsWith(':listObjectsV2')) {
    return { source: 'list', load: config.Transformation === 'LOAD_AND_FLATTEN' ? format : undefined };
  }
  if (config.ManifestType === 'ATHENA_DATA') return { source: 'manifest', format, kind: 'ATHENA_DATA' };
  if (config.InputType === 'MANIFEST' || config.ManifestType === 'S3_INVENTORY') {
    return { source: 'manifest', format, kind: 'S3_INVENTORY' };
  }
  return { source: 'object', format };
}

function objectFormat(config: JsonObject): ObjectFormat {
  switch (config.InputType) {
    case 'CSV':
      return {
        type: 'CSV',
        delimiter: (typeof config.CSVDelimiter === 'string' && DELIMITERS[config.CSVDelimiter]) || ',',
        headers: config.CSVHeaderLocation === 'GIVEN' ? texts(config.CSVHeaders) : undefined,
      };
    case 'JSONL':
      return { type: 'JSONL' };
    case 'PARQUET':
      return { type: 'PARQUET' };
    default:
      return {
        type: 'JSON',
        itemsPointer: typeof config.ItemsPointer === 'string' ? config.ItemsPointer : undefined,
      };
  }
}

const texts = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
