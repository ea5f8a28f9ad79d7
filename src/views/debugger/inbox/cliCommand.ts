import type { CallAnswer } from '../../../services';

/**
 * The command of the AWS CLI that gives an answer; undefined when no command does.
 * @param token the task's; of an activity nobody has taken yet there is none
 */
export function cliCommand(answer: CallAnswer, token: string): string | undefined {
  const command = (name: string, options: readonly (readonly [string, string])[]): string =>
    [
      `aws stepfunctions ${name} --task-token ${quoted(token)}`,
      ...options.flatMap(([option, value]) => (value === '' ? [] : [`--${option} ${quoted(value)}`])),
    ].join(' ');
  switch (answer.type) {
    case 'succeed':
      return command('send-task-success', [['task-output', compact(answer.output)]]);
    case 'fail':
      return command('send-task-failure', [
        ['error', answer.error],
        ['cause', answer.cause],
      ]);
    case 'heartbeat':
      return command('send-task-heartbeat', []);
    default:
      return undefined;
  }
}

/** As a POSIX shell reads it. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

function compact(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}
