import type { Json } from '../../asl';

/** What a field has to come to. */
export interface Expectation {
  readonly words: string;
  readonly isMet: (value: Json) => boolean;
}

const LIST: Expectation = { words: 'a list', isMet: (value) => Array.isArray(value) };
const NUMBER: Expectation = { words: 'a number', isMet: (value) => typeof value === 'number' };
const TEXT: Expectation = { words: 'a text', isMet: (value) => typeof value === 'string' };
const TRUTH: Expectation = { words: 'true or false', isMet: (value) => typeof value === 'boolean' };
const WHOLE: Expectation = { words: 'a whole number', isMet: (value) => Number.isInteger(value) };
const TIME: Expectation = {
  words: 'a time such as 2026-01-31T12:00:00Z',
  isMet: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value),
};

const BY_TYPE: ReadonlyMap<string, Expectation> = new Map([
  ['array', LIST],
  ['number', NUMBER],
  ['string', TEXT],
  ['boolean', TRUTH],
]);

const BY_FIELD: ReadonlyMap<string, Expectation> = new Map([
  ['ItemsPath', LIST],
  ['SecondsPath', { words: 'a whole number of seconds', isMet: (value: Json) => isAtLeast(value, 0) }],
  ['TimeoutSecondsPath', { words: 'a whole number above 0', isMet: (value: Json) => isAtLeast(value, 1) }],
  ['HeartbeatSecondsPath', { words: 'a whole number above 0', isMet: (value: Json) => isAtLeast(value, 1) }],
  ['TimestampPath', TIME],
  ['Timestamp', TIME],
  ['MaxConcurrencyPath', WHOLE],
  ['MaxItemsPath', WHOLE],
  ['MaxItemsPerBatchPath', WHOLE],
  ['MaxInputBytesPerBatchPath', WHOLE],
  [
    'ToleratedFailureCountPath',
    { words: 'a whole number, 0 or more', isMet: (value: Json) => isAtLeast(value, 0) },
  ],
  [
    'ToleratedFailurePercentagePath',
    {
      words: 'a number from 0 to 100',
      isMet: (value: Json) => typeof value === 'number' && value >= 0 && value <= 100,
    },
  ],
]);

/** What a field has to come to, by the cause that says that it did not, else by its name. */
export function expectationOf(field: string | number | undefined, cause: string): Expectation | undefined {
  const type = /returned an unexpected result type\. Expected '(\w+)'/.exec(cause)?.[1];
  if (type !== undefined) return BY_TYPE.get(type);
  return typeof field === 'string' ? BY_FIELD.get(field) : undefined;
}

const isAtLeast = (value: Json, least: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= least;
