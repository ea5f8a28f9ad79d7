import { isJsonObject, type Json, type JsonObject, pointerSegments, setOwn } from '../../../asl';

/** The value at a JSON Pointer inside an object; undefined when there is none. */
export function valueAt(value: Json, pointer: string): Json | undefined {
  let found: Json | undefined = value;
  for (const segment of pointerSegments(pointer)) {
    if (found === undefined || found === null || typeof found !== 'object') return undefined;
    if (Array.isArray(found)) found = found[Number(segment)];
    else if (isJsonObject(found)) found = Object.hasOwn(found, segment) ? found[segment] : undefined;
  }
  return found;
}

/** A change of one field: the object it stands in, its name, and its value; without one it goes. */
export interface FieldChange {
  readonly object: string;
  readonly name: string;
  readonly value: Json | undefined;
}

/**
 * What has to be written so that a place in an object has a value. Objects around it that are not there yet come with
 * it; those that would be left empty go with it.
 */
export function changeAt(root: JsonObject, pointer: string, value: Json | undefined): FieldChange {
  const segments = pointerSegments(pointer);
  return value === undefined ? removal(root, segments) : addition(root, segments, value);
}

function addition(root: JsonObject, segments: readonly string[], value: Json): FieldChange {
  let at = segments.length - 1;
  let written = value;
  while (at > 0 && !isContainer(valueAt(root, pointerOf(segments.slice(0, at))))) {
    const around: Record<string, Json> = {};
    setOwn(around, segments[at] ?? '', written);
    written = around;
    at--;
  }
  return { object: pointerOf(segments.slice(0, at)), name: segments[at] ?? '', value: written };
}

function removal(root: JsonObject, segments: readonly string[]): FieldChange {
  let at = segments.length - 1;
  while (at > 0) {
    const around = valueAt(root, pointerOf(segments.slice(0, at)));
    if (around === undefined || !isJsonObject(around) || Object.keys(around).length !== 1) break;
    // An item of a list stays, even when nothing is left in it.
    if (/^\d+$/.test(segments[at - 1] ?? '')) break;
    at--;
  }
  return { object: pointerOf(segments.slice(0, at)), name: segments[at] ?? '', value: undefined };
}

const isContainer = (value: Json | undefined): boolean => typeof value === 'object' && value !== null;

const pointerOf = (segments: readonly string[]): string =>
  segments.map((segment) => `/${segment.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
