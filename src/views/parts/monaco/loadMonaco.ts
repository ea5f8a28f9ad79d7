import type { Monaco } from './monaco';

export interface LoadedMonaco {
  readonly monaco: Monaco;
  /** Gives every editor the page's colours. @returns how to stop that */
  readonly followTheme: (monaco: Monaco) => () => void;
}

/** Monaco and its colours. It is megabytes of code, so nobody has it before somebody asks. */
export async function loadMonaco(): Promise<LoadedMonaco> {
  const [{ monaco }, { followTheme }] = await Promise.all([import('./monaco'), import('./theme')]);
  return { monaco, followTheme };
}
