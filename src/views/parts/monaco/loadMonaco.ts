import type { Monaco } from './monaco';

export interface LoadedMonaco {
  readonly monaco: Monaco;
  /** Gives every editor the page's colours. @returns how to stop that */
  readonly followTheme: (monaco: Monaco) => () => void;
}

/** Monaco and its colours. It is megabytes of code, so nobody has it before somebody asks. */
export async function loadMonaco(): Promise<LoadedMonaco> {
  const [{ monaco }, { followTheme }] = await Promise.all([import('./monaco'), import('./theme')]);
  // The same function each time: it is added once, however many editors there are.
  window.addEventListener('unhandledrejection', passCancelled);
  return { monaco, followTheme };
}

/** Monaco gives up a question (a peek, a hover) by rejecting its promise, and leaves some of those to nobody. */
function passCancelled(event: PromiseRejectionEvent): void {
  const { reason } = event;
  if (reason instanceof Error && reason.name === 'Canceled' && reason.message === 'Canceled')
    event.preventDefault();
}
