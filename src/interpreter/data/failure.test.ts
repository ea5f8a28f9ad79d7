import { describe, expect, it } from 'vitest';
import { Failure } from './failure';

describe('[L5] a failure', () => {
  it('says at most 256 characters of its name and 32,768 of its cause', () => {
    const longest = new Failure('E'.repeat(256), 'c'.repeat(32_768));
    expect([longest.error, longest.cause]).toEqual(['E'.repeat(256), 'c'.repeat(32_768)]);
    const cut = new Failure(`${'E'.repeat(256)}x`, `${'c'.repeat(32_768)}x`);
    expect([cut.error, cut.cause]).toEqual([longest.error, longest.cause]);
  });
  it('may lack both', () => {
    const nameless = new Failure(undefined, undefined);
    expect([nameless.error, nameless.cause, nameless.location]).toEqual([undefined, undefined, undefined]);
  });
});
