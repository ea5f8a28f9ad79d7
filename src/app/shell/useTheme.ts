import { useLayoutEffect, useSyncExternalStore } from 'react';
import { selectTheme, useWorkspace } from '../../workspace';

const query = () => window.matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void): () => void {
  const media = query();
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}

/** Puts the theme in force on the root element, where the tokens and the editor read it. */
export function useTheme(): void {
  const theme = useWorkspace(selectTheme);
  const systemDark = useSyncExternalStore(subscribe, () => query().matches);
  const dark = theme === 'dark' || (theme === 'system' && systemDark);
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  }, [dark]);
}
