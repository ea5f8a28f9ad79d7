import type { MapState } from '../../../asl';
import { isJsonObject, type Json, type JsonArray } from '../../../asl';
import { Failure } from '../../data/failure';
import { compileTemplate } from '../../data/template';
import { runtimeFailure } from '../failures';
import type { Field, MapLimits } from '../language.types';
import { floatAt, integerAt } from './numbers';
import { compileRead } from './path';

/** ItemsPath, `$` by default, must lead to an array. Recorded: test_state/test_state_context_object. */
export function jsonPathItems(definition: MapState): Field<JsonArray> {
  const text = definition.ItemsPath ?? '$';
  const path = compileRead(text);
  return (visit) => {
    const items = path(visit.effective, visit);
    if (items instanceof Failure) return items;
    return isArray(items) ? items : runtimeFailure(`Reference path "${text}" must point to array.`);
  };
}

const isArray = (value: Json): value is JsonArray =>
  typeof value === 'object' && value !== null && !isJsonObject(value);

/** ItemSelector, or the older Parameters. */
export function jsonPathItemSelector(definition: MapState): Field<Json> | undefined {
  const template = definition.ItemSelector ?? definition.Parameters;
  if (template === undefined) return undefined;
  const compiled = compileTemplate(template);
  return (visit) => compiled.evaluate(visit.effective, visit);
}

export function jsonPathMapLimits(definition: MapState): MapLimits {
  return {
    maxConcurrency: maxConcurrency(definition),
    toleratedFailureCount: toleratedCount(definition),
    toleratedFailurePercentage: toleratedPercentage(definition),
  };
}

function maxConcurrency({ MaxConcurrency, MaxConcurrencyPath }: MapState): Field<number> {
  if (MaxConcurrencyPath !== undefined) return integerAt('MaxConcurrencyPath', MaxConcurrencyPath);
  const literal = typeof MaxConcurrency === 'number' ? MaxConcurrency : 0;
  return () => literal;
}

/** Recorded: scenarios/test_map_state_tolerated_failure_count_path. */
function toleratedCount(definition: MapState): Field<number> | undefined {
  const { ToleratedFailureCount: literal, ToleratedFailureCountPath: text } = definition;
  if (text === undefined) return typeof literal === 'number' ? () => literal : undefined;
  const count = integerAt('ToleratedFailureCountPath', text);
  return (visit) => {
    const value = count(visit);
    return typeof value === 'number' && value < 0
      ? runtimeFailure('ToleratedFailureCount cannot be negative.')
      : value;
  };
}

/** Recorded: scenarios/test_map_state_tolerated_failure_percentage_path. */
function toleratedPercentage(definition: MapState): Field<number> | undefined {
  const { ToleratedFailurePercentage: literal, ToleratedFailurePercentagePath: text } = definition;
  if (text === undefined) return typeof literal === 'number' ? () => literal : undefined;
  const percentage = floatAt('ToleratedFailurePercentagePath', text);
  return (visit) => {
    const value = percentage(visit);
    return typeof value === 'number' && (value < 0 || value > 100)
      ? runtimeFailure('ToleratedFailurePercentage must be between 0 and 100.')
      : value;
  };
}
