import { describe, expect, it } from 'vitest';
import { edit, edited, lines, refusalOf } from './testing/edited';
import { lead, leadToEnd } from './testing/intents';

const machine = lines`
  {
    "StartAt": "A",
    "States": {
      "A": { "Type": "Task", "Next": "C", "Catch": [ { "ErrorEquals": ["States.ALL"], "Next": "Z" } ] },
      "C": { "Type": "Choice", "Choices": [ { "Variable": "$.a", "IsNull": true, "Next": "A" } ] },
      "L": { "Type": "Pass", "End"  :  true /* here */ },
      "N": { "Type": "Pass" },
      "Z": { "Type": "Succeed" }
    }
  }
`;

describe('leading a transition to another state', () => {
  it('writes the name in place of the old one', () => {
    expect(edited(machine, lead('A#next', 'Z'))).toBe(machine.replace('"Next": "C"', '"Next": "Z"'));
    expect(edited(machine, lead('A#catch:0', 'L'))).toBe(machine.replace('"Next": "Z"', '"Next": "L"'));
    expect(edited(machine, lead('C#choice:0', 'C'))).toBe(machine.replace('"Next": "A"', '"Next": "C"'));
    expect(edited(machine, lead('start:#start', 'N'))).toBe(
      machine.replace('"StartAt": "A"', '"StartAt": "N"'),
    );
  });

  it('makes Next of End', () => {
    expect(edited(machine, lead('L#end', 'Z'))).toBe(machine.replace('"End"  :  true', '"Next"  :  "Z"'));
  });

  it('adds what is not written yet', () => {
    expect(edited(machine, lead('N#next', 'Z'))).toBe(
      machine.replace('"N": { "Type": "Pass" }', '"N": { "Type": "Pass", "Next": "Z" }'),
    );
    expect(edited(machine, lead('C#default', 'Z'))).toBe(
      machine.replace('"A" } ] }', '"A" } ], "Default": "Z" }'),
    );
    expect(edited('{"States":{"A":{"Type":"Pass"}}}', lead('start:#start', 'A'))).toBe(
      '{"StartAt":"A","States":{"A":{"Type":"Pass"}}}',
    );
  });

  it('does nothing when it leads there already', () => {
    expect(edited(machine, lead('A#next', 'C'))).toBe(machine);
  });

  it('names what it did, and selects the state it leaves', () => {
    expect(edit(machine, lead('A#next', 'Z'))).toMatchObject({
      label: 'Lead “A” to “Z”',
      select: '/States/A',
    });
    expect(edit(machine, lead('start:#start', 'Z'))).toMatchObject({
      label: 'Lead Start to “Z”',
      select: '/States/Z',
    });
  });

  it('keeps the quotes of the name in YAML, and its comment', () => {
    const text =
      'StartAt: "A" # first\nStates:\n  A: {Type: Pass, End: true}\n  B:\n    Type: Pass\n    End: true # done\n';
    expect(edited(text, lead('start:#start', 'B'))).toBe(text.replace('"A"', '"B"'));
    expect(edited(text, lead('B#end', 'A'))).toBe(text.replace('End: true # done', 'Next: A # done'));
    expect(edited(text, lead('A#end', 'B'))).toBe(text.replace('End: true}', 'Next: B}'));
  });

  it('adds a line in YAML', () => {
    const text = 'StartAt: A\nStates:\n  A:\n    Type: Task # work\n    # more\n  B:\n    Type: Succeed\n';
    expect(edited(text, lead('A#next', 'B'))).toBe(
      'StartAt: A\nStates:\n  A:\n    Type: Task # work\n    Next: B\n    # more\n  B:\n    Type: Succeed\n',
    );
  });
});

describe('leading a transition to End', () => {
  it('makes End of Next', () => {
    expect(edited(machine, leadToEnd('A#next'))).toBe(machine.replace('"Next": "C"', '"End": true'));
    expect(edit(machine, leadToEnd('A#next')).label).toBe('End after “A”');
    expect(edited('States:\n  A:\n    Next: "B"\n  B: {}\n', leadToEnd('A#next'))).toBe(
      'States:\n  A:\n    End: true\n  B: {}\n',
    );
  });

  it('adds End where neither is written, and settles it where both are', () => {
    expect(edited(machine, leadToEnd('N#next'))).toBe(machine.replace('"Pass" }', '"Pass", "End": true }'));
    expect(edited('{"States":{"A":{"Next":"B","End":false},"B":{}}}', leadToEnd('A#next'))).toBe(
      '{"States":{"A":{"End":true},"B":{}}}',
    );
    expect(edited(machine, leadToEnd('L#end'))).toBe(machine);
  });
});

describe('what may not be', () => {
  it('is refused with the reason', () => {
    expect(refusalOf(machine, leadToEnd('C#choice:0'))).toContain('Add a Succeed state');
    expect(refusalOf(machine, lead('C#next', 'A'))).toContain('is a Choice');
    expect(refusalOf(machine, lead('Z#end', 'A'))).toContain('ends the execution');
    expect(refusalOf(machine, leadToEnd('A#next', '/States/X/Branches/0'))).toContain('cannot cross');
  });

  it('is refused when the transition or the state is gone', () => {
    expect(refusalOf(machine, lead('C#choice:4', 'A'))).toBe('This transition is no longer in the text.');
    expect(refusalOf(machine, lead('Q#next', 'A'))).toBe('This transition is no longer in the text.');
    expect(refusalOf(machine, lead('A#sideways', 'C'))).toBe('This transition is no longer in the text.');
    expect(refusalOf(machine, lead('A#next', 'Q'))).toBe('This state is no longer in the text.');
  });

  it('is refused where the state comes from a YAML merge key', () => {
    const text =
      'StartAt: A\nbase: &base\n  Next: B\nStates:\n  A:\n    Type: Pass\n    <<: *base\n  B: {Type: Succeed}\n';
    expect(refusalOf(text, leadToEnd('A#next'))).toContain('merge key');
  });
});
