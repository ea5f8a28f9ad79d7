import { ClipboardPaste, LayoutGrid, type LucideIcon, SquarePlus } from 'lucide-react';
import type { ScopePath } from '../../../asl';
import type { CanvasActions } from '../useCanvasActions';
import styles from './EmptyCanvas.module.css';

interface EmptyCanvasProps {
  readonly actions: CanvasActions;
  readonly onExamples: (() => void) | undefined;
}

const WHOLE = '' as ScopePath;

/** What to do with a workflow that has no states. */
export default function EmptyCanvas({ actions, onExamples }: EmptyCanvasProps) {
  return (
    <div className={styles.place}>
      <section className={styles.start} aria-labelledby="empty-canvas-title" data-empty-canvas>
        <h2 id="empty-canvas-title">No states yet</h2>
        <Action
          icon={ClipboardPaste}
          title="Paste a definition"
          words="JSON or YAML. Ctrl+V works anywhere on this page."
          onClick={() => actions.paste(undefined)}
        />
        {onExamples && (
          <Action
            icon={LayoutGrid}
            title="Open an example"
            words="Finished workflows that run at once, mocks included."
            onClick={onExamples}
          />
        )}
        <Action
          icon={SquarePlus}
          title="Start blank"
          words="Choose the first state; the next ones follow it."
          onClick={() => actions.quickAdd({ kind: 'scope', scope: WHOLE })}
        />
        <p className={styles.words}>Or drag a state from the palette to here.</p>
      </section>
    </div>
  );
}

interface ActionProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly words: string;
  readonly onClick: () => void;
}

function Action({ icon: Icon, title, words, onClick }: ActionProps) {
  return (
    <button type="button" className={styles.action} onClick={onClick}>
      <Icon size={20} aria-hidden="true" />
      <span>
        <strong>{title}</strong>
        <small>{words}</small>
      </span>
    </button>
  );
}
