import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../asl';
import { alike, filterProblems, NO_FILTER } from './problems';

const found = (code: string, severity: Diagnostic['severity'], start: number): Diagnostic => ({
  code,
  severity,
  message: `About ${code} here.`,
  range: { start, end: start + 1 },
  fixes: [{ kind: 'mend', title: 'Mend', safe: true, change: { type: 'write', steps: [] } }],
});
const ALL = [
  found('B', 'info', 1),
  found('A', 'warning', 9),
  found('A', 'warning', 3),
  found('C', 'error', 5),
];
const codes = (list: readonly Diagnostic[]) => list.map(({ code, range }) => `${code}${range.start}`);

describe('what the list of problems shows', () => {
  it('is the worst first, then by place', () => {
    expect(codes(filterProblems(ALL, NO_FILTER, []))).toEqual(['C5', 'A3', 'A9', 'B1']);
  });
  it('leaves out severities, silenced codes and what lacks a word', () => {
    expect(codes(filterProblems(ALL, { ...NO_FILTER, hidden: ['warning'] }, ['B']))).toEqual(['C5']);
    expect(codes(filterProblems(ALL, { ...NO_FILTER, text: 'about  a' }, []))).toEqual([
      'C5',
      'A3',
      'A9',
      'B1',
    ]);
    expect(codes(filterProblems(ALL, { ...NO_FILTER, text: 'about c' }, []))).toEqual(['C5']);
    expect(codes(filterProblems(ALL, { ...NO_FILTER, silenced: true }, ['B', 'A', 'C']))).toHaveLength(4);
  });
  it('counts what one sort of fix is offered for', () => {
    expect(alike(ALL, 'A', 'mend')).toBe(2);
    expect(alike(ALL, 'A', 'other')).toBe(0);
  });
});
