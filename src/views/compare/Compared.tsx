import { ArrowRightLeft, TriangleAlert } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { CompareResult, VersionText } from '../../worker';
import styles from './Compared.module.css';
import { GraphFace } from './GraphFace';
import { type Change, listChanges } from './model/changes';
import type { OtherVersion } from './model/otherVersion';
import { type Steps, TextFace } from './text/TextFace';
import { type ComparisonPhase, useComparison } from './useComparison';

export interface ComparedProps {
  readonly own: VersionText;
  readonly other: OtherVersion;
}

type Face = 'graph' | 'text';

const OWN_NAME = 'This document';

/** Two versions, as a drawing or as texts. */
export function Compared({ own, other }: ComparedProps) {
  const [swapped, setSwapped] = useState(false);
  const [chosen, setFace] = useState<Face>('graph');
  const [selected, setSelected] = useState<string>();
  const steps = useRef<Steps>(null);
  const before = swapped ? own : other;
  const after = swapped ? other : own;
  const names = swapped ? { before: OWN_NAME, after: other.name } : { before: other.name, after: OWN_NAME };
  const phase = useComparison(before, after);
  const result = phase.type === 'done' ? phase.result : undefined;
  const changes = useMemo(() => (result?.readable ? listChanges(result.comparison) : []), [result]);
  // What cannot be read cannot be drawn.
  const face = result?.readable === false ? 'text' : chosen;

  const step = (by: 1 | -1) => {
    if (face === 'text') steps.current?.step(by);
    else setSelected((id) => changes[neighbour(changes, id, by)]?.id);
  };
  useStepKeys(step);

  return (
    <div className={styles.compared}>
      <div className={styles.bar}>
        <span className={styles.side}>
          <span>Before</span> <b title={names.before}>{names.before}</b>
        </span>
        <button
          type="button"
          className={styles.swap}
          onClick={() => setSwapped(!swapped)}
          aria-label="Swap before and after"
          title="Swap before and after"
        >
          <ArrowRightLeft size={15} />
        </button>
        <span className={styles.side}>
          <span>After</span> <b title={names.after}>{names.after}</b>
        </span>
        <span className={styles.gap} />
        <fieldset className={styles.faces}>
          <legend className="visually-hidden">Show as</legend>
          <button
            type="button"
            aria-pressed={face === 'graph'}
            disabled={result?.readable === false}
            onClick={() => setFace('graph')}
          >
            Graph
          </button>
          <button type="button" aria-pressed={face === 'text'} onClick={() => setFace('text')}>
            Text
          </button>
        </fieldset>
      </div>
      {result?.readable === false && <Unreadable result={result} names={names} />}
      <div className={styles.face}>
        {face === 'text' ? (
          <TextFace before={before} after={after} steps={steps} />
        ) : (
          <Graph phase={phase} changes={changes} selected={selected} onSelect={setSelected} onStep={step} />
        )}
      </div>
    </div>
  );
}

interface GraphProps {
  readonly phase: ComparisonPhase;
  readonly changes: readonly Change[];
  readonly selected: string | undefined;
  onSelect(id: string | undefined): void;
  onStep(by: 1 | -1): void;
}

function Graph({ phase, ...rest }: GraphProps) {
  if (phase.type === 'failed') {
    return (
      <p className={styles.state} role="alert">
        The versions could not be compared: {phase.message}
      </p>
    );
  }
  if (phase.type === 'working' || !phase.result.readable) return <p className={styles.state}>Comparing…</p>;
  return <GraphFace comparison={phase.result.comparison} layout={phase.result.layout} {...rest} />;
}

interface UnreadableProps {
  readonly result: Extract<CompareResult, { readonly readable: false }>;
  readonly names: { readonly before: string; readonly after: string };
}

/** Says which text cannot be read, and where it stops. */
function Unreadable({ result, names }: UnreadableProps) {
  return (
    <div className={styles.problem} role="alert">
      <TriangleAlert size={16} aria-hidden="true" />
      <div>
        {(['before', 'after'] as const).map((side) => {
          const problem = result[side];
          return (
            problem && (
              <p key={side}>
                <b>{names[side]}</b> cannot be read at line {problem.line}, column {problem.column}:{' '}
                {problem.message}
              </p>
            )
          );
        })}
        <p>So there is no drawing; the texts can be compared all the same.</p>
      </div>
    </div>
  );
}

/** The change after or before one, round and round; from none, the first or the last. */
function neighbour(changes: readonly Change[], id: string | undefined, by: 1 | -1): number {
  const at = changes.findIndex((change) => change.id === id);
  if (at < 0) return by > 0 ? 0 : changes.length - 1;
  return (at + by + changes.length) % changes.length;
}

/** F7 and Shift+F7 go from difference to difference, wherever the focus is. */
function useStepKeys(step: (by: 1 | -1) => void): void {
  const latest = useRef(step);
  latest.current = step;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'F7' || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current(event.shiftKey ? -1 : 1);
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, []);
}
