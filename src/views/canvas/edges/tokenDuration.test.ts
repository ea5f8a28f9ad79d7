import { describe, expect, it } from 'vitest';
import { tokenDuration } from './tokenDuration';

describe('the token on a transition', () => {
  it('is shown as long as there is time to follow it', () => {
    expect(tokenDuration(1)).toBe(600);
    expect(tokenDuration(4)).toBe(200);
  });
  it('gives way to a flash when a run is too fast to follow', () => {
    expect(tokenDuration(20)).toBe(0);
    expect(tokenDuration('instant')).toBe(0);
  });
});
