import { Tabs } from '@base-ui/react/tabs';
import { CirclePause } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import type { TextRange } from '../../asl';
import {
  selectBreakpoints,
  selectDiagnostics,
  selectOpenCalls,
  selectRunEvents,
  selectRunMessage,
  selectSilenced,
  selectStopReason,
  useWorkspace,
} from '../../workspace';
import { BreakpointsPane } from './BreakpointsPane';
import styles from './DebuggerPanel.module.css';
import { EventsTable } from './EventsTable';
import { WaitingLine } from './inbox/WaitingLine';
import { ProblemsPane } from './problems/ProblemsPane';
import { RunPane } from './RunPane';
import { ServicesPane } from './ServicesPane';
import { StatePane } from './StatePane';
import { selectShownState } from './shownState';
import { useMockPlan } from './useMockPlan';

const InboxPane = lazy(async () => ({ default: (await import('./inbox/InboxPane')).InboxPane }));

type Pane = 'run' | 'services' | 'inbox' | 'state' | 'events' | 'breakpoints' | 'problems';

/** The panel under the canvas: a run's input and result, the selected state, the history, the problems. */
export function DebuggerPanel({ onShowText }: { readonly onShowText: (range: TextRange) => void }) {
  const [pane, setPane] = useState<Pane>('run');
  const message = useWorkspace(selectRunMessage);
  useEffect(() => {
    if (message !== undefined) setPane('run');
  }, [message]);
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
        <Tab pane="inbox">
          Inbox <Count select={selectOpenCount} />
        </Tab>
        <Tab pane="state">
          <StateTitle />
        </Tab>
        <Tab pane="events">
          Events <Count select={selectRunEvents} />
        </Tab>
        <Tab pane="breakpoints">
          Breakpoints <Count select={selectBreakpointCount} />
        </Tab>
        <Tab pane="problems">
          Problems <Count select={selectProblemCount} />
        </Tab>
      </Tabs.List>
      <PauseReason />
      <WaitingLine quiet={pane === 'inbox'} onAnswer={() => setPane('inbox')} />
      <Tabs.Panel value="run" className={styles.body}>
        <RunPane />
      </Tabs.Panel>
      <Tabs.Panel value="services" className={styles.body}>
        <ServicesPane />
      </Tabs.Panel>
      <Tabs.Panel value="inbox" className={styles.body}>
        <Suspense fallback={null}>
          <InboxPane />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="state" className={styles.body}>
        <StatePane />
      </Tabs.Panel>
      <Tabs.Panel value="events" className={styles.body}>
        <EventsTable />
      </Tabs.Panel>
      <Tabs.Panel value="breakpoints" className={styles.body}>
        <BreakpointsPane />
      </Tabs.Panel>
      <Tabs.Panel value="problems" className={styles.body}>
        <ProblemsPane onShowText={onShowText} />
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

const selectOpenCount: typeof selectRunEvents = (state) => selectOpenCalls(state)?.total ?? 0;

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
