import { isJsonObject, type JsonObject } from '../asl';

/** JSON of the least that may come of a state which asks something: what TestState takes as the result of a mock. */
export function standInResult({ Type, Branches, ResultWriter }: JsonObject): string {
  if (Type === 'Parallel') return JSON.stringify(Array.isArray(Branches) ? Branches.map(() => ({})) : []);
  const isWritten = isJsonObject(ResultWriter ?? null) && Object.hasOwn(Object(ResultWriter), 'Resource');
  return Type === 'Map' && !isWritten ? '[]' : '{}';
}
