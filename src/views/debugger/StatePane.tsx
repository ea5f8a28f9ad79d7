import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { StatePath, TextRange } from '../../asl';
import type { ItemName, VisitSummary } from '../../worker';
import {
  selectChosenItem,
  selectChosenVisit,
  selectGraph,
  selectMoment,
  selectPausedAt,
  selectPausedVisit,
  selectRun,
  selectSeen,
  selectSelectedState,
  useWorkspace,
  useWorkspaceActions,
  type WorkspaceState,
} from '../../workspace';
import { classNames, formatDuration, STATUS_LOOKS, StatusIcon, useFetched } from '../parts';
import { MARK_WORDS } from './amend/markWords';
import { DataInScope } from './data/DataInScope';
import styles from './StatePane.module.css';
import { selectShownState } from './shownState';
import { stateName } from './stateName';

import { VisitDetail } from './VisitDetail';

const SearchData = lazy(() => import('./values/SearchData'));
const MapItemsPane = lazy(() => import('./history/items/MapItemsPane'));

/** Whether the state shown is a Map. */
const selectIsMap = (state: WorkspaceState): boolean => {
  const selected = selectShownState(state);
  return (
    selectGraph(state)?.scopes.some(({ nodes }) =>
      nodes.some((node) => node.kind === 'state' && node.path === selected && node.type === 'Map'),
    ) ?? false
  );
};

/** Visits listed at a time; the buttons under the list go through the rest. */
const PAGE = 200;

/** What the selected state did in the run: each visit with its input, output, error and attempts. */
export default function StatePane({ onShowText }: { readonly onShowText: (range: TextRange) => void }) {
  const state = useWorkspace(selectShownState);
  const run = useWorkspace(selectRun);
  if (!run) {
    return (
      <p className={styles.empty}>
        {state === undefined
          ? 'Select a state on the canvas to see what went in and came out.'
          : "Run the workflow to see this state's input and output."}
      </p>
    );
  }
  return (
    <div className={styles.pane}>
      <div className={styles.state}>
        <Suspense fallback={null}>
          <SearchData key={run.id} />
        </Suspense>
        {state === undefined ? (
          <p className={styles.empty}>Select a state on the canvas to see what went in and came out.</p>
        ) : (
          <Visits key={`${run.id} ${state}`} state={state} run={run.id} onShowText={onShowText} />
        )}
      </div>
      <DataInScope run={run.id} />
    </div>
  );
}

interface VisitsProps {
  readonly state: StatePath;
  readonly run: string;
  readonly onShowText: (range: TextRange) => void;
}

function Visits({ state, run, onShowText }: VisitsProps) {
  const { execution, looking } = useWorkspaceActions();
  const seen = useWorkspace(selectSeen);
  const moment = useWorkspace(selectMoment);
  const [from, setFrom] = useState(0);
  const chosen = useWorkspace(selectChosenVisit);
  const item = useWorkspace(selectChosenItem);
  const isMap = useWorkspace(selectIsMap);
  const within = item !== undefined && state.startsWith(`${item.state}/`) ? item : undefined;
  const page = useFetched(`${run} ${state} ${from} ${JSON.stringify(within)}`, seen, () =>
    within
      ? execution.look('getVisitsWithin', { state, within, from, count: PAGE })
      : execution.getVisits(state, from, PAGE),
  );
  const mine = chosen?.state === state ? chosen.number : undefined;
  const current = useStanding(state, mine);
  // A visit chosen in another view, or the one that the run stands at, may be on another page.
  const asked = mine ?? current;
  useEffect(() => {
    if (asked !== undefined && within === undefined) setFrom(Math.floor(asked / PAGE) * PAGE);
  }, [asked, within]);
  if (!page) return <div className={styles.state} />;
  const scope = within && <ItemScope item={within} />;
  if (page.total === 0) {
    return (
      <div className={styles.state}>
        {scope}
        <p className={styles.empty}>
          {moment ? 'At this moment the run has not come' : `The ${within ? 'item' : 'run'} did not come`} to
          this state.
        </p>
      </div>
    );
  }
  const isListed = (number: number | undefined) => page.visits.some((visit) => visit.number === number);
  const number = [mine, current].find(isListed) ?? page.visits[0]?.number ?? 0;
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
        <VisitDetail
          key={number}
          state={state}
          run={run}
          number={number}
          visits={page.total}
          seen={seen}
          onShowText={onShowText}
        />
      </div>
    </div>
  );
}

/**
 * The visit of a state that the run stands at, live or at the moment looked at. When it comes to stand at another one,
 * that is looked at: what was chosen was of where it stood before.
 *
 * @param chosen the visit of the state that was chosen; without one, where the run stands is shown anyway
 */
function useStanding(state: StatePath, chosen: number | undefined): number | undefined {
  const { looking } = useWorkspaceActions();
  const moment = useWorkspace(selectMoment);
  const pausedAt = useWorkspace(selectPausedAt);
  const pausedVisit = useWorkspace(selectPausedVisit);
  const seen = moment?.event?.visit;
  const past = seen?.state === state ? seen.number : undefined;
  const standing = moment ? past : pausedAt === state ? pausedVisit : undefined;
  const isSelected = useWorkspace((all) => selectSelectedState(all) === state);
  const last = useRef(standing);
  useEffect(() => {
    if (standing === undefined || standing === last.current) return;
    const isAnother = last.current !== undefined;
    last.current = standing;
    if (isAnother && chosen !== undefined && isSelected) looking.visit({ state, number: standing });
  }, [standing, state, looking, chosen, isSelected]);
  return standing;
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
  const { number, iteration, status, enteredAt, endedAt, attempts, mark } = visit;
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
      {mark && <span className={styles.mark}>{MARK_WORDS[mark]}</span>}
      <span className={styles.took}>
        {endedAt === undefined ? STATUS_LOOKS[status].label : formatDuration(endedAt - enteredAt)}
      </span>
    </button>
  );
}
