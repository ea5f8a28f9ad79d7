import { expect, it } from 'vitest';
import { cliCommand } from './cliCommand';

it('writes the command that gives the answer, quoted for a shell', () => {
  expect(cliCommand({ type: 'succeed', output: '{\n  "by": "O\'Neill"\n}' }, 'T1')).toBe(
    `aws stepfunctions send-task-success --task-token 'T1' --task-output '{"by":"O'\\''Neill"}'`,
  );
  expect(cliCommand({ type: 'succeed', output: '{"half' }, 'T1')).toContain(`--task-output '{"half'`);
  expect(cliCommand({ type: 'fail', error: 'Declined', cause: '' }, 'T1')).toBe(
    `aws stepfunctions send-task-failure --task-token 'T1' --error 'Declined'`,
  );
  expect(cliCommand({ type: 'heartbeat' }, 'T1')).toBe(
    `aws stepfunctions send-task-heartbeat --task-token 'T1'`,
  );
  expect(cliCommand({ type: 'timeout' }, 'T1')).toBeUndefined();
});
