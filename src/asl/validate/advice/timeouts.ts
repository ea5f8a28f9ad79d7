import { set, writeFix } from '../../fixes/write';
import { propertyOf } from '../../parse/pointer';
import { parseResource } from '../../resource';
import type { Rule } from '../rule.types';

const BOUNDS = ['TimeoutSeconds', 'TimeoutSecondsPath', 'HeartbeatSeconds', 'HeartbeatSecondsPath'];
const AN_HOUR = 3600;

/** Source: AWS, developer guide, "Best practices": use timeouts to avoid stuck executions. */
export const timeouts: Rule = {
  *state(state) {
    const { definition, node, name } = state;
    if (node === undefined || definition.Type !== 'Task') return;
    const who = waitsFor(definition.Resource ?? '');
    if (who === undefined || BOUNDS.some((field) => propertyOf(node, field))) return;
    yield {
      code: 'TASK_WITHOUT_TIMEOUT',
      severity: 'info',
      message: `“${name}” waits for ${who}, and for a year if nothing comes. Add TimeoutSeconds.`,
      range: state.keyRange,
      state,
      fixes: [writeFix('addTimeout', 'Give up after an hour', [set(state.path, 'TimeoutSeconds', AN_HOUR)])],
    };
  },
};

function waitsFor(arn: string): string | undefined {
  const resource = parseResource(arn);
  if (resource.kind === 'activity') return 'a worker';
  if (resource.kind !== 'service' || resource.pattern === 'requestResponse') return undefined;
  return resource.pattern === 'waitForTaskToken' ? 'somebody to return its token' : 'a job to end';
}
