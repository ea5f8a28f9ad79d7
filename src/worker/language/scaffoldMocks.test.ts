import { expect, it } from 'vitest';
import { buildModel, parseText } from '../../asl';
import { readMockConfig } from '../../services';
import { scaffoldMocks } from './scaffoldMocks';

const task = (Resource: string): object => ({ Type: 'Task', Resource, End: true });

it('answers every Task state, those inside containers too, as a stub would', () => {
  const definition = {
    StartAt: 'Both',
    States: {
      Both: {
        Type: 'Parallel',
        Branches: [{ StartAt: 'Send', States: { Send: task('arn:aws:states:::sqs:sendMessage') } }],
        Next: 'Charge',
      },
      Charge: task('arn:aws:states:::lambda:invoke'),
    },
  };
  const text = scaffoldMocks(buildModel(parseText(JSON.stringify(definition), 'json')), 'Orders');
  const read = readMockConfig(JSON.parse(text));
  expect(read.ok).toBe(true);
  if (!read.ok) return;
  expect([...(read.config.machines.get('Orders')?.get('HappyPath') ?? [])]).toEqual([
    ['Charge', 'Charge succeeds'],
    ['Send', 'Send succeeds'],
  ]);
  expect(read.config.responses.get('Send succeeds')).toMatchObject([
    { from: 0, to: 99, type: 'return', value: { MessageId: expect.any(String) } },
  ]);
});
