import { ClipboardPaste, FileText, GitCompareArrows } from 'lucide-react';
import type { DocumentVersion } from '../../workspace';
import styles from './Choice.module.css';
import { EarlierVersions } from './EarlierVersions';
import { FileChoice } from './FileChoice';
import type { OtherVersion } from './model/otherVersion';
import type { VersionSources } from './useSources';

export interface ChoiceProps {
  readonly sources: VersionSources;
  readonly versions: readonly DocumentVersion[];
  onChoose(version: OtherVersion): void;
}

/** Asks what to compare with, while there is nothing. */
export function Choice({ sources, versions, onChoose }: ChoiceProps) {
  return (
    <div className={styles.choice}>
      <GitCompareArrows size={34} strokeWidth={1.5} aria-hidden="true" />
      <h3>What shall the document be compared with?</h3>
      <p>
        Nothing was changed since it was opened. Take another version from the clipboard or a file: paste it
        or drop it here.
      </p>
      <div className={styles.ways}>
        <button type="button" className={styles.way} onClick={() => void sources.openClipboard()}>
          <ClipboardPaste size={18} aria-hidden="true" /> Clipboard
        </button>
        <FileChoice className={styles.way} onChoose={sources.openFile}>
          <FileText size={18} aria-hidden="true" /> Choose a file…
        </FileChoice>
      </div>
      <EarlierVersions versions={versions} onChoose={onChoose} />
    </div>
  );
}
