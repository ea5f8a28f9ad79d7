import { useState } from 'react';
import { readDefinitionFile, recogniseText } from '../../workspace';
import type { OtherVersion } from './model/otherVersion';

/** Where another version comes from. */
export interface VersionSources {
  /** Why the last one could not be had. */
  readonly complaint: string | undefined;
  openClipboard(): Promise<void>;
  openFile(file: File): Promise<void>;
}

export function useSources(found: (version: OtherVersion) => void): VersionSources {
  const [complaint, setComplaint] = useState<string>();
  return {
    complaint,
    async openClipboard() {
      const text = await navigator.clipboard.readText().catch(() => undefined);
      if (text === undefined) {
        setComplaint('The browser did not allow reading the clipboard. Press Ctrl+V here instead.');
      } else if (text.trim() === '') {
        setComplaint('There is no text on the clipboard.');
      } else {
        setComplaint(undefined);
        found({ name: 'Clipboard', text, format: recogniseText(text, { kind: 'paste' }).format });
      }
    },
    async openFile(file) {
      const read = await readDefinitionFile(file);
      setComplaint(read.ok ? undefined : read.reason);
      if (!read.ok) return;
      const { format } = recogniseText(read.text, { kind: 'file', fileName: file.name });
      found({ name: file.name, text: read.text, format });
    },
  };
}
