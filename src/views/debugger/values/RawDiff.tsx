import { useMemo, useRef } from 'react';
import { useDiffEditor } from '../../parts';
import { prettyJson } from '../eventDetails';
import styles from './values.module.css';

/** Two values as texts side by side, in Monaco. */
export default function RawDiff({ before, after }: { readonly before: string; readonly after: string }) {
  const host = useRef<HTMLDivElement>(null);
  const left = useMemo(() => ({ text: prettyJson(before), format: 'json' as const }), [before]);
  const right = useMemo(() => ({ text: prettyJson(after), format: 'json' as const }), [after]);
  const { phase } = useDiffEditor(host, left, right);
  return (
    <div className={styles.raw}>
      {phase.type === 'failed' && <p className={styles.none}>{phase.message}</p>}
      <div ref={host} className={styles.host} />
    </div>
  );
}
