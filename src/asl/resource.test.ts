import { describe, expect, it } from 'vitest';
import { parseResource } from './resource';

describe('parseResource', () => {
  it.each([
    ['arn:aws:states:::lambda:invoke', 'lambda', 'invoke', 'requestResponse'],
    ['arn:aws:states:::sqs:sendMessage.waitForTaskToken', 'sqs', 'sendMessage', 'waitForTaskToken'],
    ['arn:aws-cn:states:::states:startExecution.sync:2', 'states', 'startExecution', 'sync:2'],
    ['arn:aws:states:::emr-serverless:startJobRun.sync', 'emr-serverless', 'startJobRun', 'sync'],
    ['arn:aws:states:::aws-sdk:dynamodb:putItem', 'aws-sdk:dynamodb', 'putItem', 'requestResponse'],
    [`arn:\${AWS::Partition}:states:::dynamodb:getItem`, 'dynamodb', 'getItem', 'requestResponse'],
  ])('reads the service integration %s', (arn, service, action, pattern) => {
    expect(parseResource(arn)).toMatchObject({ kind: 'service', arn, service, action, pattern });
  });

  it('keeps the action as the history names it', () => {
    expect(parseResource('arn:aws:states:::ecs:runTask.sync')).toMatchObject({
      actionWithPattern: 'runTask.sync',
    });
    expect(parseResource('arn:aws:states:::sns:publish')).toMatchObject({ actionWithPattern: 'publish' });
  });

  it.each([
    ['arn:aws:lambda:us-east-1:123456789012:function:Charge', 'Charge'],
    ['arn:aws:lambda:us-east-1:123456789012:function:Charge:PROD', 'Charge:PROD'],
    [`arn:\${AWS::Partition}:lambda:\${AWS::Region}:\${AWS::AccountId}:function:\${Fn}`, `\${Fn}`],
  ])('reads the function of %s', (arn, functionName) => {
    expect(parseResource(arn)).toEqual({ kind: 'lambda', arn, functionName });
  });

  it('reads activities', () => {
    const arn = 'arn:aws:states:us-east-1:123456789012:activity:Approve';
    expect(parseResource(arn)).toEqual({ kind: 'activity', arn, name: 'Approve' });
  });

  it.each(['', 'Charge', `\${ChargeArn}`, 'arn:aws:states:::lambda', 'arn:aws:s3:::bucket', 'arn:${'])(
    'leaves %j as it is',
    (arn) => {
      expect(parseResource(arn)).toEqual({ kind: 'other', arn });
    },
  );
});
