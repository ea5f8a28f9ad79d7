import type { Workspace } from './workspace';

/**
 * Stores what waits to be stored when the page may go away: it is hidden, closed, or left.
 * @returns how to stop that
 */
export function flushOnLeaving(workspace: Pick<Workspace, 'flush'>): () => void {
  const flush = () => workspace.flush();
  const hidden = () => {
    if (document.visibilityState === 'hidden') flush();
  };
  window.addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', hidden);
  return () => {
    window.removeEventListener('pagehide', flush);
    document.removeEventListener('visibilitychange', hidden);
  };
}
