import { Tabs } from '@base-ui/react/tabs';
import { CirclePause } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import type { TextRange } from '../../asl';
import {
  selectBreakpoints,
  selectDiagnostics,
  selectRunEvents,
  selectRunMessage,
  selectSilenced,
  selectStopReason,
  selectWalk,
  useWorkspace,
} from '../../workspace';
import styles from './DebuggerPanel.module.css';
import { RunPane } from './RunPane';
import { selectShownState } from './shownState';
import { useMockPlan } from './useMockPlan';

const ServicesPane = lazy(() =>
  import('./ServicesPane').then((loaded) => ({ default: loaded.ServicesPane })),
);
const BreakpointsPane = lazy(() =>
  import('./BreakpointsPane').then((loaded) => ({ default: loaded.BreakpointsPane })),
);
const ProblemsPane = lazy(() =>
  import('./problems/ProblemsPane').then((loaded) => ({ default: loaded.ProblemsPane })),
);
const StatePane = lazy(() => import('./StatePane'));
const HistoryPane = lazy(() => import('./history/HistoryPane'));

type Pane = 'run' | 'services' | 'state' | 'history' | 'breakpoints' | 'problems';

/** The panel under the canvas: a run's input and result, the selected state, the history, the problems. */
export function DebuggerPanel({ onShowText }: { readonly onShowText: (range: TextRange) => void }) {
  const [pane, setPane] = useState<Pane>('run');
  const message = useWorkspace(selectRunMessage);
  useEffect(() => {
    if (message !== undefined) setPane('run');
  }, [message]);
  const walk = useWorkspace(selectWalk);
  useEffect(() => {
    if (walk !== undefined) setPane('state');
  }, [walk]);
  return (
    <Tabs.Root
      className={styles.panel}
      value={pane}
      onValueChange={(value: Pane) => setPane(value)}
      render={<section aria-label="Run and history" />}
    >
      <Tabs.List className={styles.tabs} activateOnFocus>
        <Tab pane="run">Input & result</Tab>
        <Tab pane="services">
          Services <Mocked />
        </Tab>
        <Tab pane="state">
          <StateTitle />
        </Tab>
        <Tab pane="history">
          History <Count select={selectRunEvents} />
        </Tab>
        <Tab pane="breakpoints">
          Breakpoints <Count select={selectBreakpointCount} />
        </Tab>
        <Tab pane="problems">
          Problems <Count select={selectProblemCount} />
        </Tab>
      </Tabs.List>
      <PauseReason />
      <Tabs.Panel value="run" className={styles.body}>
        <RunPane />
      </Tabs.Panel>
      <Tabs.Panel value="services" className={styles.body}>
        <Suspense>
          <ServicesPane />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="state" className={styles.body}>
        <Suspense>
          <StatePane onShowText={onShowText} />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="history" className={styles.body}>
        <Suspense>
          <HistoryPane />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="breakpoints" className={styles.body}>
        <Suspense>
          <BreakpointsPane />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="problems" className={styles.body}>
        <Suspense>
          <ProblemsPane onShowText={onShowText} />
        </Suspense>
      </Tabs.Panel>
    </Tabs.Root>
  );
}

/** Advice is not counted: a workflow is not worse for it. */
const selectProblemCount: typeof selectRunEvents = (state) => {
  const silenced = selectSilenced(state);
  return selectDiagnostics(state).filter(
    ({ severity, code }) => severity !== 'info' && !silenced.includes(code),
  ).length;
};

const selectBreakpointCount: typeof selectRunEvents = (state) => selectBreakpoints(state).length;

/** What stopped the run, whatever is shown below; said to screen readers, too. */
function PauseReason() {
  const reason = useWorkspace(selectStopReason);
  return (
    <div role="status">
      {reason !== undefined && (
        <p className={styles.reason}>
          <CirclePause size={14} aria-hidden="true" /> {reason}
        </p>
      )}
    </div>
  );
}

function Tab({ pane, children }: { readonly pane: Pane; readonly children: ReactNode }) {
  return (
    <Tabs.Tab value={pane} className={styles.tab}>
      {children}
    </Tabs.Tab>
  );
}

function Count({ select }: { readonly select: typeof selectRunEvents }) {
  const count = useWorkspace(select);
  return count > 0 ? <span className={styles.count}>{count.toLocaleString('en')}</span> : null;
}

/** The test case whose mocks answer. */
function Mocked() {
  const plan = useMockPlan();
  if (plan === undefined) return null;
  return <span className={styles.count}>{plan.ok ? plan.chosen.testCase : '!'}</span>;
}

function StateTitle() {
  const state = useWorkspace(selectShownState);
  const name = state?.split('/').at(-1)?.replaceAll('~1', '/').replaceAll('~0', '~');
  return <span className={styles.stateTitle}>{name === undefined ? 'State' : `State: ${name}`}</span>;
}
