import { set, writeFix } from '../fixes/write';
import type { State } from '../model';
import { joinPointer, propertyOf } from '../parse/pointer';
import type { ObjectNode } from '../syntax';
import type { Finding, Rule } from './rule.types';

interface Handler {
  readonly ErrorEquals: readonly string[];
  readonly node: ObjectNode | undefined;
}

/** Where States.ALL may stand. Source: AWS, `States.ALL must appear alone and at end of list`. */
export const handlerOrder: Rule = {
  *state(state) {
    const { definition } = state;
    if ('Retry' in definition) yield* misplaced(state, 'Retry', definition.Retry ?? []);
    if ('Catch' in definition) yield* misplaced(state, 'Catch', definition.Catch ?? []);
  },
};

function* misplaced(state: State, field: 'Retry' | 'Catch', list: readonly Handler[]): Iterable<Finding> {
  const pointer = joinPointer(state.path, field);
  for (const [index, { ErrorEquals, node }] of list.entries()) {
    const range = node && propertyOf(node, 'ErrorEquals')?.value;
    if (range === undefined || !ErrorEquals.includes('States.ALL')) continue;
    const about = { code: 'SCHEMA_VALIDATION_FAILED', severity: 'error', range, state } as const;
    const what = `${field} #${index + 1} of “${state.name}”`;
    if (ErrorEquals.length > 1) {
      const steps = [set(joinPointer(pointer, index), 'ErrorEquals', ['States.ALL'])];
      yield {
        ...about,
        message: `${what} names States.ALL beside other errors. It stands for all of them: leave it alone in its list.`,
        fixes: [writeFix('allAlone', 'Name States.ALL only', steps, 'safe')],
      };
    } else if (index < list.length - 1) {
      yield {
        ...about,
        message: `${what} takes every error, so nothing after it is ever asked. Move States.ALL to the end of ${field}.`,
        fixes: [
          {
            kind: 'allLast',
            title: 'Move States.ALL to the end',
            safe: true,
            change: { type: 'moveItem', list: pointer, from: index, to: list.length - 1 },
          },
        ],
      };
    }
  }
}
