import type { ScopeGraph } from '../../graph';
import type { State } from '../../model';
import { patternsOf } from '../../reference/integrations';
import { parseResource } from '../../resource';
import type { Rule } from '../rule.types';

const ASKS_STATUS = /^(?:describe|get|batchGet|list)/i;

/** Source: AWS, developer guide, "Run a Job (.sync)": Step Functions can wait for a job by itself. */
export const polling: Rule = {
  *scope({ scope, graph }) {
    const next = successors(graph);
    const waits = scope.states.filter(({ definition }) => definition.Type === 'Wait');
    if (waits.length === 0) return;
    for (const state of scope.states) {
      const job = jobOf(state);
      if (job === undefined) continue;
      const after = reach(state.path, next);
      const asking = scope.states.find((other) => {
        const asked = serviceCall(other);
        if (asked?.service !== job.service || !ASKS_STATUS.test(asked.action) || !after.has(other.path))
          return false;
        const around = reach(other.path, next);
        return waits.some((wait) => around.has(wait.path) && reach(wait.path, next).has(other.path));
      });
      if (asking === undefined) continue;
      yield {
        code: 'POLLING_LOOP',
        severity: 'info',
        message: `“${asking.name}” asks again and again whether “${state.name}” is done. With .sync at the end of its Resource, “${state.name}” waits for the job itself, and the loop can go.`,
        range: state.keyRange,
        state,
      };
    }
  },
};

function serviceCall({ definition }: State) {
  if (definition.Type !== 'Task') return undefined;
  const resource = parseResource(definition.Resource ?? '');
  return resource.kind === 'service'
    ? {
        service: resource.service.replace(/^aws-sdk:/, ''),
        action: resource.action,
        pattern: resource.pattern,
      }
    : undefined;
}

/** The call of a state that starts a job and does not wait, although it could. */
function jobOf(state: State) {
  const call = serviceCall(state);
  if (call?.pattern !== 'requestResponse') return undefined;
  const patterns = patternsOf(`arn:aws:states:::${call.service}:${call.action}`);
  return patterns.some((pattern) => pattern.startsWith('sync')) ? call : undefined;
}

function successors({ transitions }: ScopeGraph): ReadonlyMap<string, readonly string[]> {
  const next = new Map<string, string[]>();
  for (const { from, to } of transitions) next.set(from, [...(next.get(from) ?? []), to]);
  return next;
}

/** What can be entered after a state; the state itself only if a way leads back. */
function reach(from: string, next: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const seen = new Set<string>();
  const waiting = [...(next.get(from) ?? [])];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    waiting.push(...(next.get(at) ?? []));
  }
  return seen;
}
