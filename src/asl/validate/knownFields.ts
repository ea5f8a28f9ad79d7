import { renameKey, writeFix } from '../fixes/write';
import type { State } from '../model';
import { nearestName } from '../nearest';
import { joinPointer, valueUnder } from '../parse/pointer';
import type { ObjectNode } from '../syntax';
import type { Finding, Rule } from './rule.types';

const RETRIER = [
  'ErrorEquals',
  'IntervalSeconds',
  'MaxAttempts',
  'BackoffRate',
  'MaxDelaySeconds',
  'JitterStrategy',
  'Comment',
];
const CATCHER = ['ErrorEquals', 'Next', 'ResultPath', 'Assign', 'Output', 'Comment'];
const SCOPE = ['StartAt', 'States', 'Comment', 'ProcessorConfig', 'QueryLanguage'];

/**
 * Fields of retriers, catchers, branches and processors that are none; a state's own are left to AWS's check.
 * Source: ASL specification, "Errors", "Map State"; AWS's JSON schema of the language takes no others.
 */
export const knownFields: Rule = {
  *state(state) {
    const { node, path } = state;
    if (node === undefined) return;
    for (const [field, known, what] of [
      ['Retry', RETRIER, 'a retrier'],
      ['Catch', CATCHER, 'a catcher'],
      ['Branches', SCOPE, 'a branch'],
    ] as const) {
      const list = valueUnder(node, field);
      for (const [index, item] of list?.kind === 'array' ? list.items.entries() : []) {
        if (item.kind === 'object')
          yield* strangers(state, item, joinPointer(path, field, index), known, what);
      }
    }
    for (const field of ['ItemProcessor', 'Iterator']) {
      const scope = valueUnder(node, field);
      if (scope?.kind === 'object')
        yield* strangers(state, scope, joinPointer(path, field), SCOPE, 'a processor');
    }
  },
};

function* strangers(
  state: State,
  { properties }: ObjectNode,
  pointer: string,
  known: readonly string[],
  what: string,
): Iterable<Finding> {
  const free = known.filter((name) => !properties.some(({ key }) => key === name));
  for (const { key, keyRange } of properties) {
    if (known.includes(key)) continue;
    const nearest = nearestName(key, free);
    const wish = nearest === undefined ? 'Remove it' : `Write “${nearest}”`;
    yield {
      code: 'SCHEMA_VALIDATION_FAILED',
      severity: 'error',
      message: `“${key}” is no field of ${what}. ${wish}, or correct its name.`,
      range: keyRange,
      state,
      fixes:
        nearest === undefined
          ? []
          : [writeFix('renameField', `Rename to “${nearest}”`, [renameKey(pointer, key, nearest)], 'safe')],
    };
  }
}
