import type { Json } from '../../asl';
import { Failure } from '../data/failure';
import { jsonText } from '../data/jsonText';
import type { ExecutionSettings } from '../execution.types';
import { AssigningExit, type EventData, ScheduledTask } from './eventData';
import type { EventSite } from './eventSite';

/** The details object of an event: its key in the event, and what stands in it. */
export type EventDetails = Readonly<Record<string, unknown>>;

const NOT_TRUNCATED = { truncated: false } as const;

/**
 * The details of an event, with exactly the keys AWS gives it. Source: history.md 2; recorded presence of keys.
 *
 * @param text makes JSON text of an input or output
 * @returns an empty object for events without details
 */
export function eventDetails(
  site: EventSite,
  data: EventData,
  settings: ExecutionSettings,
  text: (value: Json) => string,
): EventDetails {
  const { type } = site;
  const name = site.state?.name;
  if (type.endsWith('StateEntered')) {
    return { stateEnteredEventDetails: { name, ...inputOf(data, text) } };
  }
  if (type.endsWith('StateExited')) {
    return { stateExitedEventDetails: { name, ...outputOf(data, text) } };
  }
  switch (type) {
    case 'ExecutionStarted':
      return { executionStartedEventDetails: { ...inputOf(data, text), roleArn: settings.roleArn } };
    case 'ExecutionSucceeded':
    case 'LambdaFunctionSucceeded':
    case 'ActivitySucceeded':
      return { [detailsKey(type)]: outputOf(data, text) };
    case 'LambdaFunctionScheduled':
    case 'ActivityScheduled':
      return { [detailsKey(type)]: scheduledFunction(site, data) };
    case 'TaskScheduled':
      return { taskScheduledEventDetails: scheduledService(site, data, settings) };
    case 'TaskStarted':
      return { taskStartedEventDetails: serviceOf(site) };
    case 'TaskSubmitted':
    case 'TaskSucceeded':
      return { [detailsKey(type)]: { ...serviceOf(site), ...outputOf(data, text) } };
    case 'TaskFailed':
    case 'TaskTimedOut':
    case 'TaskStartFailed':
    case 'TaskSubmitFailed':
      return { [detailsKey(type)]: { ...serviceOf(site), ...errorOf(data) } };
    case 'ActivityStarted':
      return { activityStartedEventDetails: typeof data === 'string' ? { workerName: data } : {} };
    case 'MapStateStarted':
      return { mapStateStartedEventDetails: { length: data } };
    case 'MapIterationStarted':
    case 'MapIterationSucceeded':
    case 'MapIterationFailed':
    case 'MapIterationAborted':
      return { [detailsKey(type)]: { name, index: data } };
    case 'MapRunStarted':
      return { mapRunStartedEventDetails: { mapRunArn: data } };
    case 'ExecutionRedriven':
      return { executionRedrivenEventDetails: { redriveCount: data } };
    case 'MapRunRedriven':
      return { mapRunRedrivenEventDetails: data };
    case 'EvaluationFailed':
      return { evaluationFailedEventDetails: { ...errorOf(data), ...locationOf(data), state: name } };
    default:
      return data instanceof Failure ? { [detailsKey(type)]: errorOf(data) } : {};
  }
}

const detailsKey = (type: string): string => `${type.charAt(0).toLowerCase()}${type.slice(1)}EventDetails`;

const jsonOf = (data: EventData): Json =>
  data instanceof Failure ||
  data instanceof ScheduledTask ||
  data instanceof AssigningExit ||
  data === undefined
    ? null
    : data;

const inputOf = (data: EventData, text: (value: Json) => string): EventDetails => ({
  input: text(jsonOf(data)),
  inputDetails: NOT_TRUNCATED,
});

function outputOf(data: EventData, text: (value: Json) => string): EventDetails {
  if (!(data instanceof AssigningExit)) return { output: text(jsonOf(data)), outputDetails: NOT_TRUNCATED };
  const assigned = Object.fromEntries([...data.assigned].map(([key, value]) => [key, jsonText(value)]));
  return {
    output: text(data.output),
    outputDetails: NOT_TRUNCATED,
    assignedVariables: assigned,
    assignedVariablesDetails: NOT_TRUNCATED,
  };
}

/** Error and cause, each only when known. */
function errorOf(data: EventData): EventDetails {
  if (!(data instanceof Failure)) return {};
  return {
    ...(data.error === undefined ? {} : { error: data.error }),
    ...(data.cause === undefined ? {} : { cause: data.cause }),
  };
}

const locationOf = (data: EventData): EventDetails =>
  data instanceof Failure && data.location !== undefined ? { location: data.location } : {};

function serviceOf(site: EventSite): EventDetails {
  const { resource } = site;
  return resource?.kind === 'service'
    ? { resourceType: resource.service, resource: resource.actionWithPattern }
    : {};
}

function scheduledFunction(site: EventSite, data: EventData): EventDetails {
  if (!(data instanceof ScheduledTask)) return {};
  return {
    resource: site.resource?.arn,
    ...inputOf(data.parameters, jsonText),
    ...limitsOf(data),
    ...credentialsOf(data),
  };
}

function scheduledService(site: EventSite, data: EventData, settings: ExecutionSettings): EventDetails {
  if (!(data instanceof ScheduledTask)) return {};
  return {
    ...serviceOf(site),
    region: settings.region,
    parameters: jsonText(data.parameters),
    ...limitsOf(data),
    ...credentialsOf(data),
  };
}

const limitsOf = (task: ScheduledTask): EventDetails => ({
  ...(task.timeoutSeconds === undefined ? {} : { timeoutInSeconds: task.timeoutSeconds }),
  ...(task.heartbeatSeconds === undefined ? {} : { heartbeatInSeconds: task.heartbeatSeconds }),
});

const credentialsOf = (task: ScheduledTask): EventDetails =>
  task.roleArn === undefined ? {} : { taskCredentials: { roleArn: task.roleArn } };
