import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '../../src/asl';

/** What a service answered to one attempt of a task. */
export interface Outcome {
  readonly succeed?: Json;
  readonly fail?: { readonly error?: string | null; readonly cause?: string | null };
  readonly timeout?: { readonly error?: string; readonly cause?: string };
  readonly none?: string;
  readonly submitted?: Json;
  readonly mapIndex?: readonly number[];
  readonly event?: string;
}

export type RecordedEvent = Readonly<Record<string, unknown>> & { readonly type: string };

/** One recorded answer of AWS; the format is described beside the cases. */
export interface Case {
  readonly name: string;
  readonly group: string;
  readonly kind: string;
  readonly ordering?: 'exact' | 'interleaved' | 'erased';
  readonly definition: Json;
  readonly definitionText?: string;
  readonly input?: Json;
  readonly type: 'STANDARD' | 'EXPRESS' | null;
  readonly context?: {
    readonly stateMachineName: string;
    readonly stateMachineArn: string;
    readonly executionName: string;
    readonly executionArn: string;
    readonly roleArn: string;
  };
  readonly clock?: string;
  readonly request?: Json;
  readonly logging?: { readonly level: string; readonly includeExecutionData: boolean };
  readonly expected: {
    readonly status?: string;
    readonly output?: Json;
    readonly error?: string;
    readonly cause?: string;
    readonly events?: readonly RecordedEvent[];
    readonly [other: string]: unknown;
  };
  readonly mocks?: readonly { readonly state: string; readonly outcomes: readonly Outcome[] }[];
  /** Day of the recording: `21-09-2023, 21:21:35`. */
  readonly recorded?: string;
  readonly s3?: readonly { readonly Bucket: string; readonly Key: string; readonly Body: string }[];
  readonly placeholders: readonly string[];
  readonly tokens: readonly string[];
  readonly runnable: boolean;
}

/** Every case under a directory, in a stable order: `DIR/cases/<group>/<name>.json`, or any folder of such files. */
export function readCases(directory: string): readonly Case[] {
  return jsonFiles(directory).map((path) => JSON.parse(readFileSync(path, 'utf8')) as Case);
}

function jsonFiles(directory: string): readonly string[] {
  return readdirSync(directory, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) return jsonFiles(path);
      return entry.name.endsWith('.json') ? [path] : [];
    });
}
