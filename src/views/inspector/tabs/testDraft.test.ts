import { describe, expect, it } from 'vitest';
import type { StatePath } from '../../../asl';
import {
  draftFrom as draftOf,
  jsonProblem,
  outcomeWords,
  retriesProblem,
  stagesOf,
  trialOf,
} from './testDraft';

const draftFrom = (data: Parameters<typeof draftOf>[0]) => draftOf(data, '[]');
const path = '/States/A' as StatePath;

describe('The test of one state', () => {
  it('begins with what the state had in the last run', () => {
    const data = { source: 'visit', input: '{"a":1}', variables: '{}' } as const;
    expect(draftFrom({ ...data, answer: { result: '[1]' } })).toMatchObject({
      input: '{\n  "a": 1\n}',
      answered: 'result',
      result: '[\n  1\n]',
    });
    expect(draftFrom({ ...data, answer: { error: 'Busy', cause: 'x' } })).toMatchObject({
      answered: 'error',
      error: 'Busy',
    });
    expect(draftFrom({ ...data, input: '12345678901234567890' }).input).toBe('12345678901234567890');
    expect(draftFrom(undefined)).toMatchObject({ input: '{}', answered: 'stub', result: '[]' });
  });
  it('asks for the answer that was chosen', () => {
    const draft = { ...draftFrom(undefined), result: '7', error: 'Busy', cause: 'full', retries: '2' };
    expect(trialOf(path, draft)).toEqual({ state: path, input: '{}', variables: '{}' });
    expect(trialOf(path, { ...draft, answered: 'result' })).toMatchObject({ answer: { result: '7' } });
    expect(trialOf(path, { ...draft, answered: 'error' })).toMatchObject({
      answer: { error: 'Busy', cause: 'full', retries: 2 },
    });
  });
  it('says what is wrong with what is typed', () => {
    expect(jsonProblem('{', 'value')).toMatch(/^This is not JSON/);
    expect(jsonProblem('[]', 'object')).toMatch(/^Variables are an object/);
    expect(jsonProblem('[]', 'value')).toBeUndefined();
    expect(jsonProblem('{}', 'object')).toBeUndefined();
    expect(retriesProblem('-1')).toMatch(/^A number of retries/);
    expect(retriesProblem(' 3')).toBeUndefined();
  });
  it('says what became of it, and what each stage held', () => {
    const inspectionData = {
      result: '{"n":1}',
      input: '{}',
      errorDetails: { retryBackoffIntervalSeconds: 4 },
    };
    const result = (response: object) => ({ ok: true, response: { inspectionData, ...response } }) as never;
    expect(outcomeWords(result({ status: 'SUCCEEDED', nextState: 'B' })).words).toBe('Succeeded. Next: B');
    expect(outcomeWords(result({ status: 'SUCCEEDED' })).words).toBe('Succeeded. Nothing follows.');
    expect(outcomeWords(result({ status: 'RETRIABLE', error: 'Busy' })).words).toBe(
      'Failed with Busy. It would be tried again after 4 s.',
    );
    expect(outcomeWords(result({ status: 'CAUGHT_ERROR', error: 'Busy', nextState: 'C' })).words).toBe(
      'Failed with Busy, which is caught. Next: C',
    );
    expect(outcomeWords(result({ status: 'FAILED', error: 'Busy' }))).toEqual({
      words: 'Failed with Busy.',
      good: false,
    });
    expect(outcomeWords(result({ status: 'FAILED', error: '' })).words).toBe(
      'Failed with an error without a name.',
    );
    expect(outcomeWords(result({ status: 'FAILED', error: 'States.Timeout' })).words).toMatch(/5 minutes/);
    expect(outcomeWords({ ok: false, reason: 'Gone.' }).words).toBe('It cannot be tested: Gone.');
    expect(stagesOf(result({ status: 'SUCCEEDED', output: '2' })).map(({ name }) => name)).toEqual([
      'input',
      'result',
      'output',
    ]);
  });
});
