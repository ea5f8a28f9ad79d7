import { describe, expect, it } from 'vitest';
import { compileCondition } from './condition';

describe('A condition that is no part of a definition', () => {
  it('says at once that it cannot be read, in either language', () => {
    expect(compileCondition('$states.input.total >', 'JSONata')).toMatch(/Unexpected end of expression/);
    expect(compileCondition('{% $states.input.total > %}', 'JSONata')).toMatch(
      /Unexpected end of expression/,
    );
    expect(compileCondition('$.total = 30', 'JSONPath')).toMatch(/expected/);
  });
  it('can be written with braces and without', () => {
    expect(compileCondition('$states.input.total > 1', 'JSONata')).toBeTypeOf('function');
    expect(compileCondition('{% $states.input.total > 1 %}', 'JSONata')).toBeTypeOf('function');
  });
});
