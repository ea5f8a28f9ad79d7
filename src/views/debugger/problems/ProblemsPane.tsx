import { CircleCheck } from 'lucide-react';
import { type KeyboardEvent, lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { TextRange } from '../../../asl';
import { selectDiagnostics, selectSilenced, useWorkspace } from '../../../workspace';
import { FilterBar } from './FilterBar';
import { ProblemRow } from './ProblemRow';
import { filterProblems, NO_FILTER } from './problems';
import styles from './problems.module.css';

const Explanation = lazy(() => import('./Explanation'));

interface ShowText {
  /** Takes the user to a place of the definition's text. */
  readonly onShowText: (range: TextRange) => void;
}

/** Findings about the definition, worst first: choosing one goes to its state and its text, and many can be fixed here. */
export default function ProblemsPane({ onShowText }: ShowText) {
  const diagnostics = useWorkspace(selectDiagnostics);
  const silenced = useWorkspace(selectSilenced);
  const [filter, setFilter] = useState(NO_FILTER);
  const [explained, setExplained] = useState<string>();
  const shown = useMemo(() => filterProblems(diagnostics, filter, silenced), [diagnostics, filter, silenced]);
  const list = useRef<HTMLUListElement>(null);
  const fixedAt = useRef<number>(undefined);
  // The row that was fixed is gone with the focus: the one that took its place gets it.
  useEffect(() => {
    if (fixedAt.current === undefined || document.activeElement !== document.body) return;
    const row = rowsOf(list.current)[Math.min(fixedAt.current, shown.length - 1)];
    row?.focus();
    fixedAt.current = undefined;
  }, [shown]);

  return (
    <div className={styles.pane}>
      <div className={styles.main}>
        {diagnostics.length > 0 && (
          <FilterBar diagnostics={diagnostics} silenced={silenced} filter={filter} onFilter={setFilter} />
        )}
        {shown.length === 0 ? (
          <p className={styles.empty}>
            <CircleCheck size={15} aria-hidden="true" />
            {diagnostics.length === 0 ? 'No problems found.' : 'No problem is left by the filter.'}
          </p>
        ) : (
          <ul className={styles.list} ref={list} aria-label="Problems" onKeyDown={moveFocus}>
            {shown.map((diagnostic, index) => (
              <ProblemRow
                key={`${diagnostic.code} ${diagnostic.range.start} ${diagnostic.message}`}
                diagnostic={diagnostic}
                all={shown}
                silent={silenced.includes(diagnostic.code)}
                onShowText={onShowText}
                onExplain={setExplained}
                onFix={() => {
                  fixedAt.current = index;
                }}
              />
            ))}
          </ul>
        )}
      </div>
      {explained !== undefined && (
        <Suspense fallback={<div className={styles.explanation} />}>
          <Explanation code={explained} onClose={() => setExplained(undefined)} />
        </Suspense>
      )}
    </div>
  );
}

const rowsOf = (list: HTMLElement | null): readonly HTMLElement[] => [
  ...(list?.querySelectorAll<HTMLElement>('[data-problem]') ?? []),
];

/** Up and down lead from row to row; Tab leads to a row's own buttons. */
function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const rows = rowsOf(event.currentTarget);
  const at = rows.findIndex((row) => row.parentElement?.contains(document.activeElement));
  rows[Math.min(Math.max(at + step, 0), rows.length - 1)]?.focus();
}
