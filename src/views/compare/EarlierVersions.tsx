import type { DocumentVersion } from '../../workspace';
import { earlierVersion, type OtherVersion, versionName } from './model/otherVersion';

/** Further back than this nobody looks for a version by what was done next. */
const MOST_SHOWN = 40;

interface EarlierVersionsProps {
  readonly versions: readonly DocumentVersion[];
  readonly chosen?: OtherVersion;
  onChoose(version: OtherVersion): void;
}

/** The versions that Undo leads back to, newest first. */
export function EarlierVersions({ versions, chosen, onChoose }: EarlierVersionsProps) {
  if (versions.length === 0) return null;
  const shown = versions.slice(0, MOST_SHOWN);
  const at = shown.findIndex((version) => versionName(version) === chosen?.name);
  return (
    <select
      aria-label="Earlier version"
      value={at}
      onChange={(event) => {
        const version = shown[Number(event.target.value)];
        if (version) onChoose(earlierVersion(version));
      }}
    >
      <option value={-1} disabled>
        Earlier version…
      </option>
      {[...shown.entries()].map(([index, version]) => (
        <option key={`version ${index}`} value={index}>
          {versionName(version)}
        </option>
      ))}
    </select>
  );
}
