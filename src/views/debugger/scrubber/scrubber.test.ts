import { describe, expect, it } from 'vitest';
import type { StatePath } from '../../../asl';
import type { ShownMoment } from '../../../workspace';
import { clockText, eventWords, momentText } from './momentText';
import { targetOfKey } from './scrubKeys';
import { placeOf, positionAt } from './tickPlaces';

const press = (key: string, held: Partial<Record<'shiftKey' | 'altKey' | 'ctrlKey', boolean>> = {}) => ({
  key,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
});
const CHARGE = '/States/Charge card' as StatePath;

describe('what a moment is called', () => {
  const moment: ShownMoment = {
    position: 214,
    time: 1_000_872_000 as ShownMoment['time'],
    transitions: 12,
    event: { type: 'TaskStateEntered', state: CHARGE, row: 213 },
  };

  it('says the event, what happened and when', () => {
    expect(momentText(moment, 530, 1_000_000_000)).toBe('Event 214 of 530, Charge card entered, +00:14:32');
    expect(momentText(undefined, 530, 0)).toBe('Live, 530 events');
    const { event: _event, ...first } = moment;
    expect(momentText({ ...first, position: 0 }, 530, 0)).toBe('Before the first of 530 events');
  });

  it('has words for every kind of event', () => {
    const words = (type: Parameters<typeof eventWords>[0]['type'], state?: StatePath) =>
      eventWords({ type, state });
    expect(words('ExecutionStarted')).toBe('Execution started');
    expect(words('ExecutionFailed')).toBe('Execution ended');
    expect(words('TaskStateExited', CHARGE)).toBe('Charge card left');
    expect(words('LambdaFunctionScheduleFailed', CHARGE)).toBe('Charge card failed');
    expect(words('ActivityTimedOut', CHARGE)).toBe('Charge card timed out');
    expect(words('MapIterationStarted', CHARGE)).toBe('Charge card item started');
  });

  it('shows days in front of the clock', () => {
    expect(clockText(999)).toBe('+00:00:00');
    expect(clockText(86_400_000 * 31 + 61_000)).toBe('+31d 00:01:01');
  });
});

describe('keys of the scrubber', () => {
  it('go by events, states and errors, to the ends, and back to the run', () => {
    expect(targetOfKey(press('ArrowLeft'), 9)).toEqual({ type: 'next', what: 'event', back: true });
    expect(targetOfKey(press('ArrowRight', { shiftKey: true }), 9)).toEqual({
      type: 'next',
      what: 'state',
      back: false,
    });
    expect(targetOfKey(press('ArrowLeft', { altKey: true }), 9)).toEqual({
      type: 'next',
      what: 'error',
      back: true,
    });
    expect(targetOfKey(press('Home'), 9)).toEqual({ type: 'at', position: 0 });
    expect(targetOfKey(press('End'), 9)).toEqual({ type: 'at', position: 9 });
    expect(targetOfKey(press('Escape'), 9)).toEqual({ type: 'live' });
  });

  it('leave all others alone', () => {
    expect(targetOfKey(press('Tab'), 9)).toBeUndefined();
    expect(targetOfKey(press('ArrowLeft', { ctrlKey: true }), 9)).toBeUndefined();
  });
});

describe('places on the track', () => {
  it('belong to the event whose tick is drawn there', () => {
    for (const total of [1, 7, 530, 100_000]) {
      for (const position of [0, 1, Math.ceil(total / 2), total]) {
        expect(positionAt(placeOf(position, total, 800), total, 800)).toBe(position);
      }
    }
  });

  it('end with the track', () => {
    expect(positionAt(-5, 70, 800)).toBe(0);
    expect(positionAt(2000, 70, 800)).toBe(70);
    expect(positionAt(5, 70, 0)).toBe(0);
  });
});
