import type { ConvertResult, TextFormat } from '../asl';
import type { LanguageClient } from '../worker';
import type { DocumentState } from './state';

export interface ExportRequest {
  readonly format: TextFormat;
  /** False keeps every byte as typed; another notation is always formatted. */
  readonly formatted: boolean;
}

export type ExportResult =
  | { readonly ok: true; readonly text: string; readonly fileName: string; readonly mediaType: string }
  | { readonly ok: false; readonly reason: string };

export async function exportDefinition(
  document: DocumentState,
  language: LanguageClient,
  { format, formatted }: ExportRequest,
): Promise<ExportResult> {
  const result: ConvertResult =
    formatted || format !== document.format
      ? await language.format(document.text, document.format, format)
      : { ok: true, text: document.text };
  return result.ok
    ? {
        ok: true,
        text: result.text,
        fileName: definitionFileName(document.name, format),
        mediaType: MEDIA_TYPE[format],
      }
    : result;
}

const MEDIA_TYPE: Readonly<Record<TextFormat, string>> = {
  json: 'application/json',
  yaml: 'application/yaml',
};

export const definitionFileName = (name: string, format: TextFormat): string => `${safe(name)}.asl.${format}`;

/** @param run the execution's name, or enough of it to tell files apart */
export const historyFileName = (name: string, run: string): string =>
  `${safe(name)}-${safe(run).slice(0, 8)}.history.json`;

/** @param run what the run is called */
export const runFileName = (name: string, run: string): string =>
  `${safe(name)}-${safe(run).toLowerCase()}.statecraft-run.json`;

/** @param extension `svg` or `png` */
export const pictureFileName = (name: string, extension: string): string => `${safe(name)}.${extension}`;

/** A name every file system takes. */
const safe = (name: string): string =>
  name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|-+$/g, '') || 'workflow';
