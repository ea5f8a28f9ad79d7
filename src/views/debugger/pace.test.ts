import { describe, expect, it } from 'vitest';
import { PACES, paceCalled, paceOf } from './pace';

describe('the paces of a run', () => {
  it('are found by their speed and by their label', () => {
    for (const { paces } of PACES)
      for (const pace of paces) {
        expect(paceOf(pace.speed)).toBe(pace);
        expect(paceCalled(pace.label)).toBe(pace);
      }
  });

  it('stand in for speeds of older settings that there are no more', () => {
    expect(paceOf(2).label).toBe('Slow');
    expect(paceOf(500).label).toBe('Instant');
    expect(paceOf({ times: 5 }).label).toBe('10× time');
    expect(paceOf({ times: 5000 }).label).toBe('Instant');
  });
});
