import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readStored } from './readStored';

const document = { text: '{}', format: 'json', name: 'a' };
const input = { input: '{}', type: 'EXPRESS', inputOrigin: 'user' };
const run = {
  summary: { id: 'r', result: { status: 'SUCCEEDED' } },
  text: '{}',
  format: 'json',
  history: { events: [] },
};
const nothing = { document: undefined, input: undefined, settings: undefined, run: undefined };

it('reads back what was stored', () => {
  const settings = {
    theme: 'dark',
    direction: 'right',
    speed: 3,
    panelSizes: { a: 1 },
    panelsShown: { a: true },
  };
  expect(readStored({ document, input, settings, run })).toEqual({ document, input, settings, run });
});

it('reads answers of AWS back with the workflows that they are about', () => {
  const execution = {
    ...{
      arn: 'arn:x',
      name: 'x',
      type: 'EXPRESS',
      machine: 'm',
      status: 'FAILED',
      startedAt: 1,
      stoppedAt: 2,
    },
    ...{ input: { kind: 'text', text: '{}' }, output: { kind: 'leftOut' }, error: 'E', cause: 'c' },
  };
  const stages = [{ name: 'input', text: '{}' }];
  const test = { status: 'SUCCEEDED', output: '1', nextState: 'B', stages };
  const other = { kind: 'test', test, given: { n: '1' } };
  const answer = { kind: 'execution', execution };
  const stored = { document, answer, 'document:b': document, 'answer:b': other };
  const read = readStored(stored);
  expect(read.answer).toEqual(answer);
  expect(read.others?.[0]?.answer).toEqual(other);
});

it.each([
  ['of another kind', { kind: 'gossip' }],
  ['without a name', { kind: 'execution', execution: { arn: 'x', type: 'STANDARD', status: 'FAILED' } }],
  ['of no type', { kind: 'execution', execution: { arn: 'x', name: 'x', status: 'FAILED' } }],
  ['without stages', { kind: 'test', test: { status: 'SUCCEEDED' } }],
  ['of another status', { kind: 'test', test: { status: 'FINE', stages: [] } }],
])('leaves out an answer %s', (_, answer) => {
  expect(readStored({ document, answer })).toEqual({ document });
});

it('leaves out of an answer what is not as it should be', () => {
  const test = { status: 'FAILED', output: 1, error: {}, stages: [{ name: 'input' }, 1, null] };
  const read = readStored({ document, answer: { kind: 'test', test, given: { a: 1, b: '2' } } });
  const none = { output: undefined, error: undefined, cause: undefined, nextState: undefined };
  expect(read.answer).toEqual({
    ...{ kind: 'test', given: { b: '2' } },
    test: { status: 'FAILED', stages: [], ...none },
  });
  const execution = { arn: 'x', name: 'x', type: 'STANDARD', status: 'FAILED', startedAt: 'then', input: 1 };
  expect(readStored({ document, answer: { kind: 'execution', execution } }).answer).toMatchObject({
    execution: { startedAt: undefined, input: { kind: 'none' }, output: { kind: 'none' } },
  });
});

it('is empty when nothing was stored', () => {
  expect(readStored(nothing)).toEqual({});
});

it.each([
  ['a document without text', { document: { format: 'json', name: 'a' } }],
  ['a notation of another version', { document: { ...document, format: 'toml' } }],
  ['an input of no type', { input: { input: '{}' } }],
  ['a run that never ended', { run: { ...run, summary: { id: 'r' } } }],
  ['a run without events', { run: { ...run, history: {} } }],
])('leaves out %s', (_, stored) => {
  expect(readStored({ ...nothing, ...stored })).toEqual({});
});

it('keeps the settings it knows and drops the rest', () => {
  const settings = {
    theme: 'sepia',
    direction: 'down',
    speed: -1,
    panelSizes: { a: 1, b: 'wide' },
    extra: 1,
  };
  expect(readStored({ ...nothing, settings })).toEqual({
    settings: { direction: 'down', panelSizes: { a: 1 } },
  });
});

it('takes an input of unknown origin for the user’s own', () => {
  expect(readStored({ ...nothing, input: { input: '1', type: 'STANDARD' } }).input?.inputOrigin).toBe('user');
});

it('never fails, whatever was stored', () => {
  const any = fc.anything({ withNullPrototype: true });
  const answer = fc.oneof(
    any,
    fc.record({ kind: fc.constantFrom('test', 'execution'), test: any, execution: any }),
  );
  fc.assert(
    fc.property(any, any, any, any, answer, (a, b, c, d, e) => {
      expect(() => readStored({ document: a, input: b, settings: c, run: d, answer: e })).not.toThrow();
    }),
  );
});
