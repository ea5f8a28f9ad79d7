import { lazy, Suspense, useEffect, useState } from 'react';
import type { ItemName, VisitSummary } from '../../worker';
import {
  selectChosenItem,
  selectChosenVisit,
  selectGraph,
  selectRun,
  selectSelectedState,
  useWorkspace,
  useWorkspaceActions,
  type WorkspaceState,
} from '../../workspace';
import { classNames, STATUS_LOOKS, StatusIcon, useFetched } from '../parts';
import { formatDuration } from './duration';
import styles from './StatePane.module.css';
import { stateName } from './stateName';
import { VisitDetail } from './VisitDetail';

const MapItemsPane = lazy(() => import('./history/items/MapItemsPane'));

/** Whether the selected state is a Map. */
const selectIsMap = (state: WorkspaceState): boolean => {
  const selected = selectSelectedState(state);
  return (
    selectGraph(state)?.scopes.some(({ nodes }) =>
      nodes.some((node) => node.kind === 'state' && node.path === selected && node.type === 'Map'),
    ) ?? false
  );
};

/** Visits listed at a time; the buttons under the list go through the rest. */
const PAGE = 200;

/** What the selected state did in the run: each visit with its input, output, error and attempts. */
export function StatePane() {
  const state = useWorkspace(selectSelectedState);
  const run = useWorkspace(selectRun);
  if (state === undefined) {
    return <p className={styles.empty}>Select a state on the canvas to see what went in and came out.</p>;
  }
  if (!run) return <p className={styles.empty}>Run the workflow to see this state's input and output.</p>;
  return <Visits key={`${run.id} ${state}`} state={state} run={run.id} events={run.events} />;
}

interface VisitsProps {
  readonly state: NonNullable<ReturnType<typeof selectSelectedState>>;
  readonly run: string;
  readonly events: number;
}

function Visits({ state, run, events }: VisitsProps) {
  const { execution, looking } = useWorkspaceActions();
  const [from, setFrom] = useState(0);
  const chosen = useWorkspace(selectChosenVisit);
  const item = useWorkspace(selectChosenItem);
  const isMap = useWorkspace(selectIsMap);
  const within = item !== undefined && state.startsWith(`${item.state}/`) ? item : undefined;
  const page = useFetched(`${run} ${state} ${from} ${JSON.stringify(within)}`, events, () =>
    within
      ? execution.look('getVisitsWithin', { state, within, from, count: PAGE })
      : execution.getVisits(state, from, PAGE),
  );
  // A visit chosen in another view may be on another page.
  const mine = chosen?.state === state ? chosen.number : undefined;
  useEffect(() => {
    if (mine !== undefined && within === undefined) setFrom(Math.floor(mine / PAGE) * PAGE);
  }, [mine, within]);
  if (!page) return null;
  const scope = within && <ItemScope item={within} />;
  if (page.total === 0) {
    return (
      <>
        {scope}
        <p className={styles.empty}>The {within ? 'item' : 'run'} did not come to this state.</p>
      </>
    );
  }
  const listed = page.visits.some((visit) => visit.number === mine);
  const number = (listed ? mine : undefined) ?? page.visits[0]?.number ?? 0;
  return (
    <div className={styles.state}>
      {scope}
      {isMap && (
        <Suspense>
          <MapItemsPane state={state} number={number} />
        </Suspense>
      )}
      <div className={styles.pane}>
        <section className={styles.visits} aria-label="Visits">
          <h3 className={styles.title}>
            {page.total.toLocaleString('en')} {page.total === 1 ? 'visit' : 'visits'}
          </h3>
          <ul className={styles.list}>
            {page.visits.map((visit) => (
              <li key={visit.number}>
                <VisitButton
                  visit={visit}
                  current={visit.number === number}
                  onChoose={(each) => looking.visit({ state, number: each })}
                />
              </li>
            ))}
          </ul>
          {page.total > PAGE && (
            <p className={styles.pages}>
              <button type="button" disabled={from === 0} onClick={() => setFrom(from - PAGE)}>
                Earlier
              </button>
              <button type="button" disabled={from + PAGE >= page.total} onClick={() => setFrom(from + PAGE)}>
                Later
              </button>
            </p>
          )}
        </section>
        <VisitDetail key={number} state={state} run={run} number={number} events={events} />
      </div>
    </div>
  );
}

/** Says that the visits are those of one item, and leads out of it. */
function ItemScope({ item }: { readonly item: ItemName }) {
  const { looking } = useWorkspaceActions();
  return (
    <p className={styles.scope}>
      Item {item.item} of {stateName(item.state)}
      <button type="button" onClick={() => looking.item(undefined)}>
        Show all items
      </button>
    </p>
  );
}

interface VisitButtonProps {
  readonly visit: VisitSummary;
  readonly current: boolean;
  readonly onChoose: (number: number) => void;
}

function VisitButton({ visit, current, onChoose }: VisitButtonProps) {
  const { number, iteration, status, enteredAt, endedAt, attempts } = visit;
  return (
    <button
      type="button"
      className={classNames(styles.visit, current && styles.current)}
      aria-pressed={current}
      onClick={() => onChoose(number)}
    >
      <StatusIcon status={status} size={14} />
      <span className={styles.name}>
        Visit {number + 1}
        {iteration.length > 0 && ` · item ${iteration.join(', ')}`}
        {attempts > 1 && ` · ${attempts} attempts`}
      </span>
      <span className={styles.took}>
        {endedAt === undefined ? STATUS_LOOKS[status].label : formatDuration(endedAt - enteredAt)}
      </span>
    </button>
  );
}
