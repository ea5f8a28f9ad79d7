import { isJsonObject, type Json } from '../../asl';
import { type ReferencePath, SyntaxProblem } from './compiled.types';
import { Failure } from './failure';
import { jsonText } from './jsonText';
import { compilePath } from './path';
import { splitDefinite } from './path/definiteness';
import { parsePath } from './path/parsePath';

type Key = string | number;
/** undefined: the path does not fit the value. */
type Setter = (root: Json | undefined, value: Json) => Json | undefined;

/**
 * Compiles a reference path, which identifies a single node: `$`, `.name`, `['name']` and `[index]` only.
 * Source: ASL specification, "Reference Paths".
 */
export function compileReferencePath(text: string): ReferencePath | SyntaxProblem {
  const path = compilePath(text);
  if (path instanceof SyntaxProblem) return path;
  if (!path.isReference) return new SyntaxProblem('Value is not a Reference Path', 0);
  const parsed = parsePath(text);
  const chain = parsed instanceof SyntaxProblem ? [] : splitDefinite(parsed.steps).chain;
  // The context object and variables cannot be written through a path.
  const write = path.root.kind === 'input' ? compileSetter(chain) : () => undefined;
  return {
    ...path,
    set: (root, value) => {
      const changed = write(root, value);
      return changed === undefined ? noMatch(text, root) : changed;
    },
  };
}

/** Source: developer guide, "Error names" (States.ResultPathMatchFailure). */
const noMatch = (text: string, root: Json): Failure =>
  new Failure(
    'States.ResultPathMatchFailure',
    `Unable to apply ReferencePath ${text} to input ${jsonText(root)}`,
  );

function compileSetter([key, ...rest]: readonly Key[]): Setter {
  if (key === undefined) return (_, value) => value;
  const inner = compileSetter(rest);
  return typeof key === 'number' ? elementSetter(key, inner) : propertySetter(key, rest.length === 0, inner);
}

/** Missing objects on the way are made; a value of another type, also null, is not replaced. */
function propertySetter(name: string, isLast: boolean, inner: Setter): Setter {
  if (isLast) {
    return (parent, value) => {
      if (parent === undefined) return { [name]: value };
      return isJsonObject(parent) ? { ...parent, [name]: value } : undefined;
    };
  }
  return (parent, value) => {
    if (parent !== undefined && !isJsonObject(parent)) return undefined;
    const child = parent && Object.hasOwn(parent, name) ? parent[name] : undefined;
    const changed = inner(child, value);
    return changed === undefined ? undefined : { ...parent, [name]: changed };
  };
}

/** An element that exists is replaced; arrays are neither made nor extended. */
function elementSetter(index: number, inner: Setter): Setter {
  return (parent, value) => {
    if (!Array.isArray(parent) || index < 0 || index >= parent.length) return undefined;
    const changed = inner(parent[index], value);
    return changed === undefined
      ? undefined
      : [...parent.slice(0, index), changed, ...parent.slice(index + 1)];
  };
}
