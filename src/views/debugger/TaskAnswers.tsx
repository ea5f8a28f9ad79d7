import { Undo2, WandSparkles } from 'lucide-react';
import { useState } from 'react';
import type { StatePath } from '../../asl';
import type { MockedTask } from '../../services';
import type { MockReport } from '../../worker';
import {
  type MockPlan,
  selectGraph,
  selectServices,
  useWorkspace,
  useWorkspaceActions,
} from '../../workspace';
import { scaffold } from './mocks/mockFiles';
import { StrangeMocks, StrangeNames } from './mocks/Strangers';
import { TaskList, tasksOf } from './mocks/TaskList';
import styles from './ServicesPane.module.css';
import { useMockPlan } from './useMockPlan';

type Plan = Extract<MockPlan, { readonly ok: true }>;

interface TaskAnswersProps {
  readonly chosen: StatePath | undefined;
  readonly onChoose: (state: StatePath) => void;
  readonly reports: ReadonlyMap<StatePath, MockReport>;
}

/** Each Task state and what it is answered with, and the choice of the test case. */
export function TaskAnswers({ chosen, onChoose, reports }: TaskAnswersProps) {
  const plan = useMockPlan();
  const used = plan?.ok ? plan : undefined;
  const names = tasksOf(useWorkspace(selectGraph)).map(({ name }) => name);
  return (
    <section className={styles.column} aria-label="Answers">
      <header className={styles.head}>
        <h3>Task states</h3>
        {used && <Choice plan={used} />}
        {names.length > 0 && <AllMocks plan={used} />}
      </header>
      {plan?.ok === false && <p className={styles.warning}>Mend the mocks first: no run starts with them.</p>}
      <TaskList plan={plan} chosen={chosen} onChoose={onChoose} reports={reports} />
      {used && <StrangeNames plan={used} />}
      <StrangeMocks reports={reports} />
    </section>
  );
}

/** Mocks at once for all Tasks that no test case answers, and away with them. */
function AllMocks({ plan }: { readonly plan: Plan | undefined }) {
  const workspace = useWorkspaceActions();
  const { taskMocks } = workspace;
  const { tasks } = useWorkspace(selectServices);
  const graph = useWorkspace(selectGraph);
  // What was there before all was taken away: nothing that was typed is lost.
  const [before, setBefore] = useState<readonly MockedTask[]>();
  const scaffoldAll = async () => {
    const mocked = new Set(tasks.map(({ state }) => state));
    const open = tasksOf(graph).filter(({ name }) => !plan?.states.has(name));
    const fresh = await scaffold(workspace, open);
    taskMocks.setAll(fresh.filter(({ state }) => !mocked.has(state)));
  };
  return (
    <div className={styles.tools}>
      {tasks.length === 0 && before && (
        <button type="button" className={styles.button} onClick={() => taskMocks.setAll(before)}>
          <Undo2 size={13} aria-hidden="true" /> Bring back
        </button>
      )}
      {tasks.length > 0 && (
        <button
          type="button"
          className={styles.button}
          onClick={() => {
            setBefore(tasks);
            taskMocks.clear();
          }}
        >
          Reset all
        </button>
      )}
      <button type="button" className={styles.button} onClick={() => void scaffoldAll()}>
        <WandSparkles size={13} aria-hidden="true" /> Mock all
      </button>
    </div>
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
