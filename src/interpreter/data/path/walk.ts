import { isJsonObject, type Json } from '../../../asl';
import type { PathRoot } from '../compiled.types';
import { compileAccessor, element, property } from './definite';
import { isDefinite, splitDefinite } from './definiteness';
import { descendants } from './descendants';
import { compileFilter } from './filter';
import { applyFunction, compileParameters } from './pathFunctions';
import type { ParsedPath, Step } from './pathSyntax.types';
import type { FilterPredicate, InnerPath, Surroundings, Walk } from './walk.types';

/** Steps after the first that can select several values. Source: Jayway JsonPath, its path tokens. */
export function compileWalk(steps: readonly Step[]): Walk {
  const [step, ...rest] = steps;
  if (step === undefined) {
    return (value, _, found) => {
      found.push(value);
    };
  }
  const next = compileWalk(rest);
  switch (step.kind) {
    case 'names':
      return walkNames(step.names, rest.length === 0, next);
    case 'indexes':
      return (value, surroundings, found) => {
        for (const index of step.indexes) visit(element(value, index), next, surroundings, found);
      };
    case 'slice':
      return (value, surroundings, found) => {
        if (!Array.isArray(value)) return;
        const [from, to] = sliceBounds(step.from, step.to, value.length);
        for (let index = from; index < to; index++) visit(element(value, index), next, surroundings, found);
      };
    case 'wildcard':
      return (value, surroundings, found) => {
        if (Array.isArray(value)) for (const each of value) next(each, surroundings, found);
        else if (isJsonObject(value)) {
          for (const name of Object.keys(value)) visit(value[name], next, surroundings, found);
        }
      };
    case 'filter': {
      const accepts = compileFilter(step.condition, compileInnerPath);
      return (value, surroundings, found) => {
        // An object is a candidate itself, an array offers its elements.
        const candidates = Array.isArray(value) ? value : isJsonObject(value) ? [value] : [];
        for (const each of candidates) if (accepts(each, surroundings)) next(each, surroundings, found);
      };
    }
    case 'descent': {
      const [target] = rest;
      // A filter after `..` tests every value there is, not the elements of every array a second time.
      if (target?.kind === 'filter')
        return walkDescentFilter(compileFilter(target.condition, compileInnerPath), rest.slice(1));
      return (value, surroundings, found) => {
        for (const each of descendants(value)) next(each, surroundings, found);
      };
    }
    case 'function': {
      const parameters = compileParameters(step.parameters, compileInnerPath);
      return (value, surroundings, found) => {
        visit(applyFunction(step.name, value, parameters(value, surroundings)), next, surroundings, found);
      };
    }
  }
}

function visit(value: Json | undefined, next: Walk, surroundings: Surroundings, found: Json[]): void {
  if (value !== undefined) next(value, surroundings, found);
}

function walkNames(names: readonly string[], isLast: boolean, next: Walk): Walk {
  if (names.length > 1 && isLast) {
    return (value, _, found) => {
      if (isJsonObject(value)) found.push(pickNames(value, names));
    };
  }
  return (value, surroundings, found) => {
    for (const name of names) visit(property(value, name), next, surroundings, found);
  };
}

/** `['a', 'b']` at a path's end: one object of those properties that exist. */
export function pickNames(value: Json, names: readonly string[]): Json {
  const entries = names.flatMap((name) => {
    const each = property(value, name);
    return each === undefined ? [] : [[name, each] as const];
  });
  return Object.fromEntries(entries);
}

function walkDescentFilter(accepts: FilterPredicate, rest: readonly Step[]): Walk {
  const next = compileWalk(rest);
  return (value, surroundings, found) => {
    for (const each of descendants(value)) {
      if (isJsonObject(each)) {
        if (accepts(each, surroundings)) next(each, surroundings, found);
      } else {
        for (const item of each as readonly Json[]) {
          if (!isJsonObject(item) && accepts(item, surroundings)) next(item, surroundings, found);
        }
      }
    }
  };
}

/** Bounds as Jayway reads them: in `[a:b]` negative numbers are indexes from the end, one by one. */
function sliceBounds(from: number | undefined, to: number | undefined, length: number): [number, number] {
  if (length === 0) return [0, 0];
  if (to === undefined) {
    const start = from ?? 0;
    return [start < 0 ? Math.max(0, length + start) : start, length];
  }
  if (from === undefined) return [0, Math.min(length, to < 0 ? length + to : to)];
  return [Math.max(from, -length), Math.min(length, to)];
}

/** A path inside a filter or a parameter: `@` is the candidate, `$` what the whole path is applied to. */
export function compileInnerPath(path: ParsedPath): InnerPath {
  const { chain, rest } = splitDefinite(path.steps);
  const access = compileAccessor(chain);
  const start = innerRoot(path.root);
  if (rest.length === 0) return (candidate, surroundings) => access(start(candidate, surroundings));
  const walk = compileWalk(rest);
  const definite = isDefinite(path.steps);
  return (candidate, surroundings) => {
    const found: Json[] = [];
    const value = access(start(candidate, surroundings));
    if (value !== undefined) walk(value, surroundings, found);
    return definite ? found[0] : found;
  };
}

function innerRoot(root: PathRoot | { readonly kind: 'current' }): InnerPath {
  switch (root.kind) {
    case 'current':
      return (candidate) => candidate;
    case 'input':
      return (_, surroundings) => surroundings.root;
    case 'context':
      return (_, surroundings) => surroundings.scope.context();
    case 'variable':
      return (_, surroundings) => surroundings.scope.variable(root.name);
  }
}
