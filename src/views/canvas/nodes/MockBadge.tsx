import { CircleDot, FileCode, Hand, Pin } from 'lucide-react';
import type { StateMock } from '../../../services';
import { classNames } from '../../parts';
import styles from './StateBadges.module.css';

const LOOKS = {
  mock: { Icon: CircleDot, title: 'Answered by a mock' },
  handler: { Icon: FileCode, title: 'Answered by a JavaScript handler' },
  asked: { Icon: Hand, title: 'You are asked for the answer' },
  recorded: { Icon: Pin, title: 'Answered with the pinned result of a run' },
} as const;

/** A word for what answers the Task in place of a stub. */
function wordOf(kind: StateMock['kind']): keyof typeof LOOKS {
  if (kind === 'handler') return 'handler';
  if (kind === 'ask') return 'asked';
  return kind === 'pinned' ? 'recorded' : 'mock';
}

/** Says on a Task how it is answered. */
export default function MockBadge({ kind }: { readonly kind: StateMock['kind'] }) {
  const word = wordOf(kind);
  const { Icon, title } = LOOKS[word];
  return (
    <span className={classNames(styles.chip, styles.icon)} role="img" aria-label={title} title={title}>
      <Icon size={10} aria-hidden="true" />
      {word}
    </span>
  );
}
