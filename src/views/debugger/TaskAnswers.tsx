import { useMemo } from 'react';
import type { Graph } from '../../asl';
import {
  type MockPlan,
  selectGraph,
  selectServices,
  useWorkspace,
  useWorkspaceActions,
} from '../../workspace';
import styles from './ServicesPane.module.css';
import { useMockPlan } from './useMockPlan';

type Plan = Extract<MockPlan, { readonly ok: true }>;

/** Each Task state and what it is answered with, and the choice of the test case. */
export function TaskAnswers() {
  const plan = useMockPlan();
  const graph = useWorkspace(selectGraph);
  const tasks = useMemo(() => tasksOf(graph), [graph]);
  const used = plan?.ok ? plan : undefined;
  const strangers = [...(used?.states.keys() ?? [])].filter((name) => !tasks.includes(name));
  return (
    <section className={styles.column} aria-label="Answers">
      <header className={styles.head}>
        <h3>Task states</h3>
        {used && <Choice plan={used} />}
      </header>
      {tasks.length === 0 && <p className={styles.note}>This workflow has no Task state.</p>}
      {tasks.length > 0 && (
        <ul className={styles.answers}>
          {tasks.map((name) => {
            const mocked = used?.states.get(name);
            return (
              <li key={name}>
                <span className={styles.name}>{name}</span>
                {mocked ? (
                  <span className={styles.mocked} title={mocked.outcomes.join('\n')}>
                    {mocked.response} <small>{mocked.outcomes.join(', ')}</small>
                  </span>
                ) : (
                  <span className={styles.stub}>{plan?.ok === false ? 'mend the mocks first' : 'stub'}</span>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {strangers.map((name) => (
        <p key={name} className={styles.warning}>
          The test case mocks “{name}”, which is no Task state of this workflow.
        </p>
      ))}
    </section>
  );
}

function Choice({ plan }: { readonly plan: Plan }) {
  const { execution } = useWorkspaceActions();
  const { mocks } = useWorkspace(selectServices);
  if (!mocks) return null;
  const { machine, testCase } = plan.chosen;
  const { text } = mocks;
  return (
    <div className={styles.tools}>
      {plan.machines.length > 1 && (
        <select
          aria-label="State machine of the mocks"
          value={machine}
          onChange={({ target }) => execution.setServices({ mocks: { text, machine: target.value } })}
        >
          {plan.machines.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      )}
      <select
        aria-label="Test case of the mocks"
        value={testCase}
        onChange={({ target }) => execution.setServices({ mocks: { text, machine, testCase: target.value } })}
      >
        {plan.testCases.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </div>
  );
}

/** Names of the Task states, each once, in the order of the text. */
function tasksOf(graph: Graph | undefined): readonly string[] {
  const nodes = (graph?.scopes ?? []).flatMap((scope) => scope.nodes);
  const tasks = nodes.flatMap((node) => (node.kind === 'state' && node.type === 'Task' ? [node.name] : []));
  return [...new Set(tasks)];
}
