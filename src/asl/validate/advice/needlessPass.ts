import { propertyOf } from '../../parse/pointer';
import type { Rule } from '../rule.types';

/** What a Pass without effect may have. */
const NO_EFFECT: ReadonlySet<string> = new Set(['Type', 'Comment', 'Next', 'QueryLanguage']);

/** Source: AWS, developer guide, "Passing data between states with variables". */
export const needlessPass: Rule = {
  *scope({ scope }) {
    for (const state of scope.states) {
      const { definition, node, name } = state;
      if (definition.Type !== 'Pass' || node === undefined || definition.Next === undefined) continue;
      const about = { code: 'NEEDLESS_PASS', severity: 'info', range: state.keyRange, state } as const;
      if (node.properties.every(({ key }) => NO_EFFECT.has(key))) {
        yield {
          ...about,
          message: `“${name}” changes nothing. Give it something to do, or delete it.`,
          fixes:
            definition.Next === name
              ? []
              : [
                  {
                    kind: 'deletePass',
                    title: `Delete “${name}”`,
                    safe: false,
                    change: { type: 'deleteState', state: state.path },
                  },
                ],
        };
      } else if (keepsForLater(node.properties.map(({ key }) => key)) && propertyOf(node, 'ResultPath')) {
        yield {
          ...about,
          message: `“${name}” only puts a value beside the data. An Assign in the state before it does that without a state of its own.`,
        };
      }
    }
  },
};

const KEEPS: ReadonlySet<string> = new Set([...NO_EFFECT, 'Result', 'Parameters', 'ResultPath']);

const keepsForLater = (fields: readonly string[]): boolean => fields.every((field) => KEEPS.has(field));
