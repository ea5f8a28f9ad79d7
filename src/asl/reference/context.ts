import type { JsonObject } from '../json';

/** The context object as every state sees it. Source: data-flow.md, context object. */
export const CONTEXT_SHAPE: JsonObject = {
  Execution: { Id: '', Input: {}, Name: '', RoleArn: '', StartTime: '', RedriveCount: 0 },
  State: { EnteredTime: '', Name: '', RetryCount: 0 },
  StateMachine: { Id: '', Name: '' },
  Task: { Token: '' },
  Map: { Item: { Index: 0, Value: {} } },
};
