import { set, writeFix } from '../../fixes/write';
import { joinPointer, propertyOf } from '../../parse/pointer';
import type { Rule } from '../rule.types';

/**
 * `MaxAttempts: 0` keeps errors from the retriers after it; as the last one it does nothing.
 * Source: ASL specification, "Retrying after error".
 */
export const retriesNever: Rule = {
  *state(state) {
    const { definition } = state;
    if (!('Retry' in definition)) return;
    const list = definition.Retry ?? [];
    const last = list.at(-1);
    const range = last?.node && propertyOf(last.node, 'MaxAttempts')?.value;
    if (last?.MaxAttempts !== 0 || range === undefined) return;
    const at = joinPointer(state.path, 'Retry', list.length - 1);
    yield {
      code: 'RETRIES_NEVER',
      severity: 'info',
      message: `MaxAttempts 0 means that “${state.name}” is never retried for these errors, as without this retrier. Give it attempts, or remove it.`,
      range,
      state,
      fixes: [writeFix('retryThrice', 'Retry 3 times', [set(at, 'MaxAttempts', 3)])],
    };
  },
};
