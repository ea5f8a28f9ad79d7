import type { Json, JsonArray, JsonObject } from '../../asl';
import { Failure } from '../data/failure';
import { jsonText } from '../data/jsonText';
import { encodeUtf8 } from '../data/utf8';
import type { Engine } from '../engine';
import type { ExecutionStatus } from '../execution.types';
import type { Destination, MapRun } from './mapRun';
import { shapeResults } from './results';
import { callS3 } from './s3Call';
import { PLAIN_RESULTS } from './writerConfig';

export interface Written {
  readonly failure: Failure | undefined;
  /** Where the manifest is. */
  readonly output: JsonObject;
}

interface ResultFile {
  readonly name: string;
  readonly body: string;
}

const GROUPS: readonly (readonly [file: string, statuses: readonly ExecutionStatus[]])[] = [
  ['FAILED', ['FAILED', 'TIMED_OUT', 'ABORTED']],
  ['PENDING', ['RUNNING']],
  ['SUCCEEDED', ['SUCCEEDED']],
];

/**
 * Writes the children's results to S3, a file for each kind of end, and a manifest of the files.
 * Recorded: scenarios/test_map_state_result_writer; source: states.md 9.3.
 */
export function writeResults(
  engine: Engine,
  run: MapRun,
  destination: Destination,
  written: (outcome: Written) => undefined,
): undefined {
  const { bucket, prefix } = destination;
  const folder = `${prefix === '' ? '' : `${prefix.replace(/\/$/, '')}/`}${run.uuid}`;
  const files = resultFiles(run);
  const manifest = { name: 'manifest.json', body: jsonText(manifestOf(run, bucket, folder, files)) };
  const output = {
    MapRunArn: run.mapRunArn,
    ResultWriterDetails: { Bucket: bucket, Key: `${folder}/manifest.json` },
  };
  const put = (rest: readonly ResultFile[]): undefined => {
    const [file, ...others] = rest;
    if (file === undefined) return written({ failure: undefined, output });
    const request = { Bucket: bucket, Key: `${folder}/${file.name}`, Body: file.body };
    callS3(engine, run, 'putObject', request, (answer) =>
      answer instanceof Failure ? written({ failure: writerFailure(answer), output }) : put(others),
    );
  };
  put([...files.map(({ file }) => file), manifest]);
}

interface GroupFile {
  readonly group: string;
  readonly file: ResultFile;
}

function resultFiles(run: MapRun): readonly GroupFile[] {
  const config = run.work.writer?.config ?? PLAIN_RESULTS;
  return GROUPS.flatMap(([group, statuses]) => {
    const children = run.executions.filter(({ status }) => statuses.includes(status));
    if (children.length === 0) return [];
    const results = shapeResults(children, config);
    const extension = config.outputType === 'JSONL' ? 'jsonl' : 'json';
    const body = config.outputType === 'JSONL' ? jsonLines(results) : jsonText(results);
    return [{ group, file: { name: `${group}_0.${extension}`, body } }];
  });
}

const jsonLines = (results: JsonArray): string => results.map((result) => `${jsonText(result)}\n`).join('');

function manifestOf(run: MapRun, bucket: string, folder: string, files: readonly GroupFile[]): JsonObject {
  const entries = (name: string): readonly Json[] =>
    files
      .filter(({ group }) => group === name)
      .map(({ file }) => ({ Key: `${folder}/${file.name}`, Size: encodeUtf8(file.body).length }));
  return {
    DestinationBucket: bucket,
    MapRunArn: run.mapRunArn,
    ResultFiles: {
      FAILED: entries('FAILED'),
      PENDING: entries('PENDING'),
      SUCCEEDED: entries('SUCCEEDED'),
    },
  };
}

const writerFailure = ({ error, cause }: Failure): Failure =>
  new Failure('States.ResultWriterFailed', [error, cause].filter((each) => each !== undefined).join(': '));
