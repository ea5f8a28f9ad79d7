import { isJsonObject, type Json } from '../../json';
import { setOwn } from '../../parse/toJson';

/** The same value with the keys of every object the other way round. */
export function reorderKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(reorderKeys);
  if (!isJsonObject(value)) return value;
  const turned: Record<string, Json> = {};
  for (const [key, member] of Object.entries(value).reverse()) setOwn(turned, key, reorderKeys(member));
  return turned;
}
