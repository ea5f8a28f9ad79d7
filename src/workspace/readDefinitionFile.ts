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
    const text = await file.text();
    // No text has such a character: it is a picture, an archive, a program.
    if (text.includes('\0'))
      return { ok: false, reason: `${file.name} is not a text file and was not opened.` };
    return { ok: true, text };
  } catch {
    return { ok: false, reason: `${file.name} could not be read.` };
  }
}
