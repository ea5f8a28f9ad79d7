import { type RefObject, useEffect, useRef, useState } from 'react';
import type { TextRange } from '../../asl';
import { useWorkspaceActions, type Workspace } from '../../workspace';
import { loadMonaco } from '../parts';
import type { BoundEditor } from './bindEditor';

export type EditorPhase =
  | { readonly type: 'loading' | 'ready' }
  | { readonly type: 'failed'; readonly message: string };

/**
 * Loads Monaco after first paint, puts it into the element, and takes it away with the component. Each new
 * `goTo` takes the cursor there, also one that was asked for before Monaco had loaded.
 */
export function useMonaco(host: RefObject<HTMLElement | null>, goTo: TextRange | undefined): EditorPhase {
  const workspace = useWorkspaceActions();
  const bound = useRef<BoundEditor>(undefined);
  const [phase, setPhase] = useState<EditorPhase>({ type: 'loading' });

  useEffect(() => {
    let gone = false;
    const load = async () => {
      try {
        const [loaded, { bindEditor }] = await Promise.all([loadMonaco(), import('./bindEditor')]);
        if (gone || !host.current) return;
        bound.current = bindEditor(loaded, host.current, workspace);
        setPhase({ type: 'ready' });
      } catch (error) {
        setPhase({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
      }
    };
    const cancel = afterDrawing(workspace, () => void load());
    return () => {
      gone = true;
      cancel();
      bound.current?.dispose();
      bound.current = undefined;
    };
  }, [host, workspace]);

  const ready = phase.type === 'ready';
  useEffect(() => {
    if (ready && goTo) bound.current?.goTo(goTo);
  }, [ready, goTo]);

  return phase;
}

/** Monaco is megabytes of code: it waits until the first drawing is there, but not for ever. */
const MOST_PATIENCE = 1500;

/** Runs once the text has been analysed and the drawing had two frames to appear. */
function afterDrawing({ store }: Workspace, run: () => void): () => void {
  let frame: number | undefined;
  const begin = () => {
    stop();
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(run);
    });
  };
  const timer = setTimeout(begin, MOST_PATIENCE);
  const unsubscribe = store.subscribe(({ analysis }) => {
    if (analysis.analysedVersion >= 0) begin();
  });
  function stop() {
    clearTimeout(timer);
    unsubscribe();
  }
  if (store.getState().analysis.analysedVersion >= 0) begin();
  return () => {
    stop();
    if (frame !== undefined) cancelAnimationFrame(frame);
  };
}
