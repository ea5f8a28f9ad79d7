import { describe, expect, it } from 'vitest';
import { changedMembers, changedText, draftOf, draftProblem, variablesText } from './branchData';

describe('The data of a branch', () => {
  it('is sent only when its value is another', () => {
    const draft = draftOf('{"a":1}');
    expect(changedText({ ...draft, text: ' { "a" : 1 } ' })).toBeUndefined();
    expect(changedText({ ...draft, text: '{"a":2}' })).toBe('{"a":2}');
  });
  it('names the variables that have other values; one that is left out keeps its own', () => {
    const draft = draftOf(variablesText({ rate: '2', list: '[1]' }));
    expect(changedMembers(draft)).toBeUndefined();
    expect(changedMembers({ ...draft, text: '{"rate":7,"new":null}' })).toBe('{"rate":7,"new":null}');
  });
  it('is said to be wrong', () => {
    const draft = draftOf('{}');
    expect(draftProblem({ ...draft, text: '{' }, 'value')).toMatch(/JSON/);
    expect(draftProblem({ ...draft, text: '[1]' }, 'object')).toMatch(/object/);
    expect(draftProblem({ ...draft, text: '[1]' }, 'value')).toBeUndefined();
  });
});
