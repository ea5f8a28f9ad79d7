import type { AnswerData, ExecutionAnswer } from '../../../asl';
import { formatDuration } from '../../parts';

const ENDS: Readonly<Record<string, string>> = {
  RUNNING: 'was still running',
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
  TIMED_OUT: 'timed out',
  ABORTED: 'was stopped',
  PENDING_REDRIVE: 'waited to be redriven',
};

/** How an execution ended and how long it took, as the end of a sentence. */
export function endWords({ status, startedAt, stoppedAt }: ExecutionAnswer): string {
  const end = ENDS[status] ?? status;
  return startedAt === undefined || stoppedAt === undefined || stoppedAt < startedAt
    ? end
    : `${end} after ${formatDuration(stoppedAt - startedAt)}`;
}

/** Said where an answer is too large to be stored. */
export const TOO_LARGE = ' It is too large to be kept: after a reload it is gone.';

/** Why data is not shown. */
export function missingWords(what: 'input' | 'output', data: AnswerData, status: string): string {
  if (data.kind === 'leftOut')
    return `AWS left the ${what} out of this answer. Ask without “--included-data METADATA_ONLY”, or with the right to its key.`;
  if (what === 'output' && status !== 'SUCCEEDED') return 'It ended without output.';
  return `This answer has no ${what}.`;
}

/** What to ask AWS for its way through the states. */
export const historyCommand = (arn: string): string => {
  // Asked in another region than its own, AWS does not know it.
  const region = arn.split(':')[3] ?? '';
  return `aws stepfunctions get-execution-history --execution-arn ${quoted(arn)}${region === '' ? '' : ` --region ${quoted(region)}`}`;
};

/** An ARN needs no quotes; what was pasted may be anything. */
const quoted = (text: string): string =>
  /^[\w:/.@-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
