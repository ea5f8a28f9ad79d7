/** A Task's Resource, read once. Source: integrations of the developer guide, "Resource forms". */
export type TaskPattern = 'requestResponse' | 'sync' | 'sync:2' | 'waitForTaskToken';

export type Resource =
  | { readonly kind: 'lambda'; readonly arn: string; readonly functionName: string }
  | { readonly kind: 'activity'; readonly arn: string; readonly name: string }
  | {
      readonly kind: 'service';
      readonly arn: string;
      /** `lambda`, `sqs`, `aws-sdk:dynamodb`, ...: the history's resourceType. */
      readonly service: string;
      /** API action without the pattern's suffix: `sendMessage`. */
      readonly action: string;
      /** The history's `resource`: `sendMessage.waitForTaskToken`. */
      readonly actionWithPattern: string;
      readonly pattern: TaskPattern;
      readonly partition: string;
    }
  /** A placeholder (`${ChargeFunctionArn}`) or anything else that is not an ARN; runs as a Lambda function would. */
  | { readonly kind: 'other'; readonly arn: string };

/** Part of an ARN between colons; a placeholder such as `${AWS::Region}` may have colons of its own. */
const PART = String.raw`(?:\$\{[^}]*\}|(?!\$\{)[^:])*`;
const SERVICE = new RegExp(
  `^arn:(${PART}):states:${PART}:${PART}:((?:aws-sdk:)?[\\w-]+):(\\w+)(?:\\.(sync:2|sync|waitForTaskToken))?$`,
);
const LAMBDA = new RegExp(`^arn:${PART}:lambda:${PART}:${PART}:function:(.+)$`);
const ACTIVITY = new RegExp(`^arn:${PART}:states:${PART}:${PART}:activity:(.+)$`);

export function parseResource(arn: string): Resource {
  const lambda = LAMBDA.exec(arn);
  if (lambda?.[1]) return { kind: 'lambda', arn, functionName: lambda[1] };
  const activity = ACTIVITY.exec(arn);
  if (activity?.[1]) return { kind: 'activity', arn, name: activity[1] };
  const service = SERVICE.exec(arn);
  if (service?.[1] && service[2] && service[3]) {
    const pattern = (service[4] ?? 'requestResponse') as TaskPattern;
    return {
      kind: 'service',
      arn,
      partition: service[1],
      service: service[2],
      action: service[3],
      pattern,
      actionWithPattern: service[4] ? `${service[3]}.${service[4]}` : service[3],
    };
  }
  return { kind: 'other', arn };
}
