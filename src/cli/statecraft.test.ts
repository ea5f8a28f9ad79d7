import { describe, expect, it } from 'vitest';
import { statecraft } from './statecraft';
import { UsageError } from './terminal';

const NOW = Date.UTC(2026, 0, 1);
const FILES: Readonly<Record<string, string>> = {
  'pass.json': '{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}',
  'pass.yaml': 'StartAt: A\nStates:\n  A:\n    Type: Pass\n    End: true\n',
  'fail.json': '{"StartAt":"F","States":{"F":{"Type":"Fail","Error":"Boom","Cause":"because"}}}',
  'task.json': JSON.stringify({
    StartAt: 'Charge',
    States: {
      Charge: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Parameters: { FunctionName: 'charge' },
        Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 3600, MaxAttempts: 3 }],
        End: true,
      },
    },
  }),
  'mocks.json': JSON.stringify({
    StateMachines: { Orders: { TestCases: { busy: { Charge: 'BusyTwice' } } } },
    MockedResponses: { BusyTwice: { '0-1': { Throw: { Error: 'Busy' } }, '2': { Return: { paid: true } } } },
  }),
  'once.json': JSON.stringify({
    StateMachines: { Orders: { TestCases: { once: { Charge: 'FailsOnce' } } } },
    MockedResponses: { FailsOnce: { '0': { Throw: { Error: 'Broken' } }, '1': { Return: {} } } },
  }),
  'dangling.json': '{\n  "StartAt": "A",\n  "States": { "A": { "Type": "Pass", "Next": "Bee" } }\n}',
  'callback.json': JSON.stringify({
    StartAt: 'Ask',
    States: {
      Ask: {
        Type: 'Task',
        Resource: 'arn:aws:states:::sns:publish.waitForTaskToken',
        Parameters: { Message: 'go?' },
        End: true,
      },
    },
  }),
  'each.json': JSON.stringify({
    StartAt: 'Each',
    States: {
      Each: {
        Type: 'Map',
        ItemReader: {
          Resource: 'arn:aws:states:::s3:getObject',
          ReaderConfig: { InputType: 'JSON' },
          Parameters: { Bucket: 'data', Key: 'in/items.json' },
        },
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
          StartAt: 'Do',
          States: { Do: { Type: 'Pass', End: true } },
        },
        End: true,
      },
    },
  }),
  'parent.json': JSON.stringify({
    StartAt: 'Start',
    States: {
      Start: {
        Type: 'Task',
        Resource: 'arn:aws:states:::states:startExecution.sync:2',
        Parameters: { StateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:Child' },
        End: true,
      },
    },
  }),
  'typo.json':
    '{\n  "StartAt": "Work",\n  "States": {\n    "Work": {\n      "Type": "Pass",\n      "Nexxt": "Done",\n      "Next": "Dnoe"\n    },\n    "Done": { "Type": "Succeed" }\n  }\n}\n',
  '-': '{"StartAt":"Wrok","States":{"Work":{"Type":"Pass","End":true}}}\n',
  'items.json': '["a","b"]',
  'broken.json': '{"StartAt": ',
  'input.json': '{"from":"file"}',
};

async function call(...given: readonly string[]) {
  const lines: string[] = [];
  const errors: string[] = [];
  const written: Record<string, string> = {};
  const code = await statecraft(
    given,
    {
      out: (text) => lines.push(text),
      error: (text) => errors.push(text),
      read(path) {
        const text = FILES[path];
        if (text === undefined) throw new UsageError(`${path} cannot be read: there is no such file`);
        return text;
      },
      write(path, text) {
        written[path] = text;
      },
    },
    NOW,
  );
  return { code, out: lines.join('\n'), error: errors.join('\n'), written };
}

describe('statecraft run', () => {
  it('prints status and output, and takes input as text or from a file', async () => {
    expect(await call('run', 'pass.json', '--input', '{"a":1}')).toMatchObject({
      code: 0,
      out: 'SUCCEEDED after 1 state\n{\n  "a": 1\n}',
    });
    expect((await call('run', 'pass.yaml', '--input=input.json')).out).toContain('"from": "file"');
  });

  it('ends with 1 when the execution fails, and says why', async () => {
    const { code, out } = await call('run', 'fail.json');
    expect(code).toBe(1);
    expect(out).toBe('FAILED after 1 state\nerror: Boom\ncause: because');
  });

  it('answers tasks from a test case of a MockConfigFile.json, in virtual time', async () => {
    const { code, out } = await call('run', 'task.json', '--mocks', 'mocks.json', '--history', '--json');
    const { output, events } = JSON.parse(out);
    expect(code).toBe(0);
    expect(output).toEqual({ paid: true });
    expect(events.filter(({ type }: { type: string }) => type === 'TaskFailed')).toHaveLength(2);
  });

  it.each([
    [['run'], /wants one FILE/],
    [['run', 'nope.json'], /nope\.json cannot be read/],
    [['run', 'broken.json'], /^statecraft: broken\.json:1:\d+: /],
    [['run', 'pass.json', '--inptu', '{}'], /no option --inptu.*--input/],
    [['run', 'pass.json', '--input', 'no json'], /no json cannot be read/],
    [['run', 'pass.json', '--type', 'FAST'], /STANDARD or EXPRESS/],
    [['run', 'task.json', '--mocks', 'mocks.json', '--test-case', 'calm'], /no “calm”, but busy/],
    [['run', 'task.json', '--mocks', 'pass.json'], /no mock configuration/],
    [['dance'], /no command dance/],
  ])('says what is wrong with %j and ends with 2', async (given, message) => {
    const { code, error } = await call(...given);
    expect(error).toMatch(message);
    expect(code).toBe(2);
  });
});

describe('statecraft validate', () => {
  it('prints file, line, column, severity, code and message, and ends with 1 on an error', async () => {
    const { code, out } = await call('validate', 'pass.json', 'dangling.json');
    expect(code).toBe(1);
    expect(out).toMatch(/^dangling\.json:3:\d+: error MISSING_TRANSITION_TARGET /m);
  });

  it('is content with a good definition', async () => {
    expect(await call('validate', 'pass.yaml')).toMatchObject({ code: 0, out: '', error: '' });
  });

  it('says with --aws what AWS would answer, YAML too', async () => {
    const { code, out } = await call('validate', 'dangling.json', '--aws');
    expect(code).toBe(1);
    expect(out).toContain(
      "dangling.json: error MISSING_TRANSITION_TARGET Missing 'Next' target: Bee at /States/A/Next",
    );
    expect(await call('validate', 'pass.yaml', '--aws')).toMatchObject({ code: 0, out: '' });
    const express = await call('validate', 'callback.json', '--aws', '--type', 'express');
    expect(express.out).toContain("does not support '.waitForTaskToken'");
  });

  it('gives JSON when asked', async () => {
    const { out } = await call('validate', 'dangling.json', '--json');
    expect(JSON.parse(out)[0]).toMatchObject({ file: 'dangling.json', line: 3, severity: 'error' });
  });
});

describe('statecraft --help', () => {
  it('teaches', async () => {
    const { code, out } = await call('--help');
    expect(code).toBe(0);
    expect(out).toContain('statecraft run order.asl.json');
  });
});

describe('statecraft run with more of AWS', () => {
  it('reads the objects it is given and tells about Map Runs and their children', async () => {
    const { out, code } = await call(
      'run',
      'each.json',
      '--s3',
      'data/in/items.json=items.json',
      '--json',
      '--history',
    );
    expect(code).toBe(0);
    const { output, mapRuns } = JSON.parse(out);
    expect(output).toEqual(['a', 'b']);
    expect(mapRuns).toMatchObject([
      { executionCounts: { succeeded: 2 }, executions: [{ input: 'a' }, { input: 'b' }] },
    ]);
    expect(mapRuns[0].executions[0].events).toHaveLength(4);
  });
  it('refuses an object without a place', async () => {
    expect(await call('run', 'each.json', '--s3', 'items.json')).toMatchObject({
      code: 2,
      error: expect.stringContaining('BUCKET/KEY=FILE'),
    });
  });
  it('runs the machines that Tasks start, when it knows them', async () => {
    const { out } = await call('run', 'parent.json', '--state-machine', 'Child=fail.json', '--json');
    expect(JSON.parse(out)).toMatchObject({
      status: 'FAILED',
      error: 'States.TaskFailed',
      childExecutions: [{ status: 'FAILED', error: 'Boom' }],
    });
    expect(await call('run', 'parent.json', '--state-machine', 'Child')).toMatchObject({ code: 2 });
  });
  it('redrives as often as it is told to', async () => {
    const busy = ['run', 'task.json', '--mocks', 'once.json', '--json', '--history'];
    const types = async (...more: readonly string[]): Promise<readonly string[]> =>
      JSON.parse((await call(...busy, ...more)).out).events.map(({ type }: { type: string }) => type);
    expect(await types()).not.toContain('ExecutionRedriven');
    expect(await types('--redrive', '3')).toContain('ExecutionRedriven');
    expect((await call(...busy, '--redrive', '3')).code).toBe(0);
  });
});

describe('statecraft test-state', () => {
  it('shows the stages of a state and where it leads', async () => {
    const { out, code } = await call('test-state', 'pass.yaml', '--state', 'A', '--input', '{"x":1}');
    expect(code).toBe(0);
    expect(out).toContain('afterInputPath: {"x":1}');
    expect(out).toContain('SUCCEEDED');
  });
  it('tells of a retry to come, and exits with 1', async () => {
    const { out, code } = await call(
      'test-state',
      'task.json',
      '--state',
      'Charge',
      '--error',
      'Busy: later',
      '--retry-count',
      '1',
      '--json',
    );
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      status: 'RETRIABLE',
      error: 'Busy',
      cause: 'later',
      inspectionData: { errorDetails: { retryIndex: 0, retryBackoffIntervalSeconds: 7200 } },
    });
  });
  it('answers as AWS does when the request is wrong', async () => {
    expect(await call('test-state', 'task.json', '--state', 'No')).toMatchObject({
      code: 2,
      error: 'ValidationException: State not found in definition',
    });
    expect(await call('test-state', 'task.json')).toMatchObject({
      code: 2,
      error: expect.stringContaining('--state NAME'),
    });
    expect(await call('test-state', 'task.json', '--state', 'Charge', '--retry-count', 'x')).toMatchObject({
      code: 2,
      error: expect.stringContaining('whole number'),
    });
  });
});

describe('statecraft validate --fix', () => {
  const FIXED = FILES['typo.json']?.replace('Dnoe', 'Done');

  it('writes what is surely meant, says what it did, and what is left', async () => {
    const { code, out, written } = await call('validate', '--fix', 'typo.json', 'pass.json');
    expect(written).toEqual({ 'typo.json': FIXED });
    const lines = out.split('\n');
    expect(lines[0]).toMatch(/^typo\.json:7:15: fixed MISSING_TRANSITION_TARGET .*Done/);
    expect(lines[1]).toMatch(/^typo\.json:6:7: error SCHEMA_VALIDATION_FAILED .*Nexxt/);
    expect(code).toBe(1);
  });
  it('shows the changes and writes nothing with --dry-run', async () => {
    const { code, out, written } = await call('validate', '--fix', '--dry-run', 'typo.json');
    expect(written).toEqual({});
    expect(out.split('\n').slice(0, 11)).toEqual([
      '--- typo.json',
      '+++ typo.json',
      '@@ -4,7 +4,7 @@',
      '     "Work": {',
      '       "Type": "Pass",',
      '       "Nexxt": "Done",',
      '-      "Next": "Dnoe"',
      '+      "Next": "Done"',
      '     },',
      '     "Done": { "Type": "Succeed" }',
      '   }',
    ]);
    expect(code).toBe(1);
    expect((await call('validate', '--fix', '--dry-run', 'pass.json')).code).toBe(0);
  });
  it('prints the fixed text of standard input, and the rest as JSON', async () => {
    const { code, out, error, written } = await call('validate', '--fix', '-');
    expect(out).toBe('{"StartAt":"Work","States":{"Work":{"Type":"Pass","End":true}}}');
    expect(error).toMatch(/^-:1:12: fixed /);
    expect([code, written]).toEqual([0, {}]);
    const json = JSON.parse((await call('validate', '--fix', '--json', 'typo.json')).out);
    expect(json).toMatchObject({ fixed: [{ line: 7, fix: expect.any(String) }], findings: [{ line: 6 }] });
  });
  it.each([
    [['validate', '--dry-run', 'pass.json'], /--dry-run goes with --fix/],
    [['validate', '--fix', '--aws', 'pass.json'], /--fix does not go with --aws/],
  ])('says what is wrong with %j', async (given, message) => {
    const { code, error } = await call(...given);
    expect(error).toMatch(message);
    expect(code).toBe(2);
  });
});

describe('statecraft picture', () => {
  it('draws a definition as SVG, into a file or on standard output', async () => {
    const { code, out, written } = await call('picture', 'task.json', '-o', 'task.svg');
    expect(code).toBe(0);
    expect(out).toBe('');
    expect(written['task.svg']).toMatch(/^<svg [^>]*aria-label="task\.json"[\s\S]*>Charge<[\s\S]*<\/svg>\n$/);
    expect((await call('picture', 'task.json')).out).toBe(written['task.svg']?.trimEnd());
    expect((await call('picture', 'task.json', '--theme', 'dark')).out).toContain('#12181f');
  });
  it('writes a Mermaid flowchart, from YAML too', async () => {
    const { out } = await call('picture', 'pass.yaml', '--format=mermaid', '--direction', 'right');
    expect(out).toMatch(/^flowchart LR\n {2}n1\(\("Start"\)\)\n {2}n2\("A"\)/);
  });
  it.each([
    [['picture'], /wants one FILE/],
    [['picture', 'pass.json', 'fail.json'], /wants one FILE/],
    [['picture', 'broken.json'], /broken\.json:1:\d+: /],
    [['picture', 'pass.json', '--format', 'png'], /--format is svg, mermaid/],
    [['picture', 'pass.json', '-o'], /--output wants a value/],
  ])('says what is wrong with %j', async (given, message) => {
    const { code, error } = await call(...given);
    expect(error).toMatch(message);
    expect(code).toBe(2);
  });
});
