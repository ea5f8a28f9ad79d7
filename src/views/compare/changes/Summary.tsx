import type { GraphComparison } from '../../../asl';
import { ChangeMark } from '../ChangeMark';
import { countStates, countTransitions, type Difference } from '../model/changes';
import styles from './Summary.module.css';

const ORDER: readonly Difference[] = ['added', 'removed', 'changed', 'renamed'];

/** How many states are what; it is the drawing's legend, too. */
export function Summary({ comparison }: { readonly comparison: GraphComparison }) {
  const counts = countStates(comparison);
  const transitions = countTransitions(comparison);
  return (
    <section className={styles.summary} aria-label="Summary">
      <ul>
        {ORDER.map((status) => (
          <li key={status} data-none={counts[status] === 0}>
            <ChangeMark status={status} size={18} />
            <b>{counts[status]}</b> {status}
          </li>
        ))}
      </ul>
      <p>
        {comparison.states.length} states in all; {transitions === 0 ? 'no' : transitions}{' '}
        {transitions === 1 ? 'transition differs' : 'transitions differ'}.
      </p>
    </section>
  );
}
