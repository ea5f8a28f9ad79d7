import { describe, expect, it } from 'vitest';
import { PLAIN_OPTIONS } from '../analysis.types';
import { analyseText } from './analyseText';
import { checkText } from './readText';

const NESTED = JSON.stringify(
  {
    StartAt: 'Each',
    States: {
      Each: {
        Type: 'Map',
        ItemProcessor: { StartAt: 'In', States: { In: { Type: 'Pass', End: true } } },
        Next: 'Last',
      },
      Last: { Type: 'Succeed' },
    },
  },
  null,
  2,
);

function analysed(text: string) {
  const result = analyseText(text, 'json', PLAIN_OPTIONS);
  if (!result.readable) throw new Error(`unreadable: ${result.problem.message}`);
  return result;
}
function problem(text: string) {
  const result = analyseText(text, 'json', PLAIN_OPTIONS);
  if (result.readable) throw new Error('readable');
  return result.problem;
}

describe('a readable text', () => {
  it('has a graph, a layout with a box for each state, and an outline in which insides follow their container', () => {
    const { graph, layout, outline } = analysed(NESTED).analysis;
    expect(outline.map(({ name }) => name)).toEqual(['Each', 'In', 'Last']);
    for (const { path } of outline) expect(layout.nodes).toHaveProperty([path]);
    expect(graph.scopes).toHaveLength(2);
  });

  it('has an outline whose ranges are the text of each state', () => {
    for (const { name, keyRange, range } of analysed(NESTED).analysis.outline) {
      expect(NESTED.slice(keyRange.start, keyRange.end)).toBe(`"${name}"`);
      const own = JSON.parse(`{${NESTED.slice(range.start, range.end)}}`) as Record<string, unknown>;
      expect(Object.keys(own)).toEqual([name]);
    }
  });

  it('may be blank: a workflow without states, and a finding that says so', () => {
    const { analysis } = analysed(' \n');
    const { diagnostics } = checkText(' \n', 'json', 'STANDARD');
    expect(analysis.outline).toEqual([]);
    expect(diagnostics.map(({ message }) => message)).toEqual([expect.stringMatching(/no definition yet/)]);
  });

  it('may have findings', () => {
    const text = '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" } } }';
    expect(analysed(text).analysis.outline).toHaveLength(1);
    const { diagnostics } = checkText(text, 'json', 'STANDARD');
    expect(diagnostics.length).toBeGreaterThan(0);
  });
});

describe('a text that cannot be read', () => {
  it('says on which line and column, and why', () => {
    expect(problem('{\n  "StartAt": "A"\n  "States": {}\n}')).toMatchObject({ line: 2, column: 17 });
  });

  it.each([
    ['// to do', /no definition yet/],
    ['[1, 2]', /StartAt and States/],
    ['"A"', /StartAt and States/],
  ])('%j is no definition', (text, message) => {
    expect(problem(text).message).toMatch(message);
  });
});
