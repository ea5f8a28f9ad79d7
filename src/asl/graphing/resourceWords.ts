import type { StateNode } from '../graph';
import { parseResource } from '../resource';
import { capitalised, serviceName } from './serviceNames';
import { shorten } from './shorten';

const LONGEST = 60;

/** A Task's Resource in a few words: `Lambda: Invoke`, `DynamoDB: PutItem`, `Lambda: Charge`, `ChargeFunctionArn`. */
export function resourceWords(arn: string): string {
  const resource = parseResource(arn);
  switch (resource.kind) {
    case 'service':
      return `${serviceName(withoutSdk(resource.service))}: ${capitalised(resource.action)}`;
    case 'lambda':
      return shorten(`Lambda: ${functionName(resource.functionName)}`, LONGEST);
    case 'activity':
      return shorten(`Activity: ${bare(resource.name)}`, LONGEST);
    case 'other':
      return shorten(bare(resource.arn), LONGEST);
  }
}

/** For the glyph: the service without `aws-sdk:`, and the action. Undefined when the Resource names neither. */
export function resourceParts(arn: string): NonNullable<StateNode['resource']> | undefined {
  const resource = parseResource(arn);
  switch (resource.kind) {
    case 'service': {
      const { pattern } = resource;
      return { service: withoutSdk(resource.service), action: resource.action, pattern };
    }
    case 'lambda':
      return { service: 'lambda', action: 'invoke' };
    case 'activity':
      return { service: 'activity', action: resource.name };
    case 'other':
      return undefined;
  }
}

const withoutSdk = (service: string): string => service.replace(/^aws-sdk:/, '');

/** Placeholders by their names. */
const bare = (text: string): string => text.replace(/\$\{([^}]*)\}/g, '$1');

/** Without a version or alias; `Charge` of `Charge:PROD`. */
const functionName = (name: string): string => bare(name.replace(/(?<=[\w}-]):[\w$-]+$/, ''));
