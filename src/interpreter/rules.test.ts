/// <reference types="vite/client" />
import { describe, expect, it } from 'vitest';
import rules from './RULES.md?raw';

const sources = import.meta.glob<string>(['./**/*.ts', '!./**/*.test.ts', '!./testing/**'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const tests = import.meta.glob<string>('./**/*.test.ts', { query: '?raw', import: 'default', eager: true });

describe('RULES.md', () => {
  const numbers = [...rules.matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map((match) => match[1] ?? '');
  it('numbers its rules', () => {
    expect(numbers.length).toBeGreaterThan(25);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
  it.each(numbers)('%s has a test with its number', (number) => {
    const holders = Object.entries(tests).filter(([, text]) => text.includes(`[${number}]`));
    expect(holders).not.toEqual([]);
  });
  it('[D1] holds: no file reads a clock, a random source or a timer of its own', () => {
    const impure = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bset(Timeout|Interval)\b|\bperformance\./;
    const offenders = Object.entries(sources)
      .filter(([, text]) => impure.test(text))
      .map(([path]) => path);
    expect(offenders, 'ask for it: settings, a job, or execution.random()').toEqual([]);
  });
});
