import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NodeId, TransitionId } from '../graph';
import { arbitraryDefinition } from '../testing/arbitraryDefinition';
import { mermaid } from './mermaid';
import { mermaidText } from './mermaidText';
import { graphOf } from './picture/testing/graphOf';
import { HOSTILE } from './picture/testing/hostile';

const down = { direction: 'down' } as const;

/** A line of a flowchart that this program writes; all else in it would be an accident. */
const LINE = new RegExp(
  [
    'flowchart (TB|LR)',
    ' *direction (TB|LR)',
    ' *subgraph n\\d+(b\\d+)?\\["[^"<>`]*"\\]',
    ' *end',
    ' *n\\d+(\\[|\\(|\\{|\\(\\[|\\(\\(|\\(\\(\\()"[^"`]*"(\\]|\\)|\\}|\\]\\)|\\)\\)|\\)\\)\\))',
    ' *n\\d+ (-->|-\\.->)(\\|"[^"`]*"\\|)? n\\d+',
    ' *classDef \\w+ [#\\w:,. -]+',
    ' *class n[\\w,]+ \\w+',
    ' *linkStyle [\\d,]+ [#\\w:,. -]+',
  ]
    .map((form) => `^${form}$`)
    .join('|'),
);

describe('a workflow as Mermaid', () => {
  it('has states by type, rules in words, catchers dashed, Start and End', () => {
    const text = mermaid(
      graphOf({
        StartAt: 'Big?',
        States: {
          'Big?': {
            Type: 'Choice',
            Choices: [{ Variable: '$.n', NumericGreaterThan: 3, Next: 'Call' }],
            Default: 'Rest',
          },
          Call: {
            Type: 'Task',
            Resource: 'arn:aws:states:::lambda:invoke',
            Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Stop' }],
            Next: 'Rest',
          },
          Rest: { Type: 'Wait', Seconds: 5, End: true },
          Stop: { Type: 'Fail' },
        },
      }),
      down,
    );
    expect(text.split('\n')).toEqual([
      'flowchart TB',
      '  n1(("Start"))',
      '  n2{"Big?"}',
      '  n3["Call<br/>Lambda: Invoke"]',
      '  n4("Rest<br/>Wait 5 seconds")',
      '  n5(["Stop"])',
      '  n6((("End")))',
      '  n1 --> n2',
      '  n2 -->|"#35;1 $.n #62; 3"| n3',
      '  n2 -->|"Default"| n4',
      '  n3 --> n4',
      '  n3 -.->|"Catch #35;1: States.ALL"| n5',
      '  n4 --> n6',
      '  n5 --> n6',
      '  classDef terminal fill:#f5c84c,stroke:#4a3500,color:#4a3500',
      '  class n1,n6 terminal',
      '',
    ]);
  });

  it('has Parallel branches and Map processors as subgraphs', () => {
    const text = mermaid(graphOf(HOSTILE), { direction: 'right' });
    expect(text).toMatch(/^flowchart LR$/m);
    expect(text).toMatch(
      /subgraph n8\["side by side · 2 branches"\]\n {4}direction LR\n {4}subgraph n8b1\["Branch 1"\]/,
    );
    expect(text.match(/^ *subgraph /gm)).toHaveLength(5);
    expect(text.match(/^ *end$/gm)).toHaveLength(5);
    expect(text).toMatch(/class n\d+,n\d+,n\d+,n8b1,n8b2 branch/);
  });

  it('never lets a name be more than a name', () => {
    const text = mermaid(graphOf(HOSTILE), down);
    expect(text).toContain('#60;script#62;alert(1)#60;/script#62;<br/>Lambda: Invoke');
    expect(text).toContain('n4("1#46; a list")');
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e`]/u);
  });

  it('has every state and every transition once, in lines of known forms, for any definition', () => {
    fc.assert(
      fc.property(arbitraryDefinition(), (definition) => {
        const graph = graphOf(definition);
        const lines = mermaid(graph, down).trimEnd().split('\n');
        expect(lines.filter((line) => !LINE.test(line))).toEqual([]);
        const transitions = graph.scopes.flatMap((scope) => scope.transitions);
        expect(lines.filter((line) => /^ *n\d+ -/.test(line))).toHaveLength(transitions.length);
        const nodes = graph.scopes.flatMap((scope) => scope.nodes);
        expect(lines.filter((line) => /^ *(subgraph )?n\d+[[({]/.test(line))).toHaveLength(nodes.length);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps any label inside its quotes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(mermaidText(text)).not.toMatch(/["`<>\n\r\\|{}[\]*~&]|(?<!#\d*);|#(?!\d+;)/u);
      }),
    );
  });

  it('colours what was run, containers at their border only', () => {
    const graph = graphOf(HOSTILE);
    const status = (id: string) => [id as NodeId, { status: 'succeeded', visits: 1, retries: 0 }] as const;
    const text = mermaid(graph, {
      ...down,
      run: {
        states: new Map([status('/States/lost'), status('/States/each')]),
        taken: new Map([['start:#start' as TransitionId, 1]]),
        over: true,
      },
    });
    expect(text).toMatch(
      /classDef succeeded fill:#eaf7ec,stroke:#037f0c,color:#16191f,stroke-width:2px\n {2}class n\d+ succeeded$/m,
    );
    expect(text).toMatch(
      /classDef succeededFrame fill:transparent,stroke:#037f0c,stroke-width:2px\n {2}class n9 succeededFrame$/m,
    );
    expect(text).toMatch(/^ {2}linkStyle \d+ stroke:#037f0c,stroke-width:2px$/m);
  });
});
