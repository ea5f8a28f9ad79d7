import { TriangleAlert } from 'lucide-react';
import type { TextProblem } from '../../../worker';
import styles from './BrokenTextBar.module.css';

interface BrokenTextBarProps {
  readonly problem: TextProblem;
  /** There is a graph of an earlier text. */
  readonly drawn: boolean;
  readonly onShow: ((problem: TextProblem) => void) | undefined;
}

/** While the text cannot be read: where it stops, and that the graph is an earlier one. */
export default function BrokenTextBar({ problem, drawn, onShow }: BrokenTextBarProps) {
  const { line, message } = problem;
  const sentence = /[.!?]$/.test(message) ? message : `${message}.`;
  return (
    <div className={styles.bar} role="status" data-broken-text>
      <TriangleAlert size={14} aria-hidden="true" />
      <span className={styles.words}>
        Line {line}: {sentence} {drawn && 'The graph shows the last valid text.'}
      </span>
      {onShow && (
        <button type="button" className={styles.jump} onClick={() => onShow(problem)}>
          Go to line {line}
        </button>
      )}
    </div>
  );
}
