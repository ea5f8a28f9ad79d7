import { useEffect, useState } from 'react';
import { useWorkspaceActions } from '../../workspace';
import { takesPaste } from '../commands/useShortcuts';

const loadOpenFiles = () => import('./openFiles');

/** Definitions pasted anywhere on the page, or dropped on it. @returns whether a file hangs over the page */
export function useIncoming(): boolean {
  const workspace = useWorkspaceActions();
  const [over, setOver] = useState(false);

  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (takesPaste(event.target)) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '') return;
      event.preventDefault();
      void workspace.paste(text);
    };
    // On Linux the middle button pastes what was selected last: nobody who pans or closes a tab wants that opened.
    const middle = (event: MouseEvent) => {
      if (event.button === 1 && !takesPaste(event.target)) event.preventDefault();
    };
    const hasFile = (event: DragEvent) =>
      event.dataTransfer?.types.includes('Files') === true && !takesFiles(event.target);
    const dragOver = (event: DragEvent) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const dragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setOver(false);
      // The list is empty once the event is over.
      const files = [...(event.dataTransfer?.files ?? [])];
      void loadOpenFiles().then(({ openFiles }) => openFiles(workspace, files));
    };
    document.addEventListener('paste', paste);
    window.addEventListener('mouseup', middle);
    window.addEventListener('dragover', dragOver, { capture: true });
    window.addEventListener('dragleave', dragLeave);
    window.addEventListener('drop', drop, { capture: true });
    return () => {
      document.removeEventListener('paste', paste);
      window.removeEventListener('mouseup', middle);
      window.removeEventListener('dragover', dragOver, { capture: true });
      window.removeEventListener('dragleave', dragLeave);
      window.removeEventListener('drop', drop, { capture: true });
    };
  }, [workspace]);

  return over;
}

/** Somewhere that takes a file itself: a dialog over the page. */
const takesFiles = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-takes-files]') !== null;
