import { describe, expect, it } from 'vitest';
import { readExpression, readJson, readNumber, readTemplate, readWords, shownTemplate } from './readings';

describe('what is typed into a field', () => {
  it('takes the field away when it is empty', () => {
    for (const read of [readWords, readJson, readTemplate, readExpression, readNumber({})]) {
      expect(read('')).toEqual({ ok: true, value: undefined });
    }
  });
  it('is JSON, or says where it is not', () => {
    expect(readJson('{"a": [1]}')).toEqual({ ok: true, value: { a: [1] } });
    expect(readJson('{"a": }')).toMatchObject({ ok: false, problem: expect.stringContaining('not JSON') });
  });
  it('may be an expression where a template is', () => {
    expect(readTemplate(' {% $x %} ')).toEqual({ ok: true, value: '{% $x %}' });
    expect(readTemplate('{"a": 1}')).toEqual({ ok: true, value: { a: 1 } });
    expect(readTemplate('{% $x ')).toMatchObject({ ok: false, problem: expect.stringContaining('%}') });
    expect(shownTemplate('{% $x %}')).toBe('{% $x %}');
    expect(shownTemplate('words')).toBe('"words"');
  });
  it('becomes an expression where only one may stand', () => {
    expect(readExpression('$x > 1')).toEqual({ ok: true, value: '{% $x > 1 %}' });
    expect(readExpression('{% $x %}')).toEqual({ ok: true, value: '{% $x %}' });
  });
  it('is a number within its limits, or a placeholder for one', () => {
    const read = readNumber({ min: 1, max: 100 });
    expect(read('7')).toEqual({ ok: true, value: 7 });
    expect(read('${Timeout}')).toEqual({ ok: true, value: '${Timeout}' });
    expect(read('0')).toMatchObject({ ok: false, problem: 'At least 1.' });
    expect(read('101')).toMatchObject({ ok: false, problem: 'At most 100.' });
    expect(read('1.5')).toMatchObject({ ok: false, problem: expect.stringContaining('whole') });
    expect(read('x')).toMatchObject({ ok: false });
    expect(readNumber({ whole: false })('1.5')).toEqual({ ok: true, value: 1.5 });
  });
});
