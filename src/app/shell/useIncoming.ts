import { useEffect, useState } from 'react';
import { readDefinitionFile, useWorkspaceActions, type Workspace } from '../../workspace';
import { takesPaste } from '../commands/useShortcuts';

export async function openFile(workspace: Workspace, file: File): Promise<void> {
  const read = await readDefinitionFile(file);
  if (read.ok) await workspace.openIncoming(read.text, { kind: 'file', fileName: file.name });
  else workspace.notices.add('warning', read.reason);
}

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
      const [file, ...others] = event.dataTransfer?.files ?? [];
      if (file) void openFile(workspace, file);
      if (others.length > 0) {
        workspace.notices.add('info', `One workflow is open at a time: only ${file?.name} was opened.`);
      }
    };
    document.addEventListener('paste', paste);
    window.addEventListener('dragover', dragOver, { capture: true });
    window.addEventListener('dragleave', dragLeave);
    window.addEventListener('drop', drop, { capture: true });
    return () => {
      document.removeEventListener('paste', paste);
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
