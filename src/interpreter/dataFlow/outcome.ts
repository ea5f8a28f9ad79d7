import type { JsonObject, State } from '../../asl';
import { Failure } from '../data/failure';
import { matchesError } from '../errorNames';
import type { StageName, ValuePath } from './dataFlow.types';

/** The rule that a Choice took; undefined when it cannot be said, or there are none. */
export type RuleTaken = number | 'default' | undefined;

/** Which of its ways a visit took. */
export interface Outcome {
  readonly rule: RuleTaken;
  /** The catcher that took its error, by index. */
  readonly catcher: number | undefined;
}

/** The first catcher that takes an error. */
export function catcherOf({ definition }: State, { Error: error }: JsonObject): number | undefined {
  const catchers = 'Catch' in definition ? (definition.Catch ?? []) : [];
  const failure = new Failure(typeof error === 'string' ? error : undefined, undefined);
  const index = catchers.findIndex(({ ErrorEquals }) => matchesError(ErrorEquals, failure));
  return index < 0 ? undefined : index;
}

type FieldOf = (name: StageName) => ValuePath | undefined;

/** Which field makes each stage, by the way that the visit took; undefined where none is written. */
export function outcomeFields({ definition, queryLanguage }: State, { rule, catcher }: Outcome): FieldOf {
  const own = (...names: readonly string[]): ValuePath | undefined => {
    const name = names.find((each) => Object.hasOwn(definition, each));
    return name === undefined ? undefined : [name];
  };
  const within = (list: 'Catch' | 'Choices', index: number, name: string): ValuePath | undefined => {
    const lists = new Map(Object.entries(definition)).get(list);
    const item: unknown = Array.isArray(lists) ? lists[index] : undefined;
    const has = typeof item === 'object' && item !== null && Object.hasOwn(item, name);
    return has ? [list, index, name] : undefined;
  };
  const last = (name: string): ValuePath | undefined => {
    if (catcher !== undefined) return within('Catch', catcher, name);
    return typeof rule === 'number' ? within('Choices', rule, name) : own(name);
  };
  const isJsonata = queryLanguage === 'JSONata';
  return (name) => {
    switch (name) {
      case 'inputPath':
        return own('InputPath');
      case 'arguments':
        return own('Arguments');
      case 'parameters':
        return own('Parameters');
      case 'items':
        return own('Items', 'ItemsPath', 'ItemReader');
      case 'itemSelector':
        return own('ItemSelector', 'Parameters');
      case 'result':
        return own('Result');
      case 'resultSelector':
        return own('ResultSelector');
      case 'resultPath':
        return catcher === undefined ? own('ResultPath') : within('Catch', catcher, 'ResultPath');
      case 'assign':
        return last('Assign');
      case 'errorOutput':
        return own('Error', 'ErrorPath', 'Cause', 'CausePath');
      case 'output':
        if (isJsonata) return last('Output');
        return catcher === undefined ? own('OutputPath') : undefined;
      default:
        return undefined;
    }
  };
}
