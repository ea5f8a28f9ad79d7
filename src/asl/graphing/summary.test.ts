import { describe, expect, it } from 'vitest';
import { buildModel } from '../modelling/buildModel';
import { parseText } from '../parse/parseText';
import { summaryOf } from './summary';

function summary(state: object): string {
  const text = JSON.stringify({ StartAt: 'A', States: { A: state } });
  const [built] = buildModel(parseText(text)).states;
  if (built === undefined) throw new Error('the state is not in the model');
  return summaryOf(built);
}

describe('summaryOf', () => {
  it.each([
    ['arn:aws:states:::lambda:invoke', 'Lambda: Invoke'],
    ['arn:aws:states:::aws-sdk:dynamodb:putItem', 'DynamoDB: PutItem'],
    ['arn:aws:states:::states:startExecution.sync:2', 'Step Functions: StartExecution'],
    ['arn:aws:states:::aws-sdk:polly:synthesizeSpeech', 'Polly: SynthesizeSpeech'],
    ['arn:aws:lambda:us-east-1:123456789012:function:Charge', 'Lambda: Charge'],
    ['arn:aws:lambda:us-east-1:123456789012:function:Charge:$LATEST', 'Lambda: Charge'],
    [`arn:aws:lambda:\${AWS::Region}:\${AWS::AccountId}:function:\${Fn}`, 'Lambda: Fn'],
    ['arn:aws:states:us-east-1:123456789012:activity:Approve', 'Activity: Approve'],
    [`\${ChargeFunctionArn}`, 'ChargeFunctionArn'],
    [`\${module.charge.arn}:live`, 'module.charge.arn:live'],
    ['toString', 'toString'],
  ])('says of the Resource %s: %s', (Resource, words) => {
    expect(summary({ Type: 'Task', Resource })).toBe(words);
  });

  it.each([
    [{ Type: 'Task' }, 'No resource'],
    [{ Type: 'Wait', Seconds: 1 }, 'Wait 1 second'],
    [{ Type: 'Wait', Seconds: 86400 }, 'Wait 86,400 seconds'],
    [{ Type: 'Wait', Seconds: '{% $delay %}' }, 'Wait $delay seconds'],
    [{ Type: 'Wait', SecondsPath: '$.delay' }, 'Wait $.delay seconds'],
    [{ Type: 'Wait', Timestamp: '2030-01-01T00:00:00Z' }, 'Wait until 2030-01-01T00:00:00Z'],
    [{ Type: 'Wait', TimestampPath: '$.due' }, 'Wait until $.due'],
    [{ Type: 'Wait' }, 'Wait'],
    [{ Type: 'Map', ItemsPath: '$.orders' }, 'For each item in $.orders'],
    [{ Type: 'Map', Items: '{% $states.input.orders %}' }, 'For each item in $states.input.orders'],
    [{ Type: 'Map', Items: [1, 2] }, 'For each of 2 items'],
    [{ Type: 'Map' }, 'For each item'],
    [
      { Type: 'Map', ItemReader: { Resource: 'arn:aws:states:::s3:getObject' } },
      'For each item of a file in S3',
    ],
    [{ Type: 'Map', ItemReader: { Resource: 'arn:aws:states:::s3:listObjectsV2' } }, 'For each object in S3'],
    [{ Type: 'Map', ItemReader: {} }, 'For each item read'],
    [{ Type: 'Parallel', Branches: [{}] }, '1 branch'],
    [{ Type: 'Fail', Error: 'NotFound' }, 'NotFound'],
    [{ Type: 'Fail' }, ''],
    [{ Type: 'Pass' }, ''],
    [{}, 'No type'],
    [{ Type: 'Loop' }, 'Unknown type “Loop”'],
  ])('says of %j: %s', (state, words) => {
    expect(summary(state)).toBe(words);
  });

  it('stays short', () => {
    expect(summary({ Type: 'Fail', Error: 'E'.repeat(100) })).toHaveLength(60);
  });
});
