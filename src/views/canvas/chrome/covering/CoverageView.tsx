import { Panel, ViewportPortal } from '@xyflow/react';
import { ChevronDown, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { type Layout, middlePoint } from '../../../../asl';
import {
  COVERAGE,
  selectCoverage,
  useWorkspace,
  useWorkspaceActions,
  type WorkspaceState,
} from '../../../../workspace';
import { classNames } from '../../../parts';
import { interaction } from '../../gestures/interaction';
import type { GraphIndex } from '../../model/graphIndex';
import { useIsOverview } from '../../useIsOverview';
import styles from './CoverageView.module.css';
import { coverageOf, type Missing, percent } from './coverageOf';

interface CoverageViewProps {
  readonly index: GraphIndex;
  readonly layout: Layout;
}

/** How much of the workflow its runs came to: shares on the drawing, a summary, and what is missing. */
export default function CoverageView({ index, layout }: CoverageViewProps) {
  // From afar chips are specks; what no run came to is pale in the picture.
  const afar = useIsOverview();
  return (
    <>
      {!afar && <Shares index={index} layout={layout} />}
      <Summary index={index} />
    </>
  );
}

/** Pixels from a card's edge to the middle of the chip under it: cards are drawn over chips. */
const BENEATH = 12;

/** A chip on every state and transition; what a chip says of a state is in the summary for those who cannot see it. */
function Shares({ index, layout }: CoverageViewProps) {
  const { runs, states, transitions } = useWorkspace(selectCoverage);
  const chips: { key: string; x: number; y: number; words: string; title: string; bare: boolean }[] = [];
  for (const node of index.nodes.values()) {
    const box = layout.nodes[node.id];
    if (node.kind !== 'state' || !box) continue;
    const count = states[node.path];
    const words = count ? percent(count.runs, runs) : 'not covered';
    const title = count
      ? `Entered ${count.times} times, in ${count.runs} of ${runs} runs`
      : 'No run came here';
    chips.push({ key: node.id, x: box.x + 12, y: box.y + box.height + BENEATH, words, title, bare: !count });
  }
  for (const { id } of index.transitions.values()) {
    const route = layout.edges[id];
    const count = transitions[id];
    if (!route || !count || count.runs === runs) continue;
    const title = `Taken ${count.times} times, in ${count.runs} of ${runs} runs`;
    const { x, y } = middlePoint(route);
    chips.push({ key: id, x: x + 12, y, words: percent(count.runs, runs), title, bare: false });
  }
  return (
    <ViewportPortal>
      {chips.map(({ key, x, y, words, title, bare }) => (
        <span
          key={key}
          className={classNames(styles.chip, bare && styles.bare)}
          style={{ transform: `translate(${x}px, ${y}px) translateY(-50%)` }}
          title={title}
          aria-hidden="true"
        >
          {words}
        </span>
      ))}
    </ViewportPortal>
  );
}

const selectIsUnderway = ({ execution: { phase } }: WorkspaceState): boolean =>
  phase === 'running' || phase === 'paused';

function Summary({ index }: { readonly index: GraphIndex }) {
  const { coverage, settings } = useWorkspaceActions();
  const counted = useWorkspace(selectCoverage);
  const { states, transitions, missing } = useMemo(() => coverageOf(index, counted), [index, counted]);
  const underway = useWorkspace(selectIsUnderway);
  const [open, setOpen] = useState(false);
  const runs = `${counted.runs.toLocaleString('en')} ${counted.runs === 1 ? 'run' : 'runs'}`;
  return (
    <Panel position="top-left" className={styles.panel}>
      <section aria-label="Coverage">
        <header className={styles.head}>
          <p className={styles.words} role="status">
            <strong>
              {states.covered} of {states.all} states, {transitions.covered} of {transitions.all} transitions
            </strong>
            <span className={styles.runs}>{counted.runs === 0 ? 'No run has ended yet' : `in ${runs}`}</span>
          </p>
          <button
            type="button"
            className={styles.icon}
            aria-label="Hide coverage"
            title="Hide coverage"
            onClick={() => settings.showPanel(COVERAGE, false)}
          >
            <X size={14} aria-hidden="true" />
          </button>
        </header>
        {underway && (
          <p className={styles.note}>
            The run on show counts when it ends, or is stopped: as far as it came.
          </p>
        )}
        <div className={styles.tools}>
          {missing.length > 0 && (
            <button
              type="button"
              className={styles.button}
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              <ChevronDown size={13} aria-hidden="true" className={open ? styles.up : undefined} />
              {missing.length} not covered
            </button>
          )}
          {counted.runs > 0 && (
            <button
              type="button"
              className={styles.button}
              title="Forget where runs came, and count anew"
              onClick={() => void coverage().then(({ reset }) => reset())}
            >
              Reset
            </button>
          )}
        </div>
        {open && missing.length > 0 && <MissingList missing={missing} />}
      </section>
    </Panel>
  );
}

/** Listed at most; a workflow of thousands that nobody ran needs no list. */
const LISTED = 200;

function MissingList({ missing }: { readonly missing: readonly Missing[] }) {
  const { selection } = useWorkspaceActions();
  const show = ({ state, transition }: Missing) => {
    if (state !== undefined) selection.select(state, 'command');
    interaction.setState({ transition });
  };
  return (
    <ul className={styles.list} aria-label="Not covered">
      {missing.slice(0, LISTED).map((each) => (
        <li key={each.key}>
          <button type="button" onClick={() => show(each)}>
            <span className={styles.kind}>{each.transition ? 'Transition' : 'State'}</span>
            <span>{each.words}</span>
          </button>
        </li>
      ))}
      {missing.length > LISTED && <li className={styles.more}>and {missing.length - LISTED} more</li>}
    </ul>
  );
}
