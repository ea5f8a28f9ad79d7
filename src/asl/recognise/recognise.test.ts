import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDefinition } from '../testing/arbitraryDefinition';
import { readHcl } from './hcl';
import { recognise } from './recognise';

const ASL = {
  StartAt: 'A',
  States: { A: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true } },
};
const text = JSON.stringify(ASL);

/** What was found: names, and what each says. */
function found(source: string) {
  const recognised = recognise(source);
  if (recognised.kind !== 'definitions') return recognised.kind;
  return recognised.found.map((one) => ({
    name: one.name,
    says: one.format === 'json' ? JSON.parse(one.text) : one.text,
  }));
}
const noteOf = (source: string) => {
  const recognised = recognise(source);
  return recognised.kind === 'definitions' ? recognised.found[0]?.note : undefined;
};

describe('what is pasted', () => {
  it('is opened as it is when it is a definition, or nothing known', () => {
    for (const plain of [
      text,
      `// note\n${text}`,
      'StartAt: A\nStates: {}',
      '',
      'hello',
      '{"a": 1}',
      '{{ x }}',
    ]) {
      expect(found(plain)).toBe('text');
    }
  });

  it('is a definition in an escaped string', () => {
    expect(found(JSON.stringify(text))).toEqual([{ name: undefined, says: ASL }]);
  });

  it('is what AWS answers about a state machine', () => {
    const answer = {
      stateMachineArn: 'arn:x',
      name: 'orders',
      status: 'ACTIVE',
      definition: text,
      type: 'STANDARD',
    };
    expect(found(JSON.stringify(answer))).toEqual([{ name: 'orders', says: ASL }]);
    const record = {
      eventName: 'CreateStateMachine',
      requestParameters: { name: 'orders', definition: text },
    };
    expect(found(JSON.stringify(record))).toEqual([{ name: 'orders', says: ASL }]);
  });

  it('keeps the lines of a definition that has some', () => {
    const pretty = JSON.stringify(ASL, null, 4);
    const recognised = recognise(JSON.stringify({ definition: pretty }));
    expect(recognised).toMatchObject({ found: [{ text: pretty }] });
  });

  it('is a template with one state machine or several, as objects or texts', () => {
    const template = {
      Resources: {
        Topic: { Type: 'AWS::SNS::Topic' },
        Orders: {
          Type: 'AWS::StepFunctions::StateMachine',
          Properties: { DefinitionString: { 'Fn::Sub': text } },
        },
        Bills: { Type: 'AWS::Serverless::StateMachine', Properties: { Definition: ASL } },
      },
    };
    expect(found(JSON.stringify(template))).toEqual([
      { name: 'Orders', says: ASL },
      { name: 'Bills', says: ASL },
    ]);
  });

  it('is a text that was joined, as CDK writes it; references become placeholders, known parameters what they are', () => {
    const [before, after] = text.split('arn:aws:');
    const joined = { 'Fn::Join': ['', [`${before}arn:`, { Ref: 'AWS::Partition' }, `:${after}`]] };
    const template = { Resources: { M: { Properties: { DefinitionString: joined } } } };
    expect(found(JSON.stringify(template))).toEqual([{ name: 'M', says: ASL }]);
    const withReference = { Definition: { ...ASL, Comment: { 'Fn::GetAtt': ['Topic', 'Arn'] } } };
    expect(found(JSON.stringify(withReference))).toEqual([
      { name: undefined, says: { ...ASL, Comment: `\${Topic.Arn}` } },
    ]);
    expect(noteOf(JSON.stringify(withReference))).toBe(`\${Topic.Arn} stays a placeholder.`);
  });

  it('is YAML with short tags, and stays YAML', () => {
    const yaml = [
      'Resources:',
      '  Orders:',
      '    Type: AWS::Serverless::StateMachine',
      '    Properties:',
      '      Definition:',
      '        StartAt: A',
      '        States:',
      '          A: { Type: Task, Resource: !GetAtt Charge.Arn, End: true }',
    ].join('\n');
    const recognised = recognise(yaml);
    expect(recognised).toMatchObject({
      source: 'a SAM template',
      found: [{ name: 'Orders', format: 'yaml' }],
    });
    expect(recognised.kind === 'definitions' && recognised.found[0]?.text).toContain(`\${Charge.Arn}`);
  });

  it('is Terraform: jsonencode and heredoc', () => {
    const encoded = `resource "aws_sfn_state_machine" "orders" {
      name = "x" # not this
      definition = jsonencode({
        StartAt = "A", // first
        States = {
          A = {
            Type     = "Task"
            Resource = aws_lambda_function.charge["a}"].arn
            Note     = "\${join(",", ["x"])} and \\"more\\""
            Seconds  = 5
            List     = [1, true, null, max(1, 2)]
            End: true
          }
        }
      })
    }`;
    expect(found(encoded)).toEqual([
      {
        name: 'orders',
        says: {
          StartAt: 'A',
          States: {
            A: {
              Type: 'Task',
              Resource: `\${aws_lambda_function.charge["a}"].arn}`,
              Note: `\${join(",", ["x"])} and "more"`,
              Seconds: 5,
              List: [1, true, null, `\${max(1, 2)}`],
              End: true,
            },
          },
        },
      },
    ]);
    const heredoc = `resource "aws_sfn_state_machine" "bills" {\n  definition = <<-EOF\n    ${text}\n  EOF\n}`;
    expect(found(heredoc)).toEqual([{ name: 'bills', says: ASL }]);
  });

  it('is a Serverless Framework service', () => {
    const service = `stepFunctions:\n  stateMachines:\n    orders:\n      definition:\n        StartAt: A\n        States: { A: { Type: Succeed } }\n`;
    expect(recognise(service)).toMatchObject({
      source: 'a Serverless Framework service',
      found: [{ name: 'orders', format: 'yaml' }],
    });
  });

  it('is a code block, a command line, a snapshot', () => {
    expect(found(`Try this:\n\n\`\`\`json\n${text}\n\`\`\`\n`)).toEqual([{ name: undefined, says: ASL }]);
    expect(found(`aws stepfunctions create-state-machine --name x --definition '${text}'`)).toEqual([
      { name: 'x', says: ASL },
    ]);
    expect(
      found(`aws stepfunctions create-state-machine --definition "${text.replaceAll('"', '\\"')}"`),
    ).toEqual([{ name: undefined, says: ASL }]);
    const [before, after] = text.split('arn:aws:');
    const snapshot = `"DefinitionString": {\n  "Fn::Join": [\n    "",\n    [\n      "${before}arn:",\n      {\n        "Ref": "AWS::Partition",\n      },\n      ":${after}",\n    ],\n  ],\n},`;
    expect(found(snapshot)).toEqual([{ name: undefined, says: ASL }]);
  });

  it('is a mock configuration', () => {
    expect(found(JSON.stringify({ StateMachines: { M: { TestCases: {} } }, MockedResponses: {} }))).toBe(
      'mocks',
    );
  });

  it('is never what is inside a definition that lacks something', () => {
    const each = { Type: 'Map', ItemProcessor: ASL, End: true };
    expect(found(JSON.stringify({ States: { Each: each } }))).toBe('text');
    expect(found(JSON.stringify({ Each: each }))).toBe('text');
  });

  it('never throws, whatever it is', () => {
    const pieces = [
      text,
      '<<EOF',
      'jsonencode(',
      '{',
      '}',
      '"',
      '```json\n',
      '```',
      '"Fn::Join": [',
      'aws_sfn_state_machine',
      ' definition = ',
      'StartAt',
      'States',
      "--definition '",
      '\n',
      '${',
      '[',
      ')',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces)), (parts) => {
        recognise(parts.join(''));
      }),
    );
  });

  it('finds any definition in any wrapping', () => {
    fc.assert(
      fc.property(arbitraryDefinition({ maxStates: 3 }), (definition) => {
        const says = JSON.parse(JSON.stringify(definition));
        expect(
          found(
            JSON.stringify({ Resources: { M: { Properties: { DefinitionString: JSON.stringify(says) } } } }),
          ),
        ).toEqual([{ name: 'M', says }]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a Terraform expression', () => {
  it('ends, or is none', () => {
    for (const broken of ['{', '{ a = ', '{ a 1 }', '[1, ', '"x', '{ a = "${" }', '<<EOF']) {
      expect(readHcl(broken, 0)).toBeUndefined();
    }
    expect(readHcl('{ "__proto__" = 1 }', 0)?.value).toEqual(JSON.parse('{"__proto__": 1}'));
    expect(readHcl('['.repeat(5000), 0)).toBeUndefined();
    expect(readHcl('"${'.repeat(50_000), 0)).toBeUndefined();
  });
});

describe('a list of events that cannot be read', () => {
  it.each(['{"events":[]}', '{ "events": [{ "what": 1 }], "nextToken": null }'])(
    'is a history: %s',
    (text) => {
      expect(recognise(text)).toEqual({ kind: 'history' });
    },
  );
  it('is none in a definition', () => {
    expect(recognise('{"events": [], "StartAt": "A", "States": {}}')).toEqual({ kind: 'text' });
  });
});
