import { describe, expect, it } from 'vitest';
import type { HistoryEvent } from '../events';
import { type Logging, type LogLevel, logRecord } from './logRecords';

const ARN = 'arn:aws:states:us-east-1:123456789012:execution:m:e';
const entered: HistoryEvent = {
  timestamp: '2026-01-02T03:04:05.678Z',
  type: 'FailStateEntered',
  id: 2,
  previousEventId: 0,
  stateEnteredEventDetails: { name: 'F', input: '{"a":1}', inputDetails: { truncated: false } },
};
const failed: HistoryEvent = {
  timestamp: '2026-01-02T03:04:05.678Z',
  type: 'ExecutionFailed',
  id: 3,
  previousEventId: 2,
  executionFailedEventDetails: { error: 'E', cause: 'c' },
};
const passed: HistoryEvent = { ...entered, type: 'PassStateEntered' };
const full: Logging = { level: 'ALL', includeExecutionData: true };

describe('a log record', () => {
  it('has texts for ids and times, and the details without their wrapper', () => {
    expect(logRecord(failed, ARN, full)).toEqual({
      id: '3',
      type: 'ExecutionFailed',
      details: { error: 'E', cause: 'c' },
      previous_event_id: '2',
      event_timestamp: '1767323045678',
      execution_arn: ARN,
      redrive_count: '0',
    });
  });

  it('leaves inputs and outputs out when it may not include execution data', () => {
    expect(logRecord(entered, ARN, { ...full, includeExecutionData: false })?.details).toEqual({ name: 'F' });
    expect(logRecord(entered, ARN, full)?.details).toMatchObject({ input: '{"a":1}' });
  });

  it.each<[LogLevel, readonly boolean[]]>([
    ['ALL', [true, true, true]],
    ['ERROR', [false, true, true]],
    ['FATAL', [false, false, true]],
    ['OFF', [false, false, false]],
  ])('is kept or left out by the level %s', (level, kept) => {
    const records = [passed, entered, failed].map((event) => logRecord(event, ARN, { ...full, level }));
    expect(records.map((record) => record !== undefined)).toEqual(kept);
  });
});
