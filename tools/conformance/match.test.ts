import { describe, expect, it } from 'vitest';
import { differences, type Marks, marksOf } from './match';

const none: Marks = marksOf({ placeholders: [], tokens: [] });
const marks = marksOf({ placeholders: ['RequestId'], tokens: ['<uuid:1>', '<arn:1>'] });

describe('comparing with a record', () => {
  it('takes equal values as equal and names the path of the first that is not', () => {
    expect(differences({ a: [1, { b: null }] }, { a: [1, { b: null }] }, none)).toEqual([]);
    expect(differences({ a: [1, { b: null }] }, { a: [1, { b: 0 }] }, none)[0]).toMatch(/^\$\.a\[1\]\.b:/);
  });

  it('wants every key on both sides', () => {
    expect(differences({ a: 1 }, { a: 1, b: 2 }, none)[0]).toMatch(/^\$\.b: not expected/);
    expect(differences({ a: 1, b: 2 }, { a: 1 }, none)[0]).toMatch(/^\$\.b: missing/);
  });

  it('reads JSON text where the recorder parsed it', () => {
    expect(differences({ output: { a: 1 } }, { output: '{"a":1}' }, none)).toEqual([]);
    expect(differences({ output: { a: 1 } }, { output: '{"a":2}' }, none)).toHaveLength(1);
  });

  it('compares JSON texts as values, other texts by the letter', () => {
    expect(differences('[1, 2.0]', '[1,2]', none)).toEqual([]);
    expect(differences('[1,2]', '[2,1]', none)).toHaveLength(1);
    expect(differences('a b', 'a  b', none)).toHaveLength(1);
    expect(differences('1', '"1"', none)).toHaveLength(1);
  });

  it('lets placeholders stand for anything that is there', () => {
    expect(differences({ id: 'RequestId' }, { id: 42 }, marks)).toEqual([]);
    expect(differences({ id: 'RequestId' }, {}, marks)).toHaveLength(1);
  });

  it('lets a token stand for one text wherever it comes up again', () => {
    expect(differences('run <uuid:1> of <arn:1>: <uuid:1>', 'run x of y: x', marks)).toEqual([]);
    expect(differences('run <uuid:1> of <arn:1>: <uuid:1>', 'run x of y: z', marks)).toHaveLength(1);
  });

  it('takes instants for the word date', () => {
    expect(differences('at date', 'at 2026-01-02T03:04:05.678Z', none)).toEqual([]);
    expect(differences('at date', 'at 2026-13-02T03:04:05Z', none)).toHaveLength(1);
  });

  it('tells null, false, 0 and nothing apart', () => {
    expect(differences(null, undefined, none)).toHaveLength(1);
    expect(differences(false, 0, none)).toHaveLength(1);
    expect(differences(0, -0, none)).toEqual([]);
  });
});
