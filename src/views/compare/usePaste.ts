import { useEffect, useRef } from 'react';

/** Texts pasted anywhere, wherever the focus is; the page under the dialog does not hear of them. */
export function usePaste(pasted: (text: string) => void): void {
  const latest = useRef(pasted);
  latest.current = pasted;
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      event.stopPropagation();
      event.preventDefault();
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() !== '') latest.current(text);
    };
    window.addEventListener('paste', paste, { capture: true });
    return () => window.removeEventListener('paste', paste, { capture: true });
  }, []);
}
