import { describe, expect, it } from 'vitest';
import { kindOf, NEW_COMPARISON, OPERATORS, operandFor, readComparison, withKind } from './rules';

const rule = { Variable: '$.n', NumericGreaterThan: 1, Next: 'Big', Comment: 'why' };
const changed = (...args: Parameters<typeof withKind>) =>
  Object.fromEntries(withKind(...args).map(({ name, value }) => [name, value]));
const named = (name: string) => {
  const operator = OPERATORS.find((each) => each.name === name);
  if (!operator) throw new Error(name);
  return operator;
};

describe('a rule of a Choice', () => {
  it('is read back from its fields', () => {
    expect(readComparison(rule)).toMatchObject({ field: 'NumericGreaterThan', byPath: false, operand: 1 });
    const byPath = readComparison({ Variable: '$.a', StringEqualsPath: '$.b', Next: 'X' });
    expect(byPath).toMatchObject({ operator: { name: 'StringEquals' }, byPath: true, operand: '$.b' });
    expect(readComparison({ Variable: '$.a', Weird: 1, Next: 'X' }).operator).toBeUndefined();
  });
  it('becomes a part of a group, and the group’s first part again', () => {
    const comparison = { Variable: '$.n', NumericGreaterThan: 1 };
    expect(changed(rule, 'And')).toEqual({
      Variable: undefined,
      NumericGreaterThan: undefined,
      And: [comparison],
    });
    expect(changed({ And: [comparison, NEW_COMPARISON], Next: 'X' }, 'comparison')).toEqual({
      And: undefined,
      ...comparison,
    });
    expect(changed({ And: [comparison], Next: 'X' }, 'Or')).toEqual({ And: undefined, Or: [comparison] });
    expect(changed(rule, 'Not')).toMatchObject({ Not: comparison });
    expect(changed({ Not: { Or: [comparison] }, Next: 'X' }, 'comparison')).toMatchObject(comparison);
    expect(changed({ Or: [], Next: 'X' }, 'comparison')).toMatchObject(NEW_COMPARISON);
  });
  it('has one kind', () => {
    expect([rule, { And: [] }, { Or: [] }, { Not: {} }].map(kindOf)).toEqual([
      'comparison',
      'And',
      'Or',
      'Not',
    ]);
  });
  it('keeps its operand for another operator where it can', () => {
    expect(operandFor(named('StringEquals'), 5)).toBe('5');
    expect(operandFor(named('NumericEquals'), '5')).toBe(5);
    expect(operandFor(named('IsPresent'), 'x')).toBe(true);
    expect(operandFor(named('TimestampEquals'), 'x')).toMatch(/Z$/);
  });
  it('has operators that are there once each', () => {
    expect(new Set(OPERATORS.map(({ name }) => name)).size).toBe(OPERATORS.length);
  });
});
