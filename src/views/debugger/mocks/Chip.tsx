import { Circle, CircleDot, FileCode, Hand, ListOrdered, Pin, Split, TriangleAlert } from 'lucide-react';
import type { MockOutcome, StateMock } from '../../../services';
import styles from './mocks.module.css';

/** How a state is answered, in a word and a sign. */
export function Chip({
  mock,
  testCase,
}: {
  readonly mock: StateMock | undefined;
  readonly testCase: string | undefined;
}) {
  const words = mock ? wordsOf(mock) : (testCase ?? 'stub');
  return (
    <span
      className={styles.chip}
      data-kind={mock?.kind ?? (testCase === undefined ? 'stub' : 'fixed')}
      title={words}
    >
      <Sign kind={mock?.kind ?? (testCase === undefined ? 'stub' : 'fixed')} /> <span>{words}</span>
    </span>
  );
}

function Sign({ kind }: { readonly kind: StateMock['kind'] }) {
  const look = { size: 12, 'aria-hidden': true } as const;
  switch (kind) {
    case 'stub':
      return <Circle {...look} />;
    case 'ask':
      return <Hand {...look} />;
    case 'fixed':
      return <CircleDot {...look} />;
    case 'sequence':
      return <ListOrdered {...look} />;
    case 'rules':
      return <Split {...look} />;
    case 'rate':
      return <TriangleAlert {...look} />;
    case 'pinned':
      return <Pin {...look} />;
    case 'handler':
      return <FileCode {...look} />;
  }
}

function wordsOf(mock: StateMock): string {
  switch (mock.kind) {
    case 'stub':
      return 'stub';
    case 'ask':
      return 'asks me';
    case 'fixed':
      return outcomeWords(mock.outcome);
    case 'sequence':
      return mock.rows.length === 1 ? '1 row' : `${mock.rows.length} rows`;
    case 'rules':
      return mock.rules.length === 1 ? '1 rule' : `${mock.rules.length} rules`;
    case 'rate':
      return `fails ${Math.round(mock.rate * 100)} %`;
    case 'pinned':
      return 'pinned';
    case 'handler':
      return 'script';
  }
}

function outcomeWords(outcome: MockOutcome): string {
  switch (outcome.type) {
    case 'return':
      return 'mock';
    case 'throw':
      return `throws ${outcome.error}`;
    case 'timeout':
      return 'times out';
    case 'never':
      return 'never answers';
  }
}
