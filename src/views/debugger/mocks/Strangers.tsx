import { Wrench, X } from 'lucide-react';
import type { StatePath } from '../../../asl';
import type { MockReport } from '../../../worker';
import {
  type MockPlan,
  selectGraph,
  selectServices,
  useWorkspace,
  useWorkspaceActions,
} from '../../../workspace';
import { stateName } from '../stateName';
import { meantTask } from './meantTask';
import styles from './mocks.module.css';
import { tasksOf } from './TaskList';

type Plan = Extract<MockPlan, { readonly ok: true }>;

/** States that the test case names and the workflow does not have: they were renamed in the text, or mistyped. */
export function StrangeNames({ plan }: { readonly plan: Plan }) {
  const workspace = useWorkspaceActions();
  const { mocks } = useWorkspace(selectServices);
  const tasks = tasksOf(useWorkspace(selectGraph)).map(({ name }) => name);
  const strangers = [...plan.states.keys()].filter((name) => !tasks.includes(name));
  const free = tasks.filter((name) => !plan.states.has(name));
  const rename = async (from: string, to: string) => {
    if (!mocks) return;
    const { machine } = plan.chosen;
    const question = { text: mocks.text, rename: { machine, from, to } };
    const text = await workspace.askService('renameInMocks', question);
    const now = workspace.store.getState().execution.services.mocks;
    // The file was edited meanwhile: what is said of it then is asked again.
    if (now?.text === mocks.text) workspace.execution.setServices({ mocks: { ...now, text } });
  };
  return strangers.map((name) => (
    <div key={name} className={styles.stranger}>
      <p className={styles.warning}>
        The test case mocks “{name}”, which is no Task state of this workflow: that mock answers nothing.
      </p>
      <Fix meant={meantTask(name, strangers, free)} onRename={(to) => void rename(name, to)} />
    </div>
  ));
}

/** Mocks of states that are no Tasks of this workflow: nothing is dropped without a word. */
export function StrangeMocks({ reports }: { readonly reports: ReadonlyMap<StatePath, MockReport> }) {
  const { taskMocks } = useWorkspaceActions();
  const { tasks: mocked } = useWorkspace(selectServices);
  const tasks = tasksOf(useWorkspace(selectGraph));
  const strange = [...reports.values()].filter(({ stranger }) => stranger).map(({ state }) => state);
  const free = tasks.filter(({ path }) => !mocked.some(({ state }) => state === path));
  const names = free.map(({ name }) => name);
  const move = (from: StatePath, to: string) => {
    const mock = mocked.find(({ state }) => state === from)?.mock;
    const target = free.find(({ name }) => name === to);
    if (!mock || !target) return;
    taskMocks.set(from, undefined);
    taskMocks.set(target.path, mock);
  };
  return strange.map((state) => {
    const name = stateName(state);
    return (
      <div key={state} className={styles.stranger}>
        <p className={styles.warning}>
          The mock of “{name}” answers nothing: there is no such Task.
          <button
            type="button"
            className={styles.icon}
            aria-label={`Remove the mock of ${name}`}
            onClick={() => taskMocks.set(state, undefined)}
          >
            <X size={13} aria-hidden="true" />
          </button>
        </p>
        <Fix meant={meantTask(name, strange.map(stateName), names)} onRename={(to) => move(state, to)} />
      </div>
    );
  });
}

interface FixProps {
  readonly meant: string | undefined;
  readonly onRename: (to: string) => void;
}

function Fix({ meant, onRename }: FixProps) {
  if (meant === undefined) return null;
  return (
    <button type="button" className={styles.fix} onClick={() => onRename(meant)}>
      <Wrench size={12} aria-hidden="true" /> Make it the mock of “{meant}”
    </button>
  );
}
