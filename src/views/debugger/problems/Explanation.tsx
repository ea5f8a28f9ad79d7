import { X } from 'lucide-react';
import { explain } from './explanations';
import styles from './problems.module.css';

interface ExplanationProps {
  readonly code: string;
  readonly onClose: () => void;
}

/** What a code means, why it matters and what to do. */
export default function Explanation({ code, onClose }: ExplanationProps) {
  const { title, what, why, how } = explain(code);
  return (
    <aside className={styles.explanation} id={`problem-${code}`} aria-label={`About ${code}`}>
      <header>
        <h3>{title}</h3>
        <button type="button" className={styles.tool} aria-label="Close the explanation" onClick={onClose}>
          <X size={14} aria-hidden="true" />
        </button>
      </header>
      <code>{code}</code>
      <h4>What it is</h4>
      <p>{what}</p>
      <h4>Why it matters</h4>
      <p>{why}</p>
      <h4>What to do</h4>
      <p>{how}</p>
    </aside>
  );
}
