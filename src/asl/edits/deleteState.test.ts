import { describe, expect, it } from 'vitest';
import { edit, edited, lines } from './testing/edited';
import { remove } from './testing/intents';

describe('deleting a state heals the chain', () => {
  it('joins what led to it to what followed it', () => {
    const text = lines`
      {
        "StartAt": "A",
        "States": {
          "A": {
            "Type": "Pass",
            "Next": "B"
          },
          "B": {
            "Type": "Pass",
            "Next": "C"
          },
          "C": {
            "Type": "Succeed"
          }
        }
      }
    `;
    expect(edited(text, remove('B'))).toBe(lines`
      {
        "StartAt": "A",
        "States": {
          "A": {
            "Type": "Pass",
            "Next": "C"
          },
          "C": {
            "Type": "Succeed"
          }
        }
      }
    `);
    expect(edited(text, remove('A'))).toContain('"StartAt": "B",\n  "States": {\n    "B": {');
  });

  it('ends the predecessor where nothing followed', () => {
    const text = lines`
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Pass", "Next": "B" }, // first
          "B": { "Type": "Fail" } // last
        }
      }
    `;
    expect(edited(text, remove('B'))).toBe(lines`
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Pass", "End": true } // first
        }
      }
    `);
  });

  it('follows Default when a Choice goes, else its first rule', () => {
    const choice = (rest: string): string =>
      `{"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[{"Next":"X"},{"Next":"Y"}]${rest}},"X":{"Type":"Succeed"},"Y":{"Type":"Succeed"}}}`;
    expect(edited(choice(',"Default":"Y"'), remove('C'))).toBe(
      '{"StartAt":"Y","States":{"X":{"Type":"Succeed"},"Y":{"Type":"Succeed"}}}',
    );
    expect(edited(choice(''), remove('C'))).toContain('"StartAt":"X"');
    expect(edited(choice(',"Default":"C"'), remove('C'))).toContain('"StartAt":"X"');
    expect(edited(choice(',"Default":"Missing"'), remove('C'))).toContain('"StartAt":"X"');
  });

  it('hands on a name that is not there yet', () => {
    const text =
      '{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"Later"}}}';
    expect(edited(text, remove('B'))).toBe('{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"Later"}}}');
  });

  it('does not lead a chain into a state that only loops to itself', () => {
    const text = '{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"B"}}}';
    expect(edited(text, remove('B'))).toBe('{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}');
  });

  it('keeps a loop closed', () => {
    const text =
      '{"StartAt":"Check","States":{"Check":{"Type":"Choice","Choices":[{"Next":"Wait"}],"Default":"Done"},"Wait":{"Type":"Wait","Next":"Check"},"Done":{"Type":"Succeed"}}}';
    expect(edited(text, remove('Wait'))).toContain('"Choices":[{"Next":"Check"}]');
  });
});

describe('deleting a state that nothing follows', () => {
  const machine = (rules: string, tail = ''): string =>
    `{"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[${rules}]${tail}},"X":{"Type":"Succeed"},"Y":{"Type":"Succeed"}}}`;

  it('takes the rules away that led to it', () => {
    expect(edited(machine('{"Next":"X"},{"Next":"Y"},{"Next":"X"}'), remove('X'))).toContain(
      '"Choices":[{"Next":"Y"}]}',
    );
  });

  it('takes Default away that led to it', () => {
    expect(edited(machine('{"Next":"Y"}', ',"Default":"X"'), remove('X'))).toContain(
      '"Choices":[{"Next":"Y"}]},',
    );
  });

  it('leads the rules to Default’s state when no rule would be left', () => {
    const text = machine('{"IsNull":true,"Next":"X"}', ',"Default":"Y"');
    expect(edited(text, remove('X'))).toContain('"Choices":[{"IsNull":true,"Next":"Y"}],"Default":"Y"');
  });

  it('leaves a Choice without rules when it led nowhere else', () => {
    expect(edited(machine('{"Next":"X"}', ',"Default":"X"'), remove('X'))).toContain(
      '{"Type":"Choice","Choices":[]}',
    );
  });

  it('takes a catcher away, and Catch with the last one', () => {
    const text = lines`
      StartAt: T
      States:
        T:
          Type: Task
          Catch:
            - ErrorEquals: [Mine]
              Next: Undo
            - ErrorEquals: [States.ALL]
              Next: Failed
          End: true
        Undo: {Type: Succeed}
        Failed:
          Type: Fail   # ends it
        # the end
    `;
    const withoutFailed = lines`
      StartAt: T
      States:
        T:
          Type: Task
          Catch:
            - ErrorEquals: [Mine]
              Next: Undo
          End: true
        Undo: {Type: Succeed}
        # the end
    `;
    expect(edited(text, remove('Failed'))).toBe(withoutFailed);
    expect(edited(withoutFailed, remove('Undo'))).toBe(lines`
      StartAt: T
      States:
        T:
          Type: Task
          End: true
        # the end
    `);
  });

  it('starts with the first of the other states', () => {
    const text = '{"StartAt":"B","States":{"A":{"Type":"Pass","End":true},"B":{"Type":"Pass","End":true}}}';
    expect(edited(text, remove('B'))).toBe('{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}');
  });

  it('leaves an empty scope without StartAt when it was the last', () => {
    expect(
      edited('{\n  "StartAt": "A",\n  "States": {\n    "A": { "Type": "Pass" }\n  }\n}', remove('A')),
    ).toBe('{\n  "States": {}\n}');
    expect(
      edited('StartAt: A\nStates: # all\n  A:\n    Type: Pass\n    End: true\nComment: c\n', remove('A')),
    ).toBe('States: {} # all\nComment: c\n');
  });

  it('settles a state that has both Next and End', () => {
    const text =
      '{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B","End":false},"B":{"Type":"Succeed"}}}';
    expect(edited(text, remove('B'))).toBe('{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}');
  });
});

describe('deleting and the text around', () => {
  it('takes a container with its inside', () => {
    const text = lines`
      StartAt: M
      States:
        M:
          Type: Map
          ItemProcessor:
            StartAt: In
            States:
              In: {Type: Succeed}

          Next: Z

        Z:
          Type: Succeed
    `;
    expect(edited(text, remove('M'))).toBe('StartAt: Z\nStates:\n  Z:\n    Type: Succeed');
  });

  it('keeps comments on lines of their own, and takes those behind the state', () => {
    const text = lines`
      {
        "StartAt": "A",
        "States": {
          // group one
          "A": { "Type": "Pass", "Next": "B" }, // a
          // group two
          "B": { "Type": "Pass", "Next": "C" }, // b
          /* the end */
          "C": { "Type": "Succeed" }
          // nothing more
        }
      }
    `;
    expect(edited(text, remove('B'))).toBe(
      text.replace('\n    "B": { "Type": "Pass", "Next": "C" }, // b', '').replace('"B" }', '"C" }'),
    );
    expect(edited(text, remove('C'))).toBe(lines`
      {
        "StartAt": "A",
        "States": {
          // group one
          "A": { "Type": "Pass", "Next": "B" }, // a
          // group two
          "B": { "Type": "Pass", "End": true } // b
          /* the end */
          // nothing more
        }
      }
    `);
  });

  it('keeps trailing commas, end of lines and tabs as they are', () => {
    const text =
      '{\r\n\t"StartAt": "A",\r\n\t"States": {\r\n\t\t"A": {"Type": "Pass", "Next": "B"},\r\n\t\t"B": {"Type": "Succeed"},\r\n\t},\r\n}\r\n';
    expect(edited(text, remove('B'))).toBe(
      '{\r\n\t"StartAt": "A",\r\n\t"States": {\r\n\t\t"A": {"Type": "Pass", "End": true},\r\n\t},\r\n}\r\n',
    );
  });

  it('does not let anything slip into a comment that ends a line', () => {
    const text = '{"StartAt":"A","States":{ // all\n"A":{"Type":"Pass"}}}';
    expect(edited(text, remove('A'))).toBe('{"States":{ // all\n}}');
  });

  it('works between the braces of YAML', () => {
    const text = 'StartAt: A\nStates: {A: {Type: Pass, Next: B}, B: {Type: Pass, End: true}}\n';
    expect(edited(text, remove('B'))).toBe('StartAt: A\nStates: {A: {Type: Pass, End: true}}\n');
    expect(edited(text, remove('A'))).toBe('StartAt: B\nStates: {B: {Type: Pass, End: true}}\n');
  });

  it('selects what followed, else what led there, else the container', () => {
    const text =
      '{"StartAt":"M","States":{"M":{"Type":"Map","ItemProcessor":{"StartAt":"In","States":{"In":{"Type":"Succeed"}}},"Next":"Z"},"Z":{"Type":"Pass","End":true}}}';
    expect(edit(text, remove('M')).select).toBe('/States/Z');
    expect(edit(text, remove('Z')).select).toBe('/States/M');
    expect(edit(text, remove('/States/M/ItemProcessor/States/In'))).toMatchObject({
      select: '/States/M',
      label: 'Delete “In”',
    });
  });
});
