/** Larger files are no definitions: AWS's limit is 1 MiB, and a template around one is rarely ten times that. */
const MOST_BYTES = 20 * 1024 * 1024;

export type FileText =
  | { readonly ok: true; readonly text: string }
  /** The reason is a sentence for the user. */
  | { readonly ok: false; readonly reason: string };

/** The text of a file that somebody opens, unless it cannot be a definition. */
export async function readDefinitionFile(file: File): Promise<FileText> {
  if (file.size > MOST_BYTES) {
    return { ok: false, reason: `${file.name} is larger than 20 MB and was not opened.` };
  }
  try {
    return { ok: true, text: await file.text() };
  } catch {
    return { ok: false, reason: `${file.name} could not be read.` };
  }
}
