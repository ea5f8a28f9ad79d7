import { set, writeFix } from '../../fixes/write';
import type { Retrier, TaskState } from '../../model';
import { joinPointer, propertyOf } from '../../parse/pointer';
import { LAMBDA_RETRY_ERRORS } from '../../reference/errorNames';
import { parseResource } from '../../resource';
import type { Rule } from '../rule.types';

const ADVISED = {
  ErrorEquals: LAMBDA_RETRY_ERRORS,
  IntervalSeconds: 1,
  MaxAttempts: 3,
  BackoffRate: 2,
  JitterStrategy: 'FULL',
};

/** Source: AWS, developer guide, "Best practices": handle transient Lambda service exceptions. */
export const lambdaRetry: Rule = {
  *state(state) {
    const { definition, node, name, path } = state;
    if (node === undefined || definition.Type !== 'Task' || !callsLambda(definition)) return;
    const retry = propertyOf(node, 'Retry');
    // A Retry that could not be read, or that a placeholder stands for, may be anything.
    if (retry && retry.value?.kind !== 'array') return;
    if (definition.Retry?.some(coversLambda)) return;
    const step = retry
      ? ({ type: 'insertItem', list: joinPointer(path, 'Retry'), at: 0, value: ADVISED } as const)
      : set(path, 'Retry', [ADVISED]);
    yield {
      code: 'LAMBDA_WITHOUT_RETRY',
      severity: 'info',
      message: `Lambda may be out of order for a moment, and “${name}” then fails. Retry Lambda.ServiceException and its like.`,
      range: state.keyRange,
      state,
      fixes: [writeFix('lambdaRetry', 'Add the retrier that AWS advises', [step])],
    };
  },
};

function callsLambda({ Resource = '' }: TaskState): boolean {
  const resource = parseResource(Resource);
  if (resource.kind !== 'service') return resource.kind === 'lambda';
  return resource.service === 'lambda' && resource.pattern === 'requestResponse';
}

const COVERING: ReadonlySet<string> = new Set(['States.ALL', 'States.TaskFailed', ...LAMBDA_RETRY_ERRORS]);

const coversLambda = ({ ErrorEquals, node }: Retrier): boolean =>
  node === undefined || ErrorEquals.some((name) => COVERING.has(name) || name.includes('${'));
