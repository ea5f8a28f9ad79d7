import { type ReactNode, useRef } from 'react';
import type { TextRange } from '../../asl';
import { selectText, useWorkspace } from '../../workspace';
import styles from './Editor.module.css';
import { EditorBar } from './EditorBar';
import { useMonaco } from './useMonaco';

export interface EditorProps {
  /** A place to be shown. */
  readonly goTo?: TextRange | undefined;
  /** Stands at the left of its bar. */
  readonly lead?: ReactNode;
}

/** The definition's text: plain at first paint, Monaco as soon as it has loaded. */
export function Editor({ goTo, lead }: EditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const phase = useMonaco(host, goTo);
  return (
    <section className={styles.editor} aria-label="Definition">
      <EditorBar lead={lead} />
      {phase.type === 'failed' && (
        <p className={styles.failed} role="alert">
          The editor could not be loaded ({phase.message}). Reload the page to try again; the text is safe.
        </p>
      )}
      <div className={styles.body}>
        {phase.type !== 'ready' && <PlainText />}
        <div ref={host} className={styles.monaco} />
      </div>
    </section>
  );
}

function PlainText() {
  const text = useWorkspace(selectText);
  return <pre className={styles.plain}>{text.slice(0, 20_000)}</pre>;
}
