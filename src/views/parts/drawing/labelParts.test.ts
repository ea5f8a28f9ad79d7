import { describe, expect, it } from 'vitest';
import { labelParts } from './labelParts';

describe('a label that is shortened in its middle', () => {
  it('keeps the end of a long rule whole', () => {
    const { head, tail } = labelParts(
      '$.order.customer.membershi…',
      '$.order.customer.membershipLevel = "gold"',
    );
    expect(head + tail).toBe('$.order.customer.membershipLevel = "gold"');
    expect(tail).toContain('"gold"');
  });
  it('is left whole when it is short', () => {
    expect(labelParts('$.n > 0', '$.n > 0')).toEqual({ head: '$.n > 0', tail: '' });
  });
  it('does not add what only the tooltip says', () => {
    expect(labelParts('Catch #1: States.ALL', 'Catch #1: States.ALL (no database)').tail).toBe('');
  });
  it('says a comment, not the rule behind it', () => {
    expect(labelParts('Big spender', 'Big: $.total > 1000')).toEqual({ head: 'Big spender', tail: '' });
  });
});
