import { type Json, jsonOf } from '../../asl';
import type { HistoryEvent } from '../../interpreter';

/** What was seen of a state. */
interface Seen {
  readonly type: string;
  /** Names of the states that followed it, in order of appearance; `caught`: after its failure. */
  readonly next: Set<string>;
  readonly caught: Set<string>;
  readonly fields: Record<string, Json>;
  /** Its branches, or the one that is run for each item. */
  readonly inside: Scope[];
}
/** States in order of appearance, the first one first. */
type Scope = Map<string, Seen>;

/** Where an event of the history stands. */
interface Place {
  readonly scope: Scope;
  readonly name: string;
  readonly state: Seen;
  /** The place around it. */
  readonly around: Place | undefined;
  readonly failed: boolean;
  readonly exited: boolean;
}

/**
 * A definition with the states that a history shows, in order of appearance, with their types, what Tasks called and the
 * transitions that were taken. What nobody can see in a history, rules of Choices above all, is made up.
 */
export function sketchDefinition(events: readonly HistoryEvent[]): string {
  const root: Scope = new Map();
  const places: (Place | undefined)[] = [];
  for (const event of events) {
    const before = places[event.previousEventId - 1];
    places.push(
      'stateEnteredEventDetails' in event
        ? enter(event.type.replace('StateEntered', ''), event.stateEnteredEventDetails.name, before)
        : move(event, before, events),
    );
  }
  const text = { Comment: 'Sketched from a history', ...written(root) };
  return `${JSON.stringify(text, null, 2)}\n`;

  function enter(type: string, name: string, before: Place | undefined): Place {
    const follows = before?.exited === true;
    const around = follows ? before.around : before;
    const scope = follows ? before.scope : around ? scopeInside(around.state, name) : root;
    const state: Seen = scope.get(name) ?? {
      type,
      next: new Set(),
      caught: new Set(),
      fields: {},
      inside: [],
    };
    scope.set(name, state);
    if (follows) (before.failed ? before.state.caught : before.state.next).add(name);
    return { scope, name, state, around, failed: false, exited: false };
  }
}

/** Branches begin with different states, as far as a history shows; a Map has one. */
function scopeInside(container: Seen, first: string): Scope {
  const known = container.inside.find(
    (scope) => container.type === 'Map' || scope.keys().next().value === first,
  );
  if (known) return known;
  const scope: Scope = new Map();
  container.inside.push(scope);
  return scope;
}

/** Where an event stands that enters nothing. */
function move(
  event: HistoryEvent,
  before: Place | undefined,
  events: readonly HistoryEvent[],
): Place | undefined {
  const { type } = event;
  if (!before) return undefined;
  // What ends a container, or an iteration of it, stands at the container.
  const kind = /^(Parallel|Map)/.exec(type)?.[1];
  const here = kind === undefined ? before : (containerOf(kind, before) ?? before);
  if ('stateExitedEventDetails' in event) {
    if (here.state.type === 'Wait') here.state.fields.Seconds = secondsSince(event, here, events);
    return { ...here, exited: true };
  }
  if (type === 'TaskScheduled') {
    const { resourceType, resource, parameters } = event.taskScheduledEventDetails;
    here.state.fields.Resource ??= `arn:aws:states:::${resourceType}:${resource}`;
    here.state.fields.Parameters ??= jsonOf(parameters) ?? {};
  } else if (type === 'LambdaFunctionScheduled') {
    here.state.fields.Resource ??= event.lambdaFunctionScheduledEventDetails.resource;
  } else if (type === 'ActivityScheduled') {
    here.state.fields.Resource ??= event.activityScheduledEventDetails.resource;
  } else if (type === 'ExecutionFailed' && here.state.type === 'Fail') {
    const { error, cause } = event.executionFailedEventDetails;
    if (error !== undefined) here.state.fields.Error ??= error;
    if (cause !== undefined) here.state.fields.Cause ??= cause;
  }
  if (/Scheduled$|StateStarted$/.test(type)) return { ...here, failed: false };
  return /Failed$|TimedOut$/.test(type) ? { ...here, failed: true } : here;
}

function containerOf(type: string, from: Place): Place | undefined {
  for (let place: Place | undefined = from; place; place = place.around)
    if (place.state.type === type && !place.exited) return place;
  return undefined;
}

function secondsSince(event: HistoryEvent, place: Place, events: readonly HistoryEvent[]): number {
  const entered = events[event.previousEventId - 1];
  const { name } = place;
  const began =
    entered && 'stateEnteredEventDetails' in entered && entered.stateEnteredEventDetails.name === name;
  return began
    ? Math.max(0, Math.round((Date.parse(event.timestamp) - Date.parse(entered.timestamp)) / 1000))
    : 1;
}

const ANY = { ErrorEquals: ['States.ALL'] };

function written(scope: Scope): Record<string, Json> {
  const States = Object.fromEntries([...scope].map(([name, state]) => [name, writtenState(state)] as const));
  return { StartAt: scope.keys().next().value ?? '', States };
}

function writtenState(state: Seen): Record<string, Json> {
  const { type, fields, caught } = state;
  const next = [...state.next];
  switch (type) {
    case 'Succeed':
      return { Type: type };
    case 'Fail':
      return { Type: type, ...fields };
    case 'Choice':
      return {
        Type: type,
        Choices: (next.length > 1 ? next.slice(0, -1) : next).map((each) => ({
          Variable: '$.unknown',
          IsPresent: true,
          Next: each,
        })),
        ...(next.length > 0 ? { Default: next.at(-1) ?? '' } : {}),
      };
  }
  return {
    Type: type,
    ...(type === 'Task' ? { Resource: 'arn:aws:states:::lambda:invoke' } : {}),
    ...(type === 'Wait' ? { Seconds: 1 } : {}),
    ...fields,
    ...writtenInside(state),
    ...(caught.size > 0 ? { Catch: [...caught].map((each) => ({ ...ANY, Next: each })) } : {}),
    ...(next[0] === undefined ? { End: true } : { Next: next[0] }),
  };
}

function writtenInside({ type, inside }: Seen): Record<string, Json> {
  const nothing = { StartAt: 'Nothing', States: { Nothing: { Type: 'Pass', End: true } } };
  const scopes = inside.length > 0 ? inside.map(written) : [nothing];
  if (type === 'Parallel') return { Branches: scopes };
  return type === 'Map' ? { ItemProcessor: scopes[0] ?? nothing } : {};
}
