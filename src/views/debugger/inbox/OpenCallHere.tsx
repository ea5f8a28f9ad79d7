import type { Visit } from '../../../worker';
import { selectOpenCalls, useWorkspace } from '../../../workspace';
import { CallCard } from './CallCard';
import styles from './inbox.module.css';

/** The call of a visit that waits for the user, to be answered where the visit is shown. */
export default function OpenCallHere({ visit }: { readonly visit: Visit }) {
  const open = useWorkspace(selectOpenCalls);
  const call = open?.calls.find(
    ({ state, iteration }) => state === visit.state && iteration.join() === visit.iteration.join(),
  );
  if (open === undefined || call === undefined) return null;
  return (
    <div className={styles.here}>
      <CallCard key={call.task} call={call} now={open.now} onAnswered={() => {}} />
    </div>
  );
}
