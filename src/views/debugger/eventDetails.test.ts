import { describe, expect, it } from 'vitest';
import type { HistoryEvent } from '../../interpreter';
import { eventDetails, eventOutcome, eventResource, prettyJson } from './eventDetails';

const envelope = { timestamp: '2026-01-01T00:00:00.000Z', id: 3, previousEventId: 2 };
const scheduled: HistoryEvent = {
  ...envelope,
  type: 'TaskScheduled',
  taskScheduledEventDetails: { resourceType: 'sqs', resource: 'sendMessage', region: 'r', parameters: '{}' },
};
const lambda: HistoryEvent = {
  ...envelope,
  type: 'LambdaFunctionScheduled',
  lambdaFunctionScheduledEventDetails: {
    resource: 'arn:aws:lambda:us-east-1:123456789012:function:pay',
    input: '{}',
    inputDetails: { truncated: false },
  },
};

describe('an event in the table', () => {
  it('names its service and action', () => {
    expect(eventResource(scheduled)).toBe('sqs:sendMessage');
    expect(eventResource(lambda)).toBe('pay');
    expect(eventResource({ ...envelope, type: 'LambdaFunctionStarted' })).toBe('');
  });

  it('has details only when AWS sends some', () => {
    expect(eventDetails(scheduled)).toMatchObject({ resource: 'sendMessage' });
    expect(eventDetails({ ...envelope, type: 'ParallelStateStarted' })).toBeUndefined();
  });

  it('is coloured by how it went', () => {
    expect(eventOutcome({ ...envelope, type: 'MapStateFailed' })).toBe('bad');
    expect(eventOutcome({ ...envelope, type: 'WaitStateAborted' })).toBe('aborted');
    expect(eventOutcome({ ...envelope, type: 'MapRunSucceeded' })).toBe('good');
    expect(eventOutcome(scheduled)).toBe('neutral');
  });

  it('shows JSON text with line breaks and other text as it is', () => {
    expect(prettyJson('{"a":1}')).toBe('{\n  "a": 1\n}');
    expect(prettyJson('no json')).toBe('no json');
  });
});
