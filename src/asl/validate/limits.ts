import { set, writeFix } from '../fixes/write';
import type { State } from '../model';
import { propertyOf } from '../parse/pointer';
import type { Finding, Rule } from './rule.types';

/** Source: quotas, "Maximum request size": 1 MB of UTF-8. */
const LARGEST = 1_048_576;
/** Source: developer guide, "Map state in Inline mode": up to 40 concurrent iterations. */
const MOST_AT_ONCE = 40;

/** Numbers that AWS takes and that do not do what they seem to. */
export const limits: Rule = {
  *machine({ node }) {
    if (node === undefined || node.end - node.start < LARGEST * 0.9) return;
    yield {
      code: 'DEFINITION_TOO_LARGE',
      severity: node.end - node.start > LARGEST ? 'error' : 'warning',
      message:
        'A definition may have 1 MB, and this one has that or nearly so. Move parts of it into state machines of their own.',
      range: { start: node.start, end: node.start + 1 },
    };
  },
  *state(state) {
    yield* heartbeat(state);
    yield* concurrency(state);
  },
};

function* heartbeat(state: State): Iterable<Finding> {
  const { definition, node } = state;
  if (definition.Type !== 'Task' || node === undefined) return;
  const { HeartbeatSeconds: beat, TimeoutSeconds: limit } = definition;
  const range = propertyOf(node, 'HeartbeatSeconds')?.value;
  if (typeof beat !== 'number' || typeof limit !== 'number' || beat < limit || range === undefined) return;
  const lower = Math.floor(limit / 2);
  yield {
    code: 'HEARTBEAT_NOT_SMALLER',
    severity: 'warning',
    message: `A heartbeat of ${beat} seconds is never missed before the timeout of ${limit}. Make HeartbeatSeconds smaller than TimeoutSeconds.`,
    range,
    state,
    fixes:
      lower < 1
        ? []
        : [
            writeFix('lowerHeartbeat', `Lower HeartbeatSeconds to ${lower}`, [
              set(state.path, 'HeartbeatSeconds', lower),
            ]),
          ],
  };
}

function* concurrency(state: State): Iterable<Finding> {
  const { definition, node } = state;
  if (definition.Type !== 'Map' || definition.ProcessorConfig?.Mode === 'DISTRIBUTED') return;
  const { MaxConcurrency: most } = definition;
  const range = node && propertyOf(node, 'MaxConcurrency')?.value;
  if (typeof most !== 'number' || most <= MOST_AT_ONCE || range === undefined) return;
  yield {
    code: 'CONCURRENCY_OVER_LIMIT',
    severity: 'warning',
    message: `An inline Map runs ${MOST_AT_ONCE} iterations at a time, whatever is asked for. Lower MaxConcurrency, or make “${state.name}” a Distributed Map.`,
    range,
    state,
    fixes: [
      writeFix(
        'lowerConcurrency',
        `Lower MaxConcurrency to ${MOST_AT_ONCE}`,
        [set(state.path, 'MaxConcurrency', MOST_AT_ONCE)],
        'safe',
      ),
    ],
  };
}
