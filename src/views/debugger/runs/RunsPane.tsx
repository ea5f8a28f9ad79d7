import { type ChangeEvent, useState } from 'react';
import type { KeptRuns } from '../../../worker';
import { selectName, useWorkspace, useWorkspaceActions } from '../../../workspace';
import { FileButton } from '../FileButton';
import { RunRow } from './RunRow';
import styles from './RunsPane.module.css';
import { useKeptRuns } from './useKeptRuns';

const MB = 1_000_000;

/** The runs that are kept, of this document or of all: to be opened, resumed, taken away as a file, deleted. */
export default function RunsPane() {
  const { execution } = useWorkspaceActions();
  const name = useWorkspace(selectName);
  const [listing, read] = useKeptRuns();
  const [everything, setEverything] = useState(false);
  const runs =
    listing.state === 'here'
      ? listing.kept.runs.filter(({ document }) => everything || document === name)
      : [];
  const nameOf = (id: string | undefined): string | undefined =>
    listing.state === 'here' ? listing.kept.runs.find((run) => run.id === id)?.name : undefined;
  return (
    <section className={styles.pane} aria-label="Runs">
      <header className={styles.tools}>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={everything}
            onChange={(event: ChangeEvent<HTMLInputElement>) => setEverything(event.target.checked)}
          />
          All documents
        </label>
        <FileButton accept=".json" onText={(text) => void execution.importRun(text).then(read)}>
          Import a run…
        </FileButton>
        {listing.state === 'here' && <Room kept={listing.kept} onChanged={read} />}
      </header>
      {listing.state === 'reading' && <p className={styles.note}>Reading…</p>}
      {listing.state === 'failed' && (
        <p className={styles.note}>This browser does not let the page store runs: there is no list.</p>
      )}
      {listing.state === 'here' && runs.length === 0 && (
        <p className={styles.note}>
          {listing.kept.runs.length > 0
            ? `“${name}” has not run yet. Other documents have: see “All documents”.`
            : 'Runs are listed here and kept for 90 days. Press F5 to run the workflow.'}
        </p>
      )}
      {runs.length > 0 && (
        <div className={styles.scroller}>
          <table className={styles.table} aria-label="Kept runs" data-everything={everything}>
            <thead>
              <tr>
                <th scope="col">Status</th>
                <th scope="col">Run</th>
                {everything && <th scope="col">Document</th>}
                <th scope="col">Started</th>
                <th scope="col">Duration</th>
                <th scope="col">Events</th>
                <th scope="col">Input</th>
                <th scope="col">
                  <span className="visually-hidden">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {runs.map((run) => (
                <RunRow
                  key={run.id}
                  run={run}
                  parent={nameOf(run.branched?.parent)}
                  withDocument={everything}
                  onChanged={read}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** What the runs take up, and what they may. */
function Room({ kept, onChanged }: { readonly kept: KeptRuns; readonly onChanged: () => void }) {
  const { execution } = useWorkspaceActions();
  const used = kept.runs.reduce((sum, { size }) => sum + size, 0) / MB;
  return (
    <label className={styles.room}>
      <span className={styles.used}>{used < 0.1 ? 'less than 0.1' : used.toFixed(1)} MB used of</span>
      <input
        type="number"
        aria-label="Megabytes that runs may take up"
        min={1}
        max={10_000}
        step={1}
        defaultValue={Math.round(kept.limit / MB)}
        onBlur={({ target }) => {
          const limit = target.valueAsNumber;
          if (target.validity.valid && limit > 0 && limit * MB !== kept.limit)
            void execution.limitRuns(limit * MB).then(onChanged);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
      MB, each for 90 days
    </label>
  );
}
