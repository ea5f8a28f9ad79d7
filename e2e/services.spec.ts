import { expect, test } from './studio';

const CALLS = JSON.stringify(
  {
    StartAt: 'Charge',
    States: {
      Charge: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Parameters: { FunctionName: 'charge' },
        Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 1 }],
        Catch: [{ ErrorEquals: ['Declined'], Next: 'Sorry' }],
        End: true,
      },
      Sorry: { Type: 'Pass', End: true },
    },
  },
  null,
  2,
);
const MOCKS = JSON.stringify({
  StateMachines: {
    Orders: { TestCases: { declined: { Charge: 'Declines' }, busy: { Charge: 'BusyOnce' } } },
  },
  MockedResponses: {
    Declines: { '0': { Throw: { Error: 'Declined', Cause: 'no money' } } },
    BusyOnce: { '0': { Throw: { Error: 'Busy' } }, '1': { Return: { paid: true } } },
  },
});
const ROWS = JSON.stringify({
  StartAt: 'Each',
  States: {
    Each: {
      Type: 'Map',
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        ReaderConfig: { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' },
        Parameters: { Bucket: 'data', Key: 'rows.csv' },
      },
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'Do',
        States: { Do: { Type: 'Pass', End: true } },
      },
      End: true,
    },
  },
});

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

test.describe('services', () => {
  test.beforeEach(async ({ studio }) => {
    await studio.setSpeed(4);
  });

  test('a MockConfigFile.json answers the states it names, by test case, and is kept', async ({
    studio,
    page,
  }) => {
    await studio.paste(CALLS);
    await expect(studio.state('Charge')).toBeVisible();
    await studio.tab(/Services/).click();
    await page
      .getByRole('region', { name: 'Mocks' })
      .locator('input[type=file]')
      .setInputFiles(file('MockConfigFile.json', MOCKS));
    await expect(studio.tab(/Services declined/)).toBeVisible();
    await studio.runControl('Run').click();
    await expect(studio.state('Sorry')).toHaveAttribute('data-status', 'succeeded');

    await page.getByRole('combobox', { name: 'Test case of the mocks' }).selectOption('busy');
    await studio.runControl('Run').click();
    await expect(studio.state('Charge')).toHaveAttribute('data-status', 'succeeded');
    await studio.tab(/Input/).click();
    await expect(studio.result()).toContainText('“busy” of Orders');
    await expect(studio.result()).toContainText('"paid": true');

    // Right after the change: what waits to be stored is stored on the way out.
    await page.reload();
    await expect(studio.tab(/Services busy/)).toBeVisible();
  });

  test('broken mocks are told, start no run, and are not lost', async ({ studio, page }) => {
    await studio.paste(CALLS);
    await expect(studio.state('Charge')).toBeVisible();
    await studio.tab(/Services/).click();
    await page.getByRole('button', { name: 'Scaffold' }).click();
    const text = page.getByRole('textbox', { name: 'MockConfigFile.json' });
    await expect(text).toHaveValue(/Charge succeeds/);
    await text.fill('{"StateMachines": {"A": {}}, "MockedResponses": {}}');
    await expect(page.getByRole('region', { name: 'Mocks' }).getByRole('alert')).toContainText(
      'StateMachines.A.TestCases: is missing.',
    );
    await studio.runControl('Run').click();
    await expect(studio.result()).toContainText('The mocks cannot be used: StateMachines.A.TestCases');
    await studio.tab(/Services/).click();
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('button', { name: 'Put back' }).click();
    await expect(text).toHaveValue('{"StateMachines": {"A": {}}, "MockedResponses": {}}');
  });

  test('a state machine that a Task starts runs for real when the page has it', async ({ studio, page }) => {
    const parent = {
      StartAt: 'Start child',
      States: {
        'Start child': {
          Type: 'Task',
          Resource: 'arn:aws:states:::states:startExecution.sync:2',
          Parameters: { StateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:child' },
          End: true,
        },
      },
    };
    const child = {
      StartAt: 'Answer',
      States: { Answer: { Type: 'Pass', Result: 'from the child', End: true } },
    };
    await studio.paste(JSON.stringify(parent));
    await expect(studio.state('Start child')).toBeVisible();
    await studio.tab(/Services/).click();
    const machines = page.getByRole('region', { name: 'State machines' });
    await machines.locator('input[type=file]').setInputFiles(file('child.asl.json', JSON.stringify(child)));
    await expect(page.getByRole('textbox', { name: 'Name of state machine 1' })).toHaveValue('child');
    await studio.runControl('Run').click();
    await studio.tab(/Input/).click();
    await expect(studio.result()).toContainText('from the child');
  });

  test('a Distributed Map reads a file from a bucket of the page, and what runs inside lights up', async ({
    studio,
    page,
  }) => {
    await studio.paste(ROWS);
    await expect(studio.state('Each')).toBeVisible();
    await studio.tab(/Services/).click();
    await page
      .getByRole('region', { name: 'S3 objects' })
      .locator('input[type=file]')
      .setInputFiles(file('rows.csv', 'id\nseven\neight\n'));
    await page.getByRole('textbox', { name: 'Bucket of object 1' }).fill('data');
    await studio.runControl('Run').click();
    await expect(studio.state('Do')).toHaveAttribute('data-status', 'succeeded');
    await studio.tab(/Input/).click();
    await expect(studio.result()).toContainText('"id": "eight"');
    await expect(studio.tab(/History 8/)).toBeVisible();
  });
});
