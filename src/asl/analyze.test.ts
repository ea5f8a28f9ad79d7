import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from './analyze';
import { toJson } from './parse/toJson';
import { arbitraryDefinitionText } from './testing/arbitraryDefinition';
import { DIAGNOSTIC_CODES } from './validate/codes';

describe('analyze', () => {
  it('gives the tree, the machine, the graph and the findings of a text', () => {
    const { parsed, machine, graph, diagnostics } = analyze('StartAt: A\nStates:\n  A: {Type: Succeed}\n');
    expect(parsed.format).toBe('yaml');
    expect(machine.states.map(({ name }) => name)).toEqual(['A']);
    expect(graph.scopes).toHaveLength(1);
    expect(diagnostics).toEqual([]);
  });

  it('tells of syntax only while the text is broken', () => {
    const { machine, diagnostics } = analyze('{"StartAt": "A", "States": {"A": {"Type": "Pass", "Nex');
    expect(machine.states.map(({ name }) => name)).toEqual(['A']);
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['INVALID_JSON_DESCRIPTION']));
  });

  it('sorts findings by their place, whoever found them', () => {
    const { diagnostics } = analyze(
      '{"StartAt": "X", "States": {"A": {"Type": "T", "A": 1, "A": 2}, "B": {"Type": "Pass"}}, "TimeoutSeconds": "x"}',
    );
    const starts = diagnostics.map(({ range }) => range.start);
    expect(starts).toEqual([...starts].sort((left, right) => left - right));
    expect(diagnostics.map(({ code }) => code)).toContain('DUPLICATE_KEY');
  });

  it('reads back any definition from any formatting of it', () => {
    fc.assert(
      fc.property(arbitraryDefinitionText(), (text) => {
        const { parsed } = analyze(text);
        expect(parsed.root && toJson(parsed.root)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('never throws, and every finding has a known code and a range inside the text, for any damage to a definition', () => {
    const damage = fc.record({
      at: fc.nat(),
      drop: fc.nat({ max: 40 }),
      insert: fc.oneof(fc.string(), fc.constantFrom('{', '[', '"', ',', '\n', `\${x}`, ': ')),
    });
    fc.assert(
      fc.property(
        arbitraryDefinitionText({ maxStates: 3, maxDepth: 1 }),
        fc.array(damage, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('json', 'yaml', undefined),
        (original, changes, format) => {
          let text = original;
          for (const { at, drop, insert } of changes) {
            const start = at % (text.length + 1);
            text = text.slice(0, start) + insert + text.slice(start + drop);
          }
          for (const { code, range } of analyze(text, format).diagnostics) {
            expect(Object.keys(DIAGNOSTIC_CODES)).toContain(code);
            expect(range.start).toBeGreaterThanOrEqual(0);
            expect(range.end).toBeGreaterThanOrEqual(range.start);
            expect(range.end).toBeLessThanOrEqual(text.length);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each(['{'.repeat(100_000), '['.repeat(100_000), '{"States":'.repeat(50_000), '- '.repeat(50_000)])(
    'survives hostile nesting (%#)',
    (text) => {
      expect(analyze(text).diagnostics.length).toBeGreaterThan(0);
    },
  );

  it('survives states nested as deep as the tree may be', () => {
    const levels = 99;
    const open = '{"StartAt":"S","States":{"S":{"Type":"Map","End":true,"ItemProcessor":'.repeat(levels);
    const { graph } = analyze(`${open}{}${'}}}'.repeat(levels)}`);
    expect(graph.scopes).toHaveLength(levels + 1);
  });
});
