import type { Json, JsonArray, JsonObject } from '../../asl';
import { jsonText } from '../data/jsonText';
import { formatTimestamp } from '../data/timestamp';
import type { ExecutionRecord } from '../executionRecord';
import type { MapRun } from './mapRun';
import { PLAIN_RESULTS, type WriterConfig } from './writerConfig';

/** What a Map without an export returns: its children's results, in order of their items. */
export function mapOutput(run: MapRun): JsonArray {
  return shapeResults(run.executions, run.work.writer?.config ?? PLAIN_RESULTS);
}

/** A child that failed is a record under each transformation. Source: states.md 9.3; AWS, "ResultWriter". */
export function shapeResults(
  children: readonly ExecutionRecord[],
  { transformation }: WriterConfig,
): JsonArray {
  if (transformation === 'NONE') return children.map(executionRecord);
  const outputs = children.map((child) =>
    child.status === 'SUCCEEDED' ? (child.output ?? null) : executionRecord(child),
  );
  return transformation === 'FLATTEN' ? outputs.flatMap(flatten) : outputs;
}

const flatten = (value: Json): readonly Json[] => (Array.isArray(value) ? value : [value]);

/** A child execution as ResultWriter writes it. Source: AWS, "ResultWriter". */
function executionRecord(child: ExecutionRecord): JsonObject {
  const { settings, status, startTime, stopTime, output, error, cause } = child;
  return {
    ...(cause === undefined ? {} : { Cause: cause }),
    ...(error === undefined ? {} : { Error: error }),
    ExecutionArn: settings.executionArn,
    Input: jsonText(child.input),
    InputDetails: { Included: true },
    Name: settings.executionName,
    ...(output === undefined ? {} : { Output: jsonText(output) }),
    OutputDetails: { Included: true },
    RedriveCount: child.redriveCount,
    ...redriveStatus(child),
    StartDate: formatTimestamp(startTime),
    StateMachineArn: settings.stateMachineArn,
    Status: status,
    ...(stopTime === undefined ? {} : { StopDate: formatTimestamp(stopTime) }),
  };
}

function redriveStatus({ status }: ExecutionRecord): JsonObject {
  if (status !== 'SUCCEEDED') return { RedriveStatus: 'REDRIVABLE_BY_MAP_RUN' };
  return {
    RedriveStatus: 'NOT_REDRIVABLE',
    RedriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven',
  };
}
