import { X } from 'lucide-react';
import styles from './answers.module.css';

/** Takes the answer away; the workflow was never touched by it. */
export function CloseAnswer({ onClose }: { readonly onClose: () => void }) {
  return (
    <button
      type="button"
      className={styles.close}
      aria-label="Close the answer"
      title="Close"
      onClick={onClose}
    >
      <X size={14} aria-hidden="true" />
    </button>
  );
}
