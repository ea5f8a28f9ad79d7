import { ClipboardPaste, FileText, FolderClock } from 'lucide-react';
import type { DocumentVersion } from '../../workspace';
import { EarlierVersions } from './EarlierVersions';
import { FileChoice } from './FileChoice';
import { asOpened, type OtherVersion } from './model/otherVersion';
import styles from './Sources.module.css';
import type { VersionSources } from './useSources';

export interface SourcesProps {
  readonly sources: VersionSources;
  readonly versions: readonly DocumentVersion[];
  readonly chosen: OtherVersion;
  onChoose(version: OtherVersion): void;
}

/** What the document can be compared with, in the bar. */
export function Sources({ sources, versions, chosen, onChoose }: SourcesProps) {
  const opened = asOpened(versions);
  return (
    <fieldset className={styles.sources}>
      <legend className="visually-hidden">Compare with</legend>
      <span aria-hidden="true">with</span>
      {opened && (
        <button type="button" aria-pressed={chosen.name === opened.name} onClick={() => onChoose(opened)}>
          <FolderClock size={14} aria-hidden="true" /> As opened
        </button>
      )}
      <button
        type="button"
        aria-pressed={chosen.name === 'Clipboard'}
        onClick={() => void sources.openClipboard()}
      >
        <ClipboardPaste size={14} aria-hidden="true" /> Clipboard
      </button>
      <FileChoice onChoose={sources.openFile}>
        <FileText size={14} aria-hidden="true" /> File…
      </FileChoice>
      <EarlierVersions versions={versions} chosen={chosen} onChoose={onChoose} />
    </fieldset>
  );
}
