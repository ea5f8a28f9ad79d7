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
  fc.assert(
    fc.property(any, any, any, any, (a, b, c, d) => {
      expect(() => readStored({ document: a, input: b, settings: c, run: d })).not.toThrow();
    }),
  );
});
