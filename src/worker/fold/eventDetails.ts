import type { HistoryEvent } from '../../interpreter';

/** The one details object of an event, whatever it is called; undefined when it has none. */
function detailsOf(event: HistoryEvent): object | undefined {
  for (const [key, value] of Object.entries(event)) {
    if (key.endsWith('EventDetails') && typeof value === 'object' && value !== null) return value;
  }
  return undefined;
}

function textOf(details: object, field: string): string | undefined {
  const value: unknown = Object.hasOwn(details, field) ? Reflect.get(details, field) : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** The JSON text of an event's output. */
export function outputOf(event: HistoryEvent): { readonly output?: string } {
  const output = textOf(detailsOf(event) ?? {}, 'output');
  return output === undefined ? {} : { output };
}

/** What a service was asked: `parameters`, or the `input` of a function or activity. */
export function parametersOf(event: HistoryEvent): { readonly parameters?: string } {
  const details = detailsOf(event) ?? {};
  const parameters = textOf(details, 'parameters') ?? textOf(details, 'input');
  return parameters === undefined ? {} : { parameters };
}

export function failureOf(event: HistoryEvent): { readonly error?: string; readonly cause?: string } {
  const details = detailsOf(event) ?? {};
  const error = textOf(details, 'error');
  const cause = textOf(details, 'cause');
  return { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
}
