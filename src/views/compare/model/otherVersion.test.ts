import { describe, expect, it } from 'vitest';
import type { DocumentVersion } from '../../../workspace';
import { asOpened, earlierVersion } from './otherVersion';

const version = (next: string, text: string, marks: Partial<DocumentVersion> = {}): DocumentVersion => ({
  next,
  replaced: false,
  opened: false,
  read: () => ({ text, format: 'json', name: 'workflow' }),
  ...marks,
});

describe('the document as it was opened', () => {
  it('is the text that the first change was made to', () => {
    const versions = [version('Edit', 'b'), version('Rename', 'a', { opened: true })];
    expect(asOpened(versions)).toEqual({ name: 'As opened', text: 'a', format: 'json' });
  });

  it('is not the document before, when nothing was done to the one that was opened', () => {
    const before = version('Open other.json', 'before', { opened: true, replaced: true });
    expect(asOpened([before])).toBeUndefined();
    expect(asOpened([])).toBeUndefined();
    expect(asOpened([version('Edit', 'other', { opened: true }), before])?.text).toBe('other');
    expect(earlierVersion(before).text).toBe('before');
  });
});
