import { type RefObject, useEffect, useState } from 'react';
import { useWorkspaceActions } from '../../workspace';

export type EditorPhase =
  | { readonly type: 'loading' | 'ready' }
  | { readonly type: 'failed'; readonly message: string };

/** Loads Monaco after first paint, puts it into the element, and takes it away with the component. */
export function useMonaco(host: RefObject<HTMLElement | null>): EditorPhase {
  const workspace = useWorkspaceActions();
  const [phase, setPhase] = useState<EditorPhase>({ type: 'loading' });

  useEffect(() => {
    let dispose: (() => void) | undefined;
    let gone = false;
    const load = async () => {
      try {
        const [{ monaco }, { bindEditor }] = await Promise.all([import('./monaco'), import('./bindEditor')]);
        if (gone || !host.current) return;
        dispose = bindEditor(monaco, host.current, workspace);
        setPhase({ type: 'ready' });
      } catch (error) {
        setPhase({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
      }
    };
    const cancel = afterPaint(() => void load());
    return () => {
      gone = true;
      cancel();
      dispose?.();
    };
  }, [host, workspace]);

  return phase;
}

/** Two frames: one to lay the page out, one that shows it. */
function afterPaint(run: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(run);
  });
  return () => cancelAnimationFrame(frame);
}
