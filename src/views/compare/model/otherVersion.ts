import type { TextFormat } from '../../../asl';
import type { DocumentVersion } from '../../../workspace';

/** What the document is compared with. */
export interface OtherVersion {
  /** As in “Before: …”. */
  readonly name: string;
  readonly text: string;
  readonly format: TextFormat;
}

/** A version of the undo log. */
export function earlierVersion(version: DocumentVersion): OtherVersion {
  const { text, format } = version.read();
  return { name: versionName(version), text, format };
}

export function versionName({ opened, next }: DocumentVersion): string {
  return `${opened ? 'As opened' : 'Earlier'}, before: ${next}`;
}

/** The document as it was when it was opened; undefined when nothing was done to it since. */
export function asOpened(versions: readonly DocumentVersion[]): OtherVersion | undefined {
  const version = versions.find(({ opened, replaced }) => opened || replaced);
  if (!version || version.replaced) return undefined;
  const { text, format } = version.read();
  return { name: 'As opened', text, format };
}
