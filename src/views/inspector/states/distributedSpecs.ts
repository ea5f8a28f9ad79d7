import type { QueryLanguage } from '../../../asl';
import type { FieldSpec } from '../fields/spec';

/** Fields of a Distributed Map's reader, batcher and writer. Source: states.md, Distributed Map. */

const parametersOf = (language: QueryLanguage): string =>
  language === 'JSONata' ? 'Arguments' : 'Parameters';

export const readerSpecs = (language: QueryLanguage): readonly FieldSpec[] => [
  {
    at: '/ItemReader/Resource',
    label: 'Read from',
    kind: 'select',
    options: [
      { value: '', label: 'The state’s input' },
      { value: 'arn:aws:states:::s3:getObject', label: 'An object in S3' },
      { value: 'arn:aws:states:::s3:listObjectsV2', label: 'The list of objects in a bucket' },
    ],
  },
  {
    at: '/ItemReader/ReaderConfig/InputType',
    label: 'Kind of object',
    kind: 'select',
    options: [
      { value: '', label: '—' },
      { value: 'CSV', label: 'CSV' },
      { value: 'JSON', label: 'JSON list' },
      { value: 'JSONL', label: 'JSON lines' },
      { value: 'MANIFEST', label: 'S3 inventory manifest' },
      { value: 'PARQUET', label: 'Parquet' },
    ],
  },
  {
    at: '/ItemReader/ReaderConfig/CSVHeaderLocation',
    label: 'Header of the CSV',
    kind: 'select',
    options: [
      { value: '', label: '—' },
      { value: 'FIRST_ROW', label: 'The first row' },
      { value: 'GIVEN', label: 'Given here (CSVHeaders)' },
    ],
  },
  {
    at: '/ItemReader/ReaderConfig/CSVHeaders',
    label: 'CSVHeaders',
    kind: 'template',
    literal: true,
    placeholder: '["id", "amount"]',
  },
  {
    at: '/ItemReader/ReaderConfig/CSVDelimiter',
    label: 'Delimiter of the CSV',
    kind: 'select',
    options: [
      { value: '', label: 'Comma' },
      { value: 'COMMA', label: 'COMMA, written out' },
      { value: 'PIPE', label: 'Pipe' },
      { value: 'SEMICOLON', label: 'Semicolon' },
      { value: 'SPACE', label: 'Space' },
      { value: 'TAB', label: 'Tab' },
    ],
  },
  {
    at: '/ItemReader/ReaderConfig/MaxItems',
    label: 'Items at most',
    kind: 'amount',
    min: 0,
    max: 100_000_000,
    dynamic: true,
  },
  {
    at: `/ItemReader/${parametersOf(language)}`,
    label: parametersOf(language),
    kind: 'template',
    placeholder: '{ "Bucket": "…", "Key": "…" }',
    help: 'Bucket, and Key of the object or Prefix of the list.',
  },
];

export const batcherSpecs: readonly FieldSpec[] = [
  {
    at: '/ItemBatcher/MaxItemsPerBatch',
    label: 'Items per batch',
    kind: 'amount',
    min: 1,
    dynamic: true,
  },
  {
    at: '/ItemBatcher/MaxInputBytesPerBatch',
    label: 'Bytes per batch',
    kind: 'amount',
    min: 1,
    max: 262_144,
    unit: 'bytes',
    dynamic: true,
  },
  {
    at: '/ItemBatcher/BatchInput',
    label: 'BatchInput',
    kind: 'template',
    help: 'What every batch gets besides its items.',
  },
];

export const writerSpecs = (language: QueryLanguage): readonly FieldSpec[] => [
  {
    at: '/ResultWriter/Resource',
    label: 'Write to',
    kind: 'select',
    options: [
      { value: '', label: 'The state’s output' },
      { value: 'arn:aws:states:::s3:putObject', label: 'Objects in S3' },
    ],
  },
  {
    at: `/ResultWriter/${parametersOf(language)}`,
    label: parametersOf(language),
    kind: 'template',
    placeholder: '{ "Bucket": "…", "Prefix": "…" }',
  },
  {
    at: '/ResultWriter/WriterConfig/Transformation',
    label: 'What is written',
    kind: 'select',
    options: [
      { value: '', label: '—' },
      { value: 'NONE', label: 'Executions with all they have' },
      { value: 'COMPACT', label: 'Outputs only' },
      { value: 'FLATTEN', label: 'Outputs, lists joined' },
    ],
  },
  {
    at: '/ResultWriter/WriterConfig/OutputType',
    label: 'Format',
    kind: 'select',
    options: [
      { value: '', label: '—' },
      { value: 'JSON', label: 'JSON' },
      { value: 'JSONL', label: 'JSON lines' },
    ],
  },
];
