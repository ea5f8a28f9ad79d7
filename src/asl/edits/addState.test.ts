import { describe, expect, it } from 'vitest';
import { buildModel } from '../modelling/buildModel';
import { parseText } from '../parse/parseText';
import { planEdit } from './planEdit';
import { edit, edited, lines, refusalOf } from './testing/edited';
import { add } from './testing/intents';
import { applyEdits } from './textEdits';

describe('adding a state', () => {
  it('puts it at the end of its scope, led to by nothing', () => {
    const text = '{\n  "StartAt": "A",\n  "States": {\n    "A": { "Type": "Succeed" } // only\n  }\n}\n';
    expect(edited(text, add('Pass'))).toBe(
      '{\n  "StartAt": "A",\n  "States": {\n    "A": { "Type": "Succeed" }, // only\n    "Pass": { "Type": "Pass", "End": true }\n  }\n}\n',
    );
    expect(edit(text, add('Wait'))).toMatchObject({ label: 'Add “Wait”', select: '/States/Wait' });
  });

  it('makes it the first of an empty scope', () => {
    expect(edited('{\n  "Comment": "c",\n  "States": {}\n}', add('Pass'))).toBe(
      '{\n  "Comment": "c",\n  "StartAt": "Pass",\n  "States": {\n    "Pass": {\n      "Type": "Pass",\n      "End": true\n    }\n  }\n}',
    );
    expect(edited('{"StartAt": "", "States": {}}', add('Succeed'))).toBe(
      '{"StartAt": "Succeed", "States": {"Succeed": {"Type": "Succeed"}}}',
    );
    expect(edited('{}', add('Succeed'))).toBe(
      '{\n  "StartAt": "Succeed",\n  "States": {\n    "Succeed": {\n      "Type": "Succeed"\n    }\n  }\n}',
    );
  });

  it('fills an empty branch', () => {
    const text = lines`
      {
          "StartAt": "P",
          "States": {
              "P": {
                  "Type": "Parallel",
                  "Branches": [
                      {
                          "States": {
                              // empty
                          }
                      }
                  ],
                  "End": true
              }
          }
      }
    `;
    expect(edited(text, add('Pass', '/States/P/Branches/0'))).toBe(
      text.replace(
        /"States": \{\n\s*\/\/ empty\n/,
        [
          '"StartAt": "Pass",',
          '                    "States": {',
          '                        // empty',
          '                        "Pass": {',
          '                            "Type": "Pass",',
          '                            "End": true',
          '                        }\n',
        ].join('\n'),
      ),
    );
  });

  it('fills what is empty in YAML', () => {
    expect(edited('States: {} # none\nComment: c\n', add('Pass'))).toBe(
      'StartAt: Pass\nStates: # none\n  Pass:\n    Type: Pass\n    End: true\nComment: c\n',
    );
    expect(edited('StartAt: ""\nStates:\n', add('Pass'))).toBe(
      'StartAt: "Pass"\nStates:\n  Pass:\n    Type: Pass\n    End: true\n',
    );
    expect(
      edited(
        'StartAt: A\nStates: {A: {Type: Map, ItemProcessor: {}, End: true}}\n',
        add('Pass', '/States/A/ItemProcessor'),
      ),
    ).toBe(
      'StartAt: A\nStates: {A: {Type: Map, ItemProcessor: {StartAt: Pass, States: {Pass: {Type: Pass, End: true}}}, End: true}}\n',
    );
  });

  it('writes a whole definition into an empty text, after its comments', () => {
    expect(edited('', add('Succeed'))).toBe(
      '{\n  "StartAt": "Succeed",\n  "States": {\n    "Succeed": {\n      "Type": "Succeed"\n    }\n  }\n}\n',
    );
    const yaml = parseText('# mine\n\n', 'yaml');
    const plan = planEdit({ parsed: yaml, machine: buildModel(yaml) }, add('Pass'));
    expect(plan.ok && applyEdits(yaml.text, plan.edits)).toBe(
      '# mine\nStartAt: Pass\nStates:\n  Pass:\n    Type: Pass\n    End: true\n',
    );
  });

  it('gives a Choice a Succeed to lead to', () => {
    expect(edited('{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}', add('Choice'))).toBe(
      '{"StartAt":"A","States":{"A":{"Type":"Succeed"},"Choice":{"Type":"Choice","Choices":[{"Variable":"$.key","IsPresent":true,"Next":"Succeed"}],"Default":"Succeed"},"Succeed":{"Type":"Succeed"}}}',
    );
  });

  it('is refused where there is no scope', () => {
    expect(refusalOf('{"States":{}}', add('Pass', '/States/X/Branches/0'))).toContain(
      'no longer in the text',
    );
    expect(refusalOf('[1]', add('Pass'))).toContain('Mend the text first');
    expect(refusalOf('{"States":[]}', add('Pass'))).toContain('“States” is not an object');
    expect(
      refusalOf('{"States":{"P":{"Type":"Parallel","Branches":[7]}}}', add('Pass', '/States/P/Branches/0')),
    ).toContain('Mend the text first');
  });
});
