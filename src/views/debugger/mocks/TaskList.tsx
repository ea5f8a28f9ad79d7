import { CircleAlert } from 'lucide-react';
import type { Graph, StatePath } from '../../../asl';
import type { StateMock } from '../../../services';
import type { MockReport } from '../../../worker';
import { type MockPlan, selectGraph, selectServices, useWorkspace } from '../../../workspace';
import { classNames } from '../../parts';
import { Chip } from './Chip';
import styles from './mocks.module.css';

export interface TaskState {
  readonly path: StatePath;
  readonly name: string;
}

interface TaskListProps {
  readonly plan: MockPlan | undefined;
  readonly chosen: StatePath | undefined;
  readonly onChoose: (state: StatePath) => void;
  readonly reports: ReadonlyMap<StatePath, MockReport>;
}

const ASK: StateMock = { kind: 'ask' };

/** Each Task state and how it is answered; choosing one opens its mock. */
export function TaskList({ plan, chosen, onChoose, reports }: TaskListProps) {
  const tasks = tasksOf(useWorkspace(selectGraph));
  const { tasks: mocked, ask } = useWorkspace(selectServices);
  const mocks = new Map(mocked.map(({ state, mock }) => [state, mock]));
  const cases = plan?.ok ? plan.states : undefined;
  if (tasks.length === 0) return <p className={styles.note}>This workflow has no Task state.</p>;
  return (
    <ul className={styles.tasks}>
      {tasks.map(({ path, name }) => {
        const inCase = cases?.get(name);
        const broken = (reports.get(path)?.problems.length ?? 0) > 0;
        return (
          <li key={path}>
            <button
              type="button"
              className={classNames(styles.task, path === chosen && styles.chosen)}
              aria-pressed={path === chosen}
              title={mocks.has(path) ? undefined : inCase?.outcomes.join('\n')}
              onClick={() => onChoose(path)}
            >
              <span className={styles.name}>{name}</span>
              {broken && <CircleAlert className={styles.broken} size={13} aria-label="has a problem" />}
              <Chip
                mock={mocks.get(path) ?? (ask.tasks && !inCase ? ASK : undefined)}
                testCase={inCase?.response}
              />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** The Task states in the order of the text. */
export function tasksOf(graph: Graph | undefined): readonly TaskState[] {
  const nodes = (graph?.scopes ?? []).flatMap((scope) => scope.nodes);
  return nodes.flatMap((node) => (node.kind === 'state' && node.type === 'Task' ? [node] : []));
}
