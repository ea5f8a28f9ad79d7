import type { Json, JsonObject } from '../../json';
import type { QueryLanguage } from '../../model';
import { setOwn } from '../../parse/toJson';

/** A value that is known only when the state runs, as a path of the JSONPath language: `$` or `$$.Task.Token`. */
export class Slot {
  constructor(readonly path: string) {}
}

/** All of the state's input. */
export const INPUT = new Slot('$');
export const TASK_TOKEN = new Slot('$$.Task.Token');
export const EXECUTION_ID = new Slot('$$.Execution.Id');
/** Unique among the executions of a state machine: a name for what each of them makes. */
export const EXECUTION_NAME = new Slot('$$.Execution.Name');

/** JSON with slots; a slot stands as the value of an object's key. */
export type TemplateValue =
  | Exclude<Json, object>
  | Slot
  | readonly TemplateValue[]
  | { readonly [key: string]: TemplateValue };

/** A Task as it is written in either query language. */
export interface TaskTemplate {
  /** What the service is sent; absent: the state's input. */
  readonly request?: { readonly [key: string]: TemplateValue };
  /** The member of the result that goes on, when not all of it does. */
  readonly result?: string;
  /** Fields that are the same in both languages. */
  readonly fields?: JsonObject;
}

/** A placeholder for the deployment to fill in: `${QueueUrl}`. */
export const fill = (name: string): string => `\${${name}}`;

/** A Task's fields but its transitions. */
export function taskFields(
  language: QueryLanguage,
  resource: string,
  { request, result, fields }: TaskTemplate,
): JsonObject {
  const isJsonata = language === 'JSONata';
  return {
    Type: 'Task',
    Resource: resource,
    ...(request && { [isJsonata ? 'Arguments' : 'Parameters']: written(language, request) }),
    ...(result !== undefined &&
      (isJsonata ? { Output: `{% $states.result.${result} %}` } : { OutputPath: `$.${result}` })),
    ...fields,
  };
}

/** A template's value in a language: `{% $states.input %}` for a key, or the key with `.$` for `$`. */
function written(language: QueryLanguage, value: TemplateValue): Json {
  if (value instanceof Slot) return language === 'JSONata' ? expression(value) : value.path;
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((item) => written(language, item));
  const result: Record<string, Json> = {};
  for (const [key, member] of Object.entries(value)) {
    const isPath = member instanceof Slot && language === 'JSONPath';
    setOwn(result, isPath ? `${key}.$` : key, written(language, member));
  }
  return result;
}

const expression = ({ path }: Slot): string =>
  `{% ${path.startsWith('$$') ? `$states.context${path.slice(2)}` : `$states.input${path.slice(1)}`} %}`;

const isList = (value: TemplateValue): value is readonly TemplateValue[] => Array.isArray(value);
