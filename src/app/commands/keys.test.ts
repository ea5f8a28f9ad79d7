import { describe, expect, it } from 'vitest';
import { type KeyPress, matchesKeys, showKeys } from './keys';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('shortcuts', () => {
  it('take Ctrl and Cmd for Mod', () => {
    expect(matchesKeys('Mod+Z', press('z', { ctrlKey: true }))).toBe(true);
    expect(matchesKeys('Mod+Z', press('z', { metaKey: true }))).toBe(true);
    expect(matchesKeys('Mod+Z', press('z'))).toBe(false);
  });

  it('tell apart what is held besides', () => {
    expect(matchesKeys('Mod+Z', press('Z', { ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(matchesKeys('Mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }))).toBe(true);
    expect(matchesKeys('F5', press('F5', { shiftKey: true }))).toBe(false);
    expect(matchesKeys('F5', press('F5', { altKey: true }))).toBe(false);
  });

  it('take a question mark however the layout makes it', () => {
    expect(matchesKeys('?', press('?', { shiftKey: true }))).toBe(true);
    expect(matchesKeys('?', press('?'))).toBe(true);
  });

  it('are shown as the platform writes them', () => {
    expect(showKeys('Mod+Shift+Z', false)).toBe('Ctrl+Shift+Z');
    expect(showKeys('Mod+Shift+Z', true)).toBe('⌘⇧Z');
  });
});
