import { describe, expect, it } from 'vitest';
import { edit, edited, lines, refusalOf } from './testing/edited';
import { rename } from './testing/intents';

describe('renaming a state in JSON', () => {
  const machine = lines`
    {
      "StartAt": "A", // the first
      "States": {
        "A" : { "Type":"Choice", "Choices": [ { "Variable": "$.a", "IsNull": true, "Next": "A" } ], "Default": "B" },
        /* then */
        "B": { "Type": "Task", "Next": "A", "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "A" }] },
      },
    }
  `;

  it('changes its name and every transition that names it, and nothing else', () => {
    expect(edited(machine, rename('A', 'First'))).toBe(lines`
      {
        "StartAt": "First", // the first
        "States": {
          "First" : { "Type":"Choice", "Choices": [ { "Variable": "$.a", "IsNull": true, "Next": "First" } ], "Default": "B" },
          /* then */
          "B": { "Type": "Task", "Next": "First", "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "First" }] },
        },
      }
    `);
  });

  it('changes Default', () => {
    expect(edited(machine, rename('B', 'C'))).toBe(machine.replaceAll('"B"', '"C"'));
  });

  it('escapes what JSON needs escaped', () => {
    const text = '{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}';
    expect(edited(text, rename('A', 'say "hi"\\'))).toBe(
      '{"StartAt":"say \\"hi\\"\\\\","States":{"say \\"hi\\"\\\\":{"Type":"Succeed"}}}',
    );
  });

  it('leaves states of other scopes alone, whatever names they have', () => {
    const inner = '{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"X"},"X":{"Type":"Succeed"}}}';
    const text = `{"StartAt":"P","States":{"P":{"Type":"Parallel","Branches":[${inner}],"Next":"X"},"X":{"Type":"Pass","End":true}}}`;
    expect(edited(text, rename('X', 'Y'))).toBe(
      `{"StartAt":"P","States":{"P":{"Type":"Parallel","Branches":[${inner}],"Next":"Y"},"Y":{"Type":"Pass","End":true}}}`,
    );
    expect(edited(text, rename('/States/P/Branches/0/States/X', 'Y'))).toContain(
      inner.replaceAll('"X"', '"Y"'),
    );
  });

  it('keeps both of two states with one name together', () => {
    const text = '{"StartAt":"A","States":{"A":{"Type":"Pass"},"A":{"Type":"Succeed"}}}';
    expect(edited(text, rename('A', 'B'))).toBe(text.replaceAll('"A"', '"B"'));
  });

  it('keeps the first dangling name of a transition that is not its own', () => {
    const text = '{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"Gone"}}}';
    expect(edited(text, rename('A', 'Back'))).toBe(
      '{"StartAt":"Back","States":{"Back":{"Type":"Pass","Next":"Gone"}}}',
    );
  });

  it('selects the state under its new path and names what it did', () => {
    const { label, select } = edit(machine, rename('A', 'a/b'));
    expect(label).toBe('Rename “A” to “a/b”');
    expect(select).toBe('/States/a~1b');
  });

  it('does nothing when the name is the same', () => {
    expect(edited(machine, rename('A', 'A'))).toBe(machine);
  });

  it('refuses names that no state may have', () => {
    expect(refusalOf(machine, rename('A', '  '))).toBe('A state needs a name. Type one.');
    expect(refusalOf(machine, rename('A', 'x'.repeat(81)))).toContain(
      '80 characters at most, and this one has 81',
    );
    expect(edited(machine, rename('A', '😀'.repeat(80)))).toContain('"StartAt": "😀');
    expect(refusalOf(machine, rename('A', 'B'))).toContain('There is a state “B” already');
    expect(refusalOf(machine, rename('Nobody', 'C'))).toBe('This state is no longer in the text.');
  });

  it('refuses a name that a state of another scope has', () => {
    const text =
      '{"StartAt":"M","States":{"M":{"Type":"Map","ItemProcessor":{"StartAt":"In","States":{"In":{"Type":"Succeed"}}},"End":true}}}';
    expect(refusalOf(text, rename('M', 'In'))).toContain('unique in the whole machine');
  });

  it('does not touch a text with a syntax error', () => {
    expect(refusalOf('{"StartAt": "A",\n"States": {"A": {"Type": "Pass"}', rename('A', 'B'))).toContain(
      'while line 2 has an error',
    );
  });
});

describe('renaming a state in YAML', () => {
  const machine = lines`
    StartAt: "A"   # the first
    States:
      'A':
        Type: Choice
        Choices:
        - {Variable: $.a, IsNull: true, Next: A}
        Default: B
      # then
      B:
        Comment: |
          A is not
          a transition: A
        Type: Task
        Next: 'A'
        Catch:
          - ErrorEquals: [States.ALL]
            Next: A
  `;

  it('keeps the quotes of every place, the comments and the block scalars', () => {
    expect(edited(machine, rename('A', 'First'))).toBe(lines`
      StartAt: "First"   # the first
      States:
        'First':
          Type: Choice
          Choices:
          - {Variable: $.a, IsNull: true, Next: First}
          Default: B
        # then
        B:
          Comment: |
            A is not
            a transition: A
          Type: Task
          Next: 'First'
          Catch:
            - ErrorEquals: [States.ALL]
              Next: First
    `);
  });

  it('adds quotes where the new name needs them', () => {
    const text = 'StartAt: A\nStates: {A: {Type: Pass, End: true}}\n';
    expect(edited(text, rename('A', 'a: b'))).toBe(
      'StartAt: "a: b"\nStates: {"a: b": {Type: Pass, End: true}}\n',
    );
    expect(edited(text, rename('A', '#x'))).toBe('StartAt: "#x"\nStates: {"#x": {Type: Pass, End: true}}\n');
    expect(edited(text, rename('A', 'Yes'))).toBe(
      'StartAt: "Yes"\nStates: {"Yes": {Type: Pass, End: true}}\n',
    );
    expect(edited(text, rename('A', 'one, two'))).toBe(
      'StartAt: one, two\nStates: {"one, two": {Type: Pass, End: true}}\n',
    );
  });

  it('follows an alias that stands for the name, which then is a name of its own', () => {
    const text = 'StartAt: &first A\nStates:\n  A: {Type: Pass, Next: B}\n  B: {Type: Pass, Next: *first}\n';
    expect(edited(text, rename('A', 'C'))).toBe(
      'StartAt: &first C\nStates:\n  C: {Type: Pass, Next: B}\n  B: {Type: Pass, Next: C}\n',
    );
  });

  it('refuses where one text is used in two places', () => {
    const text = lines`
      StartAt: P
      States:
        P:
          Type: Parallel
          Branches:
            - &branch
              StartAt: A
              States:
                A: {Type: Succeed}
            - *branch
          End: true
    `;
    expect(refusalOf(text, rename('/States/P/Branches/0/States/A', 'B'))).toContain(
      'shared through a YAML anchor',
    );
    expect(refusalOf(text, rename('/States/P/Branches/1/States/A', 'B'))).toContain(
      'shared through a YAML anchor',
    );
    expect(edited(text, rename('P', 'Q'))).toBe(text.replaceAll('P\n', 'Q\n').replace('  P:', '  Q:'));
  });
});
