import type { Json } from '../../../asl';

/** The result holds a function somewhere; AWS calls that an unsupported type. */
export const UNSUPPORTED = Symbol('unsupported');

/**
 * What an expression gave, as JSON: NaN and the infinities become texts, the marks the library leaves on
 * arrays are dropped, objects get the usual prototype. Parts that are JSON already are shared, not copied.
 * Source: behaviour measured on AWS ("Infinity", "NaN"); Recorded: unsupported result type.
 */
export function resultValue(value: unknown): Json | typeof UNSUPPORTED {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      if (Object.is(value, -0)) return 0;
      return Number.isFinite(value) ? value : String(value);
    case 'object':
      if (value === null) return null;
      if (Array.isArray(value)) return arrayValue(value);
      return isLibraryFunction(value) ? UNSUPPORTED : objectValue(value as Record<string, unknown>);
    default:
      return UNSUPPORTED;
  }
}

/** Functions and lambdas of the library are objects; data that only has their marks is data. */
function isLibraryFunction(value: object): boolean {
  if ('_jsonata_function' in value)
    return 'implementation' in value && typeof value.implementation === 'function';
  if (!('_jsonata_lambda' in value) || !('environment' in value)) return false;
  const { environment } = value;
  return (
    typeof environment === 'object' &&
    environment !== null &&
    'lookup' in environment &&
    typeof environment.lookup === 'function'
  );
}

function arrayValue(list: readonly unknown[]): Json | typeof UNSUPPORTED {
  // Marked arrays have properties besides their elements.
  let copy: Json[] | undefined = isMarked(list) ? [] : undefined;
  for (let index = 0; index < list.length; index++) {
    const each = list[index];
    const value = each === undefined ? null : resultValue(each);
    if (value === UNSUPPORTED) return UNSUPPORTED;
    if (!copy && !Object.is(value, each)) copy = list.slice(0, index) as Json[];
    copy?.push(value);
  }
  return copy ?? (list as Json);
}

const isMarked = (list: readonly unknown[]): boolean =>
  Object.hasOwn(list, 'sequence') ||
  Object.hasOwn(list, 'cons') ||
  Object.hasOwn(list, 'keepSingleton') ||
  Object.hasOwn(list, 'tupleStream') ||
  Object.hasOwn(list, 'push');

function objectValue(object: Record<string, unknown>): Json | typeof UNSUPPORTED {
  let changed = Object.getPrototypeOf(object) !== Object.prototype;
  const entries: [string, Json][] = [];
  for (const key of Object.keys(object)) {
    const each = object[key];
    const value = each === undefined ? undefined : resultValue(each);
    if (value === UNSUPPORTED) return UNSUPPORTED;
    if (!Object.is(value, each) || value === undefined) changed = true;
    if (value !== undefined) entries.push([key, value]);
  }
  return changed ? Object.fromEntries(entries) : (object as { readonly [key: string]: Json });
}
