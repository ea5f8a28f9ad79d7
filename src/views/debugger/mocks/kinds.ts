import type { MockOutcome, StateMock, StateMockKind } from '../../../services';

/** `default`: the state has no mock of its own. */
export type KindChoice = StateMockKind | 'default';

export const KINDS: readonly (readonly [KindChoice, string])[] = [
  ['default', 'By default: the test case, else a stub'],
  ['stub', 'Stub, whatever the test case says'],
  ['ask', 'Ask me'],
  ['fixed', 'One answer'],
  ['sequence', 'Sequence of answers'],
  ['rules', 'Answers by rule'],
  ['rate', 'Fails at a rate'],
  ['pinned', 'Pinned result of a run'],
  ['handler', 'JavaScript handler'],
];

export const NO_RESULT: MockOutcome = { type: 'return', value: '{}' };
export const SAMPLE_ERROR: MockOutcome = { type: 'throw', error: 'States.TaskFailed', cause: '' };

const SAMPLE_HANDLER = `// context: attempt, invocation, mapIndex, State, Execution
(input, context) => {
  if (context.attempt === 0) throw { error: 'Busy', cause: 'try again' };
  return { received: input };
}`;

/**
 * The mock a state gets when its kind is chosen: what the one before said is kept, where the new kind can say it.
 *
 * @returns undefined for the default
 */
export function mockOfKind(kind: KindChoice, before: StateMock | undefined): StateMock | undefined {
  const outcome = firstOutcome(before) ?? NO_RESULT;
  switch (kind) {
    case 'default':
      return undefined;
    case 'stub':
    case 'ask':
      return { kind };
    case 'fixed':
      return { kind, outcome };
    case 'pinned':
      return { kind, outcome, from: 'typed by hand' };
    case 'sequence':
      return {
        kind,
        by: 'invocation',
        rows: [
          { from: 0, to: 0, outcome: SAMPLE_ERROR },
          { from: 1, to: null, outcome },
        ],
      };
    case 'rules':
      return {
        kind,
        rules: [{ when: { type: 'item', index: 0 }, outcome: SAMPLE_ERROR }],
        otherwise: outcome,
      };
    case 'rate':
      return {
        kind,
        rate: 0.3,
        error: 'States.TaskFailed',
        cause: '',
        latency: { from: 0, to: 0 },
      };
    case 'handler':
      return { kind, source: SAMPLE_HANDLER };
  }
}

function firstOutcome(mock: StateMock | undefined): MockOutcome | undefined {
  switch (mock?.kind) {
    case 'fixed':
    case 'pinned':
      return mock.outcome;
    case 'sequence':
      return mock.rows.at(-1)?.outcome;
    case 'rules':
      return mock.otherwise;
    default:
      return undefined;
  }
}
