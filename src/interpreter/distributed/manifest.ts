import { isJsonObject, type Json, jsonOf } from '../../asl';
import type { Failure } from '../data/failure';
import { csvRows } from './csv';
import { readerFailure } from './parseItems';
import type { ObjectFormat, ReaderConfig } from './readerConfig';

/** An object that holds items. */
export interface ManifestEntry {
  readonly Bucket: string;
  readonly Key: string;
}

export interface Manifest {
  readonly entries: readonly ManifestEntry[];
  readonly format: ObjectFormat;
}

/**
 * The objects a manifest names. Amazon S3 Inventory: a JSON object whose `files` have keys in the manifest's bucket
 * and whose `fileSchema` heads their columns. Athena UNLOAD: a line with an `s3://` address each.
 */
export function readManifest(
  text: string,
  config: Extract<ReaderConfig, { readonly source: 'manifest' }>,
  bucket: string,
): Manifest | Failure {
  return config.kind === 'ATHENA_DATA' ? athenaManifest(text, config.format) : inventory(text, bucket);
}

function athenaManifest(text: string, format: ObjectFormat): Manifest | Failure {
  const entries: ManifestEntry[] = [];
  for (const [address = ''] of csvRows(text, ',')) {
    const [, Bucket, Key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(address.trim()) ?? [];
    if (Bucket === undefined || Key === undefined) {
      return readerFailure(`The manifest's line '${address}' is no s3:// address.`);
    }
    entries.push({ Bucket, Key });
  }
  return { entries, format };
}

function inventory(text: string, bucket: string): Manifest | Failure {
  const manifest = jsonOf(text);
  if (!isJsonObject(manifest) || !Array.isArray(manifest.files)) {
    return readerFailure('The manifest is not an S3 Inventory manifest: it has no files.');
  }
  if (manifest.fileFormat !== undefined && manifest.fileFormat !== 'CSV') {
    return readerFailure(
      `The inventory's files are ${String(manifest.fileFormat)}; only CSV can be read here.`,
    );
  }
  const headers = typeof manifest.fileSchema === 'string' ? manifest.fileSchema.split(',') : [];
  return {
    entries: manifest.files.flatMap((file: Json) =>
      isJsonObject(file) && typeof file.key === 'string' ? [{ Bucket: bucket, Key: file.key }] : [],
    ),
    format: { type: 'CSV', delimiter: ',', headers: headers.map((header) => header.trim()) },
  };
}
