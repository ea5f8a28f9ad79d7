import type { CallAnswer } from '../../../services';
import type { OpenCall } from '../../../worker';

/** The answers that end a call. */
export type Ending = 'succeed' | 'fail' | 'timeout' | 'heartbeatLost' | 'never';

/** What is in the fields of a form. */
export interface AnswerFields {
  readonly ending: Ending;
  readonly output: string;
  readonly error: string;
  readonly cause: string;
}

const PERSONS: readonly OpenCall['kind'][] = ['token', 'activity'];

/** The answers a call may be given, as they are called where somebody decides, and where a service answers. */
export function endingsOf({ kind, heartbeatAt }: OpenCall): readonly (readonly [Ending, string])[] {
  const decides = PERSONS.includes(kind);
  return [
    ['succeed', decides ? 'Approve' : 'Return'],
    ['fail', decides ? 'Reject' : 'Throw'],
    ['timeout', 'Time out'],
    ...(heartbeatAt === undefined ? [] : [['heartbeatLost', 'Lose the heartbeat'] as const]),
    ['never', 'Never answer'],
  ];
}

/** What giving it brings about; empty where the fields say it. */
export const ENDING_WORDS: Readonly<Record<Ending, string>> = {
  succeed: '',
  fail: '',
  timeout: 'The call fails with States.Timeout now.',
  heartbeatLost: 'The call fails now, as if no heartbeat had come: States.HeartbeatTimeout matches it.',
  never: 'Time goes on without an answer, until the timeouts of the state or of the run decide.',
};

export function answerOf({ ending, output, error, cause }: AnswerFields): CallAnswer {
  switch (ending) {
    case 'succeed':
      return { type: ending, output };
    case 'fail':
      return { type: ending, error, cause };
    default:
      return { type: ending };
  }
}
