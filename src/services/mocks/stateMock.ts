import type { StatePath } from '../../asl';

/** What one call gets. Texts of values are JSON, as they were typed; `latency` is virtual seconds. */
export type MockOutcome = { readonly latency?: number } & (
  | { readonly type: 'return'; readonly value: string }
  | { readonly type: 'throw'; readonly error: string; readonly cause: string }
  | { readonly type: 'timeout' }
  /** The state's own timeout decides. */
  | { readonly type: 'never' }
);

/** What the calls `from` to `to` get, counted from 0; `to` is null for all that follow. */
export interface MockRow {
  readonly from: number;
  readonly to: number | null;
  readonly outcome: MockOutcome;
}

/** When a rule holds: for what the service is asked, in the state's query language; or in one iteration of the innermost Map. */
export type MockWhen =
  | { readonly type: 'condition'; readonly text: string }
  | { readonly type: 'item'; readonly index: number };

export interface MockRule {
  readonly when: MockWhen;
  readonly outcome: MockOutcome;
}

/** How a Task state is answered. A state that has none is answered as if there were no mocks of its own. */
export type StateMock =
  /** Even when a test case names the state. */
  | { readonly kind: 'stub' }
  | { readonly kind: 'fixed'; readonly outcome: MockOutcome }
  /** `attempt`: counted in each visit. `invocation`: over the whole execution. */
  | { readonly kind: 'sequence'; readonly by: 'attempt' | 'invocation'; readonly rows: readonly MockRow[] }
  /** The first rule that holds; a stub when none does and there is no `otherwise`. */
  | {
      readonly kind: 'rules';
      readonly rules: readonly MockRule[];
      readonly otherwise: MockOutcome | undefined;
    }
  /** A stub that fails at some rate, from 0 to 1, and takes some virtual seconds. */
  | {
      readonly kind: 'rate';
      readonly rate: number;
      readonly error: string;
      readonly cause: string;
      readonly latency: { readonly from: number; readonly to: number };
    }
  /** What a visit of an earlier run got; `from` says which. */
  | { readonly kind: 'pinned'; readonly outcome: MockOutcome; readonly from: string }
  /** Left to the user, who is asked when it is called. */
  | { readonly kind: 'ask' }
  /** JavaScript: `(input, context) => result`. */
  | { readonly kind: 'handler'; readonly source: string };

export type StateMockKind = StateMock['kind'];

/** The mock of one Task state. */
export interface MockedTask {
  readonly state: StatePath;
  readonly mock: StateMock;
}

/** Every outcome a mock may give, with words for where it stands. */
export function outcomesOf(
  mock: StateMock,
): readonly { readonly place: string; readonly outcome: MockOutcome }[] {
  switch (mock.kind) {
    case 'fixed':
    case 'pinned':
      return [{ place: '', outcome: mock.outcome }];
    case 'sequence':
      return mock.rows.map((row, index) => ({ place: `Row ${index + 1}`, outcome: row.outcome }));
    case 'rules':
      return [
        ...mock.rules.map((rule, index) => ({ place: `Rule ${index + 1}`, outcome: rule.outcome })),
        ...(mock.otherwise ? [{ place: 'Otherwise', outcome: mock.otherwise }] : []),
      ];
    default:
      return [];
  }
}
