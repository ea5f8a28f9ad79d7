import type { MapState } from '../../../asl';
import { isJsonObject, type Json, type JsonArray } from '../../../asl';
import { Failure } from '../../data/failure';
import { jsonText } from '../../data/jsonText';
import { QUERY_ERROR } from '../../errorNames';
import { runtimeFailure } from '../failures';
import type { Field, MapLimits } from '../language.types';
import { inputField, isNumber, typedField } from './field';

const isArray = (value: Json): value is JsonArray =>
  typeof value === 'object' && value !== null && !isJsonObject(value);

/** Items, or the state's input. Recorded: scenarios/test_map_state_items_*. */
export function jsonataItems({ Items }: MapState): Field<JsonArray> {
  if (Items !== undefined) return typedField(Items, 'Items', 'array', isArray);
  return ({ input }) =>
    isArray(input)
      ? input
      : new Failure(QUERY_ERROR, `Map state input must be an array but was: ${jsonText(input)}`);
}

export const jsonataItemSelector = ({ ItemSelector }: MapState): Field<Json> | undefined =>
  ItemSelector === undefined ? undefined : inputField(ItemSelector, 'ItemSelector');

export function jsonataMapLimits(definition: MapState): MapLimits {
  const { MaxConcurrency, ToleratedFailureCount, ToleratedFailurePercentage } = definition;
  return {
    maxConcurrency: numberOf('MaxConcurrency', MaxConcurrency) ?? (() => 0),
    toleratedFailureCount: bounded(
      numberOf('ToleratedFailureCount', ToleratedFailureCount),
      (count) => count >= 0,
      'ToleratedFailureCount cannot be negative.',
    ),
    toleratedFailurePercentage: bounded(
      numberOf('ToleratedFailurePercentage', ToleratedFailurePercentage),
      (percentage) => percentage >= 0 && percentage <= 100,
      'ToleratedFailurePercentage must be between 0 and 100.',
    ),
  };
}

function numberOf(name: string, value: number | string | undefined): Field<number> | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'number' ? () => value : typedField(value, name, 'number', isNumber);
}

function bounded(
  field: Field<number> | undefined,
  isValid: (value: number) => boolean,
  words: string,
): Field<number> | undefined {
  if (field === undefined) return undefined;
  return (visit) => {
    const value = field(visit);
    return typeof value !== 'number' || isValid(value) ? value : runtimeFailure(words);
  };
}
