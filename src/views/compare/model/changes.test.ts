import { describe, expect, it } from 'vitest';
import { analyze, compareGraphs, type Json } from '../../../asl';
import { countStates, countTransitions, listChanges } from './changes';
import { fieldText } from './fieldText';

const compare = (before: Json, after: Json) =>
  compareGraphs(analyze(JSON.stringify(before), 'json'), analyze(JSON.stringify(after), 'json'));

const END = { Type: 'Pass', Result: { done: true }, End: true };
const inside = (name: string, state: Json): Json => ({
  StartAt: 'Each',
  States: { Each: { Type: 'Map', ItemProcessor: { StartAt: name, States: { [name]: state } }, End: true } },
});

describe('the list of changes', () => {
  it('says where a state is, and what it was called', () => {
    const comparison = compare(inside('Bill', END), inside('Invoice', { ...END, Comment: 'c' }));
    expect(listChanges(comparison)).toMatchObject([
      { status: 'renamed', title: 'Invoice', was: 'Bill', where: 'Each', fields: [{ kind: 'added' }] },
    ]);
    expect(countStates(comparison)).toEqual({ added: 0, removed: 0, changed: 0, renamed: 1 });
    expect(countTransitions(comparison)).toBe(0);
  });

  it('begins with the definition itself', () => {
    const before = { StartAt: 'A', States: { A: END } };
    const changes = listChanges(compare(before, { ...before, TimeoutSeconds: 5, States: {} }));
    expect(changes.map(({ title, status }) => `${title} ${status}`)).toEqual([
      'Workflow changed',
      'A removed',
    ]);
  });

  it('tells of a transition that no change of a state tells of', () => {
    const before = { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'B' }, B: END } };
    const after = { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'B' }, Bill: END } };
    const titles = listChanges(compare(before, after)).map(({ title, status }) => `${title} ${status}`);
    expect(titles).toEqual(['Bill renamed', 'A to Bill removed', 'A to B added']);
  });
});

describe('a difference in words', () => {
  it('has its place, the place it had, and both values', () => {
    expect(
      fieldText({
        kind: 'changed',
        before: { pointer: '/Choices/0/Variable', value: '$.a' },
        after: { pointer: '/Choices/1/Variable', value: '$.b' },
      }),
    ).toEqual({
      pointer: '/Choices/1/Variable',
      was: '/Choices/0/Variable',
      words: 'changed',
      before: '"$.a"',
      after: '"$.b"',
    });
    expect(fieldText({ kind: 'added', after: { pointer: '', value: END } })).toMatchObject({
      pointer: '',
      before: undefined,
    });
  });
});
