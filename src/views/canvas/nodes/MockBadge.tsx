import { CircleDot, FileCode, Hand, Pin } from 'lucide-react';
import type { StatePath } from '../../../asl';
import type { MockedTask, StateMock } from '../../../services';
import { selectServices, useWorkspace } from '../../../workspace';
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

const kindsByTasks = new WeakMap<readonly MockedTask[], ReadonlyMap<StatePath, StateMock['kind']>>();

/** Looked up by all states of the drawing: listed once for each list of mocks. */
function kindOf(tasks: readonly MockedTask[], path: StatePath): StateMock['kind'] | undefined {
  const kinds = kindsByTasks.get(tasks) ?? new Map(tasks.map(({ state, mock }) => [state, mock.kind]));
  kindsByTasks.set(tasks, kinds);
  return kinds.get(path);
}

/** Says on a Task how it is answered, when it is not by default. */
export default function MockBadge({ state }: { readonly state: StatePath }) {
  const kind = useWorkspace((all) => kindOf(selectServices(all).tasks, state));
  if (kind === undefined || kind === 'stub') return null;
  const word = wordOf(kind);
  const { Icon, title } = LOOKS[word];
  return (
    <span className={classNames(styles.chip, styles.icon)} role="img" aria-label={title} title={title}>
      <Icon size={10} aria-hidden="true" />
      {word}
    </span>
  );
}
