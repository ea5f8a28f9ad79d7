import type { ExecutionAnswer } from '../../../asl';
import { sameData } from './compared';

/** `sameEnd`: as far as AWS tells; `unknown`: it has not ended there. */
export type EndsVerdict = 'same' | 'other' | 'sameEnd' | 'unknown';

interface OwnEnd {
  readonly status: string;
  readonly error?: string | undefined;
  readonly output?: string | undefined;
}

/** Whether a run here came to what an execution at AWS came to. */
export function comparedEnds({ status, error, output }: ExecutionAnswer, own: OwnEnd): EndsVerdict {
  if (status === 'RUNNING') return 'unknown';
  // A workflow that failed and may be redriven says that in place of how it failed.
  if (status !== own.status && status !== 'PENDING_REDRIVE') return 'other';
  if (status === 'PENDING_REDRIVE' && own.status === 'SUCCEEDED') return 'other';
  if (error !== undefined && error !== own.error) return 'other';
  if (output.kind === 'text')
    return own.output !== undefined && sameData(own.output, output.text) ? 'same' : 'other';
  return status === 'SUCCEEDED' || (error === undefined && own.error !== undefined) ? 'sameEnd' : 'same';
}
