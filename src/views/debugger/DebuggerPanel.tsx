import { Tabs } from '@base-ui/react/tabs';
import { CirclePause } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import type { TextRange } from '../../asl';
import {
  selectAnswer,
  selectBreakpoints,
  selectDiagnostics,
  selectInterrupted,
  selectOpenCalls,
  selectParents,
  selectRunEvents,
  selectRunMessage,
  selectRuns,
  selectSilenced,
  selectStopReason,
  selectWalk,
  useWorkspace,
} from '../../workspace';
import styles from './DebuggerPanel.module.css';
import { RunPane } from './RunPane';
import { selectShownState } from './shownState';
import { useMockPlan } from './useMockPlan';

const ServicesPane = lazy(() => import('./ServicesPane'));
const StatePane = lazy(() => import('./StatePane'));
const HistoryPane = lazy(() => import('./history/HistoryPane'));
const RunsPane = lazy(() => import('./runs/RunsPane'));
const BreakpointsPane = lazy(() => import('./BreakpointsPane'));
const ProblemsPane = lazy(() => import('./problems/ProblemsPane'));
const RunStrip = lazy(() => import('./runs/RunStrip'));
const WayBack = lazy(() => import('./children/WayBack'));
const InterruptedRuns = lazy(() => import('./runs/InterruptedRuns'));
const WaitingLine = lazy(async () => ({ default: (await import('./inbox/WaitingLine')).WaitingLine }));
const InboxPane = lazy(async () => ({ default: (await import('./inbox/InboxPane')).InboxPane }));
const AnswerPane = lazy(() => import('./answers/AnswerPane'));

type Pane =
  | 'run'
  | 'runs'
  | 'services'
  | 'inbox'
  | 'state'
  | 'history'
  | 'breakpoints'
  | 'problems'
  | 'answer';

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
  const answer = useWorkspace(selectAnswer);
  const list = useRef<HTMLDivElement>(null);
  const newest = useRef(0);
  useEffect(() => {
    if (!answer) return setPane((shown) => (shown === 'answer' ? 'run' : shown));
    // One that comes back with its workflow, or with the page, does not push itself forward.
    if (answer.id > newest.current) setPane('answer');
    newest.current = Math.max(newest.current, answer.id);
  }, [answer]);
  return (
    <Tabs.Root
      className={styles.panel}
      value={pane}
      onValueChange={(value: Pane) => setPane(value)}
      render={<section aria-label="Run and history" />}
    >
      <OpenRuns />
      <Tabs.List ref={list} className={styles.tabs} activateOnFocus>
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
        <Tab pane="history">
          {/* Its place is kept: while a run counts its events, no tab moves under a pointer. */}
          History{' '}
          <span className={styles.events}>
            <Count select={selectRunEvents} />
          </span>
        </Tab>
        <Tab pane="runs">Runs</Tab>
        <Tab pane="breakpoints">
          Breakpoints <Count select={selectBreakpointCount} />
        </Tab>
        <Tab pane="problems">
          Problems <Count select={selectProblemCount} />
        </Tab>
        {answer && <Tab pane="answer">From AWS</Tab>}
      </Tabs.List>
      <PauseReason />
      <p className="visually-hidden" role="status">
        {answer &&
          answer.id > 0 &&
          `Answer ${answer.id} from AWS, under From AWS: ${answer.kind === 'test' ? 'a tested state' : `the execution ${answer.execution.name}`}.`}
      </p>
      <Suspense fallback={null}>
        <WaitingLine quiet={pane === 'inbox'} onAnswer={() => setPane('inbox')} />
      </Suspense>
      <Tabs.Panel value="run" className={styles.body}>
        <RunPane />
      </Tabs.Panel>
      <Tabs.Panel value="services" className={styles.body}>
        <Suspense>
          <ServicesPane />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="inbox" className={styles.body}>
        <Suspense fallback={null}>
          <InboxPane />
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
      <Tabs.Panel value="runs" className={styles.body}>
        <Suspense>
          <RunsPane />
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
      {answer && (
        <Tabs.Panel value="answer" className={styles.body}>
          <Suspense>
            <AnswerPane
              key={answer.id}
              answer={answer}
              onClose={() => list.current?.querySelector<HTMLElement>('[role="tab"]')?.focus()}
            />
          </Suspense>
        </Tabs.Panel>
      )}
    </Tabs.Root>
  );
}

/** The tabs of runs, when there is more than one, the way back from a child execution, and what was interrupted. */
function OpenRuns() {
  const several = useWorkspace(selectRuns).length > 1;
  const inChild = useWorkspace(selectParents).length > 0;
  const interrupted = useWorkspace(selectInterrupted).length > 0;
  return (
    <>
      {/* Its place is kept while it loads: what is below stays under a pointer that is about to press it. */}
      <Suspense fallback={<div className={styles.strip} />}>{several && <RunStrip />}</Suspense>
      <Suspense>{inChild && <WayBack />}</Suspense>
      <div role="status">
        <Suspense>{interrupted && <InterruptedRuns />}</Suspense>
      </div>
    </>
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
    <div role="status" aria-label="Why the run stands">
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
