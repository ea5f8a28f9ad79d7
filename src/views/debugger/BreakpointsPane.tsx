import { CircleDot, Trash2, Variable } from 'lucide-react';
import { selectBreakpoints, selectSelectedState, useWorkspace, useWorkspaceActions } from '../../workspace';
import { BreakpointRow } from './BreakpointRow';
import styles from './BreakpointsPane.module.css';
import { stateName } from './stateName';

/** Every breakpoint of the document: where it stops a run, and what narrows it. */
export default function BreakpointsPane() {
  const { breakpoints: actions } = useWorkspaceActions();
  const breakpoints = useWorkspace(selectBreakpoints);
  const selected = useWorkspace(selectSelectedState);
  return (
    <section className={styles.pane} aria-label="Breakpoints">
      <header className={styles.tools}>
        <button
          type="button"
          className={styles.button}
          disabled={selected === undefined}
          title={selected === undefined ? 'Select a state first' : undefined}
          onClick={() => selected && actions.add({ kind: 'entry', state: selected, enabled: true })}
        >
          <CircleDot size={13} aria-hidden="true" />
          {selected === undefined ? 'Add on the selected state' : `Add on ${stateName(selected)}`}
        </button>
        <button
          type="button"
          className={styles.button}
          onClick={() => actions.add({ kind: 'variable', variable: '', enabled: true })}
        >
          <Variable size={13} aria-hidden="true" /> Add on a variable
        </button>
        <button
          type="button"
          className={styles.button}
          disabled={breakpoints.length === 0}
          onClick={() => actions.removeAll()}
        >
          <Trash2 size={13} aria-hidden="true" /> Remove all
        </button>
      </header>
      {breakpoints.length === 0 ? (
        <p className={styles.note}>
          No breakpoints. Press F9 on a state, click in its top left corner, or beside its name in the
          definition.
        </p>
      ) : (
        <div className={styles.scroller}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">On</th>
                <th scope="col">State or variable</th>
                <th scope="col">Stops</th>
                <th scope="col">Item</th>
                <th scope="col">Condition</th>
                <th scope="col">From hit</th>
                <th scope="col">
                  <span className="visually-hidden">Remove</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {breakpoints.map((breakpoint, index) => (
                <BreakpointRow key={breakpoint.id} breakpoint={breakpoint} number={index + 1} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
