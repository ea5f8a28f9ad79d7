import { ChevronDown, ChevronUp } from 'lucide-react';
import { type RefObject, useImperativeHandle, useRef, useState } from 'react';
import type { VersionText } from '../../../worker';
import { useDiffEditor } from '../../parts';
import styles from './TextFace.module.css';

import { type Notation, useSameNotation } from './useSameNotation';

export interface Steps {
  step(by: 1 | -1): void;
}

export interface TextFaceProps {
  readonly before: VersionText;
  readonly after: VersionText;
  /** For the keys that go from difference to difference. */
  readonly steps: RefObject<Steps | null>;
}

const NOTATIONS: readonly { readonly notation: Notation; readonly label: string }[] = [
  { notation: 'written', label: 'As written' },
  { notation: 'json', label: 'JSON' },
  { notation: 'yaml', label: 'YAML' },
];

/** Both versions as texts, side by side where there is room. */
export function TextFace({ before, after, steps }: TextFaceProps) {
  const host = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<Notation>();
  const notation = chosen ?? (before.format === after.format ? 'written' : after.format);
  const shown = useSameNotation(before, after, notation);
  const { phase, step } = useDiffEditor(host, shown.before, shown.after);
  useImperativeHandle(steps, () => ({ step }));
  return (
    <section className={styles.face} aria-label="Texts">
      <div className={styles.bar}>
        <fieldset className={styles.notations}>
          <legend className="visually-hidden">Notation of both texts</legend>
          {NOTATIONS.map(({ notation: each, label }) => (
            <button key={each} type="button" aria-pressed={each === notation} onClick={() => setChosen(each)}>
              {label}
            </button>
          ))}
        </fieldset>
        {shown.refusal !== undefined && <p className={styles.refusal}>{shown.refusal}</p>}
        <span className={styles.gap} />
        <button
          type="button"
          className={styles.step}
          onClick={() => step(-1)}
          title="Previous difference (Shift+F7)"
          aria-label="Previous difference"
        >
          <ChevronUp size={16} />
        </button>
        <button
          type="button"
          className={styles.step}
          onClick={() => step(1)}
          title="Next difference (F7)"
          aria-label="Next difference"
        >
          <ChevronDown size={16} />
        </button>
      </div>
      {phase.type === 'failed' && (
        <p className={styles.failed} role="alert">
          The texts could not be shown ({phase.message}). Reload the page to try again; the document is safe.
        </p>
      )}
      <div ref={host} className={styles.host} />
    </section>
  );
}
