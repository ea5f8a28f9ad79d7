import { expect, test } from './studio';

const GREETING = `{
  "StartAt": "Greet",
  "States": {
    "Greet": { "Type": "Pass", "Result": "hello", "Next": "Rest" },
    "Rest": { "Type": "Wait", "Seconds": 5, "End": true }
  }
}`;

const YAML = `# who says hello
StartAt: Greet
States:
  Greet:
    Type: Pass
    End: true
`;

test.describe('paste ASL and see it', () => {
  test('a finished example is there at the first look', async ({ studio }) => {
    await expect(studio.state('Validate order')).toBeVisible();
    await expect(studio.state('Take from stock')).toBeVisible();
    await expect(studio.editor()).toContainText('Takes an order');
  });

  test('JSON pasted anywhere is drawn at once, and Undo brings back what was there', async ({ studio }) => {
    const before = await studio.text();
    await studio.paste(GREETING);
    await expect(studio.state('Greet')).toBeVisible();
    await expect(studio.state('Validate order')).toHaveCount(0);
    expect(await studio.text()).toBe(GREETING);
    await studio.page.keyboard.press('Control+Z');
    await expect(studio.state('Validate order')).toBeVisible();
    expect(await studio.text()).toBe(before);
  });

  test('YAML is drawn, and the editor colours it as YAML', async ({ studio }) => {
    await studio.paste(YAML);
    await expect(studio.state('Greet')).toBeVisible();
    await expect(studio.page.getByRole('button', { name: 'YAML', pressed: true })).toBeVisible();
    expect(await studio.text()).toBe(YAML);
  });

  test('a file dropped on the page is opened under its name', async ({ studio, page }) => {
    const transfer = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'greeting.asl.json', { type: 'application/json' }));
      return data;
    }, GREETING);
    await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
    await expect(studio.state('Greet')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Name of the workflow' })).toHaveValue('greeting');
  });

  test('what is typed into the editor is drawn', async ({ studio, page }) => {
    await studio.paste(GREETING);
    await expect(studio.state('Greet')).toBeVisible();
    await page.locator('.view-line', { hasText: '"Rest": {' }).click({ position: { x: 60, y: 8 } });
    await page.keyboard.press('Home');
    await page.keyboard.type('"Extra": { "Type": "Succeed" },');
    await expect(studio.state('Extra')).toBeVisible();
  });

  test('broken JSON keeps the last good graph and says which line is wrong', async ({ studio, page }) => {
    await studio.paste(GREETING);
    await expect(studio.state('Greet')).toBeVisible();
    await page.locator('.view-line', { hasText: '"Rest": {' }).click({ position: { x: 60, y: 8 } });
    await page.keyboard.press('Home');
    await page.keyboard.type(']');
    await expect(page.getByText(/Line 5/)).toBeVisible();
    await expect(studio.state('Greet')).toBeVisible();
    await expect(studio.state('Rest')).toBeVisible();
    await page.keyboard.press('Backspace');
    await expect(page.getByText(/Line 5/)).toHaveCount(0);
    expect(await studio.text()).toBe(GREETING);
  });

  test('text that is no workflow is kept and explained', async ({ studio, page }) => {
    await studio.paste('{"hello": [1, 2, 3');
    await expect(page.getByText(/Line 1/)).toBeVisible();
    expect(await studio.text()).toBe('{"hello": [1, 2, 3');
  });

  test('a template is recognised: its state machines are taken out, one after the other', async ({
    studio,
    page,
  }) => {
    const machine = (name: string) =>
      JSON.stringify({ StartAt: name, States: { [name]: { Type: 'Succeed' } } });
    const template = {
      Resources: {
        Orders: {
          Type: 'AWS::StepFunctions::StateMachine',
          Properties: { DefinitionString: { 'Fn::Sub': machine('Take order') } },
        },
        Bills: {
          Type: 'AWS::StepFunctions::StateMachine',
          Properties: {
            DefinitionString: {
              'Fn::Join': ['', [machine('Send bill').slice(0, 20), machine('Send bill').slice(20)]],
            },
          },
        },
      },
    };
    await studio.paste(JSON.stringify(template));
    await expect(studio.state('Take order')).toBeVisible();
    await expect(page.getByText('Taken out of a CloudFormation template.')).toBeVisible();
    await page.getByRole('button', { name: 'Open “Bills”' }).click();
    await expect(studio.state('Send bill')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Name of the workflow' })).toHaveValue('Bills');
    await page.keyboard.press('Control+Z');
    await expect(studio.state('Take order')).toBeVisible();
  });

  for (const [form, wrap] of Object.entries<(text: string) => string>({
    'JSON with comments': (text) => `// ours\n${text}`,
    'an escaped string': (text) => JSON.stringify(text),
    'what DescribeStateMachine says': (definition) =>
      JSON.stringify({ stateMachineArn: 'arn:x', name: 'orders', definition, type: 'STANDARD' }),
    'a Markdown code block': (text) => `Try this:\n\n\`\`\`json\n${text}\n\`\`\`\n`,
    'a command line': (text) => `aws stepfunctions create-state-machine --name x --definition '${text}'`,
    'a Terraform heredoc': (text) =>
      `resource "aws_sfn_state_machine" "o" {\n  definition = <<EOF\n${text}\nEOF\n}\n`,
    'a Serverless Framework service': (text) =>
      `stepFunctions:\n  stateMachines:\n    orders:\n      definition: ${text}\n`,
    'a SAM template': (text) =>
      `Resources:\n  Orders:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      Definition: ${text}\n`,
  }))
    test(`${form} is drawn, and Undo brings back what was there`, async ({ studio, page }) => {
      const before = await studio.text();
      await studio.paste(wrap('{ "StartAt": "Ship it", "States": { "Ship it": { "Type": "Succeed" } } }'));
      await expect(studio.state('Ship it')).toBeVisible();
      await page.keyboard.press('Control+Z');
      await expect.poll(() => studio.text()).toBe(before);
    });

  test('Terraform and mocks are recognised', async ({ studio, page }) => {
    await studio.paste(
      'resource "aws_sfn_state_machine" "orders" {\n  definition = jsonencode({ StartAt = "Ship", States = { Ship = { Type = "Task", Resource = aws_lambda_function.ship.arn, End = true } } })\n}',
    );
    await expect(studio.state('Ship')).toBeVisible();
    expect((await studio.definition()).States.Ship?.Resource).toBe('${aws_lambda_function.ship.arn}');
    await studio.paste(
      JSON.stringify({ StateMachines: { orders: { TestCases: { Happy: {} } } }, MockedResponses: {} }),
    );
    await expect(page.getByText('These are mocks')).toBeVisible();
    await expect(studio.state('Ship')).toBeVisible();
  });
});
