import { ClipboardPaste, LayoutGrid, type LucideIcon, SquarePlus } from 'lucide-react';
import { type Ref, useEffect, useRef } from 'react';
import type { Point, ScopePath } from '../../../asl';
import { useWorkspaceActions } from '../../../workspace';
import { canvasActions } from '../canvasActions';
import styles from './EmptyCanvas.module.css';
import { GAP } from './menuPlace';

interface EmptyCanvasProps {
  readonly onExamples: (() => void) | undefined;
}

const WHOLE = '' as ScopePath;

/** What to do with a workflow that has no states. */
export default function EmptyCanvas({ onExamples }: EmptyCanvasProps) {
  const actions = canvasActions(useWorkspaceActions());
  const offer = useRef<HTMLElement>(null);
  const blank = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // What had the focus is gone with the states; nobody else's focus is taken.
    if (document.activeElement === document.body) blank.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={styles.place}>
      <section ref={offer} className={styles.start} aria-labelledby="empty-canvas-title" data-empty-canvas>
        <h2 id="empty-canvas-title">No states yet</h2>
        <Action
          icon={ClipboardPaste}
          title="Paste a definition"
          words="JSON or YAML; Ctrl+V works anywhere, too."
          onClick={() => actions.paste(undefined)}
        />
        {onExamples && (
          <Action
            icon={LayoutGrid}
            title="Open an example"
            words="Finished workflows, ready to run."
            onClick={onExamples}
          />
        )}
        <Action
          ref={blank}
          icon={SquarePlus}
          title="Start blank"
          words="Choose the first state; the next ones follow it."
          onClick={() => actions.quickAdd({ kind: 'scope', scope: WHOLE }, over(offer.current))}
        />
        <p className={styles.words}>Or drag a state from the palette to here.</p>
      </section>
    </div>
  );
}

/** Where the popover comes to stand over what was offered: it takes its place. */
function over(offer: HTMLElement | null): Point | undefined {
  const box = offer?.getBoundingClientRect();
  return box && { x: box.left - GAP, y: box.top + box.height / 2 };
}

interface ActionProps {
  readonly ref?: Ref<HTMLButtonElement>;
  readonly icon: LucideIcon;
  readonly title: string;
  readonly words: string;
  readonly onClick: () => void;
}

function Action({ ref, icon: Icon, title, words, onClick }: ActionProps) {
  return (
    <button ref={ref} type="button" className={styles.action} onClick={onClick}>
      <Icon size={20} aria-hidden="true" />
      <span>
        <strong>{title}</strong>
        <small>{words}</small>
      </span>
    </button>
  );
}
