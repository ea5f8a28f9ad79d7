import { describe, expect, it } from 'vitest';
import { edit, edited, lines, refusalOf } from './testing/edited';
import { insert } from './testing/intents';

const machine = lines`
  {
    "StartAt": "A",
    "States": {
      "A": {
        "Type": "Pass",
        "Next": "B"
      },
      "B": {
        "Type": "Pass",
        "End": true
      }
    }
  }
`;

describe('inserting a state', () => {
  it('puts it between the source and the old target, after the source in the text', () => {
    expect(edited(machine, insert('Wait', 'A#next'))).toBe(lines`
      {
        "StartAt": "A",
        "States": {
          "A": {
            "Type": "Pass",
            "Next": "Wait"
          },
          "Wait": {
            "Type": "Wait",
            "Seconds": 5,
            "Next": "B"
          },
          "B": {
            "Type": "Pass",
            "End": true
          }
        }
      }
    `);
  });

  it('puts it before End', () => {
    expect(edited(machine, insert('Pass', 'B#end'))).toBe(
      machine.replace(
        '"End": true\n    }',
        '"Next": "Pass"\n    },\n    "Pass": {\n      "Type": "Pass",\n      "End": true\n    }',
      ),
    );
  });

  it('puts it first, after Start', () => {
    expect(edited(machine, insert('Pass', 'start:#start'))).toBe(
      machine
        .replace('"StartAt": "A"', '"StartAt": "Pass"')
        .replace(
          '"States": {\n',
          '"States": {\n    "Pass": {\n      "Type": "Pass",\n      "Next": "A"\n    },\n',
        ),
    );
  });

  it('writes on one line where the neighbours do, unless it is too long', () => {
    const text = lines`
      {
        "StartAt": "A",
        "States": {
          "A": {"Type": "Pass", "Next": "B"},

          "B": {"Type": "Pass", "End": true}
        }
      }
    `;
    expect(edited(text, insert('Pass', 'A#next'))).toBe(lines`
      {
        "StartAt": "A",
        "States": {
          "A": {"Type": "Pass", "Next": "Pass"},

          "Pass": {"Type": "Pass", "Next": "B"},

          "B": {"Type": "Pass", "End": true}
        }
      }
    `);
    expect(edited(text, insert('Parallel', 'A#next'))).toContain(
      '\n\n    "Parallel": {\n      "Type": "Parallel",\n',
    );
  });

  it('stays on one line when the whole text is', () => {
    expect(edited('{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}', insert('Map', 'A#end'))).toBe(
      '{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"Map"},"Map":{"Type":"Map","ItemProcessor":{"ProcessorConfig":{"Mode":"INLINE"},"StartAt":"Pass","States":{"Pass":{"Type":"Pass","End":true}}},"End":true}}}',
    );
    expect(
      edited('{ "StartAt" : "A", "States" : { "A" : { "Type" : "Pass" } } }', insert('Pass', 'start:#start')),
    ).toBe(
      '{ "StartAt" : "Pass", "States" : { "Pass" : { "Type" : "Pass", "Next" : "A" }, "A" : { "Type" : "Pass" } } }',
    );
  });

  it('keeps tabs, ends of lines, trailing commas and comments', () => {
    const text =
      '{\r\n\t"StartAt": "A",\r\n\t"States": {\r\n\t\t// first\r\n\t\t"A": {\r\n\t\t\t"Type": "Pass",\r\n\t\t\t"End": true, // ends\r\n\t\t}, // of A\r\n\t},\r\n}\r\n';
    expect(edited(text, insert('Pass', 'A#end'))).toBe(
      text
        .replace('"End": true', '"Next": "Pass"')
        .replace(
          '// of A',
          '// of A\r\n\t\t"Pass": {\r\n\t\t\t"Type": "Pass",\r\n\t\t\t"End": true\r\n\t\t},',
        ),
    );
    expect(edited(text, insert('Succeed', 'start:#start'))).toBe(
      text
        .replace('"StartAt": "A"', '"StartAt": "Succeed"')
        .replace('"States": {', '"States": {\r\n\t\t"Succeed": {\r\n\t\t\t"Type": "Succeed"\r\n\t\t},'),
    );
  });

  it('gives it a name that nothing has or waits for', () => {
    expect(edit(machine, insert('Pass', 'A#next'))).toMatchObject({
      label: 'Insert “Pass”',
      select: '/States/Pass',
    });
    const twice = edited(machine, insert('Pass', 'A#next'));
    expect(edit(twice, insert('Pass', 'A#next')).select).toBe('/States/Pass (2)');
    const waiting = machine.replace('"Next": "B"', '"Next": "Pass"');
    expect(edit(waiting, insert('Pass', 'A#next')).select).toBe('/States/Pass (2)');
    const inside = edit(machine, insert('Parallel', 'A#next')).text;
    expect(edit(inside, insert('Pass', 'A#next')).select).toBe('/States/Pass (3)');
  });

  it('works on rules, Default and catchers', () => {
    const text = lines`
      StartAt: C
      States:
        C:
          Type: Choice
          Choices:
          - Condition: "{% $x %}"
            Next: T
          Default: T

        T:
          Type: Task
          Catch:
          - {ErrorEquals: [States.ALL], Next: Z}
          End: true

        Z:
          Type: Fail
    `;
    expect(edited(text, insert('Pass', 'C#choice:0'))).toBe(
      text
        .replace('Next: T', 'Next: Pass')
        .replace('Default: T\n', 'Default: T\n\n  Pass:\n    Type: Pass\n    Next: T\n'),
    );
    expect(edited(text, insert('Pass', 'C#default'))).toContain(
      'Default: Pass\n\n  Pass:\n    Type: Pass\n    Next: T\n',
    );
    expect(edited(text, insert('Succeed', 'T#catch:0'))).toBe(
      text
        .replace('Next: Z', 'Next: Succeed')
        .replace('End: true\n', 'End: true\n\n  Succeed:\n    Type: Succeed\n'),
    );
  });

  it('does not lead on from a Succeed or Fail', () => {
    expect(edited(machine, insert('Fail', 'A#next'))).toBe(
      machine.replace(
        '"Next": "B"\n    },',
        '"Next": "Fail"\n    },\n    "Fail": {\n      "Type": "Fail"\n    },',
      ),
    );
  });

  it('gives a Choice before End a Succeed to go to', () => {
    const text = '{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}';
    expect(edited(text, insert('Choice', 'A#end'))).toBe(
      '{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"Choice"},"Choice":{"Type":"Choice","Choices":[{"Variable":"$.key","IsPresent":true,"Next":"Succeed"}],"Default":"Succeed"},"Succeed":{"Type":"Succeed"}}}',
    );
  });

  it('speaks the query language of the machine', () => {
    const text =
      'QueryLanguage: JSONata\nStartAt: A\nStates:\n  A:\n    Type: Pass\n    Next: B\n  B:\n    Type: Succeed\n';
    expect(edited(text, insert('Task', 'A#next'))).toBe(
      text
        .replace('Next: B', 'Next: Task')
        .replace(
          '  B:\n',
          [
            '  Task:',
            '    Type: Task',
            '    Resource: arn:aws:states:::lambda:invoke',
            '    Arguments:',
            '      FunctionName: $' + '{FunctionName}',
            '      Payload: "{% $states.input %}"',
            '    Output: "{% $states.result.Payload %}"',
            '    Next: B',
            '  B:\n',
          ].join('\n'),
        ),
    );
    expect(edited(text, insert('Choice', 'A#next'))).toContain(
      'Choices:\n      - Condition: "{% $exists($states.input.key) %}"\n        Next: B\n    Default: B\n',
    );
    expect(edited(text.replace('QueryLanguage: JSONata\n', ''), insert('Task', 'A#next'))).toContain(
      '    Parameters:\n      FunctionName: $' +
        '{FunctionName}\n      Payload.$: $\n    OutputPath: $.Payload\n    Next: B\n',
    );
  });

  it('writes in YAML as the document is written', () => {
    const text = lines`
      StartAt: 'A'
      States:
          'A':
              Type: 'Parallel'
              Branches:
              - StartAt: 'In'
                States: {'In': {Type: 'Succeed'}}
              End: true
    `;
    expect(edited(text, insert('Parallel', 'A#end'))).toBe(
      text.replace('End: true', "Next: 'Parallel'") +
        [
          '',
          '    Parallel:',
          "        Type: 'Parallel'",
          '        Branches:',
          "        - StartAt: 'Pass'",
          '          States:',
          '              Pass:',
          "                  Type: 'Pass'",
          '                  End: true',
          "        - StartAt: 'Pass (2)'",
          '          States:',
          '              Pass (2):',
          "                  Type: 'Pass'",
          '                  End: true',
          '        End: true',
        ].join('\n'),
    );
    expect(edited(text, insert('Pass', 'start:/States/A/Branches/0#start'))).toBe(
      text
        .replace("StartAt: 'In'", "StartAt: 'Pass'")
        .replace("{'In'", "{Pass: {Type: 'Pass', Next: 'In'}, 'In'"),
    );
  });

  it('is refused after a state that ends the execution', () => {
    expect(refusalOf('{"StartAt":"A","States":{"A":{"Type":"Fail"}}}', insert('Pass', 'A#end'))).toBe(
      'Nothing follows “A”: a Fail state ends the execution. Insert before it.',
    );
    expect(refusalOf(machine, insert('Pass', 'A#choice:0'))).toBe(
      'This transition is no longer in the text.',
    );
  });
});
