import { describe, expect, it } from 'vitest';
import { formatYaml } from './formatYaml';

describe('formatYaml', () => {
  it('evens out indentation and spacing, and keeps comments, quotes and blocks', () => {
    const text =
      "# head\nStartAt:    A # first\nStates:\n    A:\n        Type:   'Pass'\n        # why\n        Comment: |\n          a\n           b\n        Next:  B\n    B: {Type: Succeed}\n# tail\n";
    expect(formatYaml(text)).toBe(
      "# head\nStartAt: A # first\nStates:\n  A:\n    Type: 'Pass'\n    # why\n    Comment: |\n      a\n       b\n    Next: B\n  B: { Type: Succeed }\n\n# tail\n",
    );
  });

  it('changes nothing the second time', () => {
    const once = formatYaml('a:\n- 1\n-   x:   yes # c\n\n\nb: &x [1,  2]\nc: *x\n');
    expect(formatYaml(once)).toBe(once);
  });

  it('leaves alone what it could not print as it was', () => {
    const two = 'a:   1\n---\nb:   2\n';
    expect(formatYaml(two)).toBe(two);
    expect(formatYaml('')).toBe('');
    const tagged = 'a:   !Sub "${x}"\n';
    expect(formatYaml(tagged)).toBe('a: !Sub "${x}"\n');
  });
});
