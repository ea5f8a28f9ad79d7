import { isJsonObject, type Json, type State, toJson, tokensOf } from '../../asl';
import { expressionText } from '../data/jsonata/expressionText';
import type { Stage, StageName, ValuePath } from './dataFlow.types';
import type { Origin, Reading, Written } from './origin.types';
import { jsonataPart, pathReading, withMore } from './readings';

/**
 * Where a value in a stage of a visit comes from, one step back: the stage before, a variable, the context object, the
 * definition, or the state's work. What an expression computes is told with what it reads.
 *
 * @param stages of the visit, as `visitStages` gives them
 */
export function originOf(state: State, stages: readonly Stage[], name: StageName, path: ValuePath): Origin {
  const stage = stages.find((each) => each.name === name);
  if (!stage) return { kind: 'entry' };
  const has = (other: StageName) => stages.some((each) => each.name === other);
  const written = (field: ValuePath): Written => ({ field, expression: textOf(valueIn(state, field)) });
  const same = (other: StageName): Origin => ({ kind: 'stage', stage: other, path });
  const isJsonata = state.queryLanguage === 'JSONata';
  const effective: StageName = isJsonata ? 'input' : 'inputPath';
  const work: StageName = has('errorOutput')
    ? 'errorOutput'
    : has('result')
      ? 'result'
      : has('parameters')
        ? 'parameters'
        : effective;
  const from = before(name, work, effective, has);
  if (name === 'input') return { kind: 'entry' };
  const { field } = stage;
  if (field === undefined) return from === undefined ? { kind: 'work' } : same(from);
  const text = valueIn(state, field);
  const by = written(field);
  switch (name) {
    case 'errorOutput':
      return { kind: 'computed', by, reads: [] };
    case 'result':
      return { kind: 'written', by };
    case 'resultPath':
      return placed(text, path, by, from ?? work);
    case 'inputPath':
      return byPath(text, path, by, 'input');
    case 'items':
      if (field[0] === 'ItemReader') return { kind: 'work' };
      return isJsonata ? inTemplate(text, path, field, jsonataValue) : byPath(text, path, by, effective);
    case 'itemSelector':
      return inTemplate(text, path.slice(1), field, isJsonata ? jsonataValue : pathValue(effective));
    case 'output':
      return isJsonata
        ? inTemplate(text, path, field, jsonataValue)
        : byPath(text, path, by, has('resultPath') ? 'resultPath' : effective);
    default: {
      const root = name === 'parameters' ? effective : work;
      return inTemplate(text, path, field, isJsonata ? jsonataValue : pathValue(root));
    }
  }
}

/** The stage whose value one passes on when nothing is written for it; undefined: it is what the state's work gave. */
function before(
  name: StageName,
  work: StageName,
  effective: StageName,
  has: (name: StageName) => boolean,
): StageName | undefined {
  switch (name) {
    case 'inputPath':
    case 'arguments':
      return 'input';
    case 'parameters':
      return effective;
    case 'items':
      return effective;
    case 'itemSelector':
      return 'items';
    case 'resultSelector':
      return 'result';
    case 'resultPath':
      return has('resultSelector') ? 'resultSelector' : work;
    case 'output':
      return has('resultPath') ? 'resultPath' : work;
    default:
      return undefined;
  }
}

/** InputPath, OutputPath, ItemsPath. */
function byPath(text: Json | undefined, path: ValuePath, by: Written, root: StageName): Origin {
  if (typeof text !== 'string') return { kind: 'written', by };
  const reading = pathReading(text, root);
  return reading ? { ...withMore(reading, path), by } : { kind: 'computed', by, reads: readsOf(text, root) };
}

/** ResultPath: what it put in comes from the result, everything else from the input. */
function placed(text: Json | undefined, path: ValuePath, by: Written, result: StageName): Origin {
  if (text === null) return { kind: 'stage', stage: 'input', path, by };
  const place = typeof text === 'string' ? pathReading(text, 'input') : undefined;
  if (place?.kind !== 'stage') return { kind: 'computed', by, reads: [] };
  const common = place.path.findIndex((key, index) => key !== path[index]);
  if (common < 0) return { kind: 'stage', stage: result, path: path.slice(place.path.length), by };
  if (common < path.length) return { kind: 'stage', stage: 'input', path, by };
  return {
    kind: 'computed',
    by,
    reads: [
      { kind: 'stage', stage: 'input', path },
      { kind: 'stage', stage: result, path: [] },
    ],
  };
}

/** What one text of a template is, for a value inside what it gives; undefined: it stands for itself. */
type TextOrigin = (text: string, key: string | number | undefined, rest: ValuePath) => Untold | undefined;
type Untold =
  | { readonly kind: 'reading'; readonly reading: Reading }
  | { readonly kind: 'literal' }
  | { readonly kind: 'other'; readonly reads: readonly Reading[] };

/** Follows a path into what a template gives, down to the text that decides. */
function inTemplate(
  template: Json | undefined,
  path: ValuePath,
  field: ValuePath,
  originOfText: TextOrigin,
): Origin {
  let at = template;
  let place = field;
  for (const [index, key] of [...path, undefined].entries()) {
    const by = (): Written => ({ field: place, expression: textOf(at) });
    if (typeof at === 'string') {
      const told = originOfText(at, place.at(-1), path.slice(index));
      if (told?.kind === 'reading') return { ...told.reading, by: by() };
      if (told?.kind === 'other') return { kind: 'computed', by: by(), reads: told.reads };
      return { kind: 'written', by: by() };
    }
    if (key === undefined) return isStatic(at) ? { kind: 'written', by: by() } : composed(by());
    const dynamic = isJsonObject(at) && Object.hasOwn(at, `${key}.$`) ? `${key}.$` : key;
    const next = inside(at, dynamic);
    if (next === undefined) return composed(by());
    at = next;
    place = [...place, dynamic];
  }
  return composed({ field, expression: textOf(template) });
}

const composed = (by: Written): Origin => ({ kind: 'computed', by, reads: [] });

const isStatic = (value: Json | undefined): boolean => !/\.\$"|\{%/.test(textOf(value));

const pathValue =
  (root: StageName): TextOrigin =>
  (text, key, rest) => {
    if (typeof key !== 'string' || !key.endsWith('.$')) return undefined;
    const reading = text.startsWith('$') ? pathReading(text, root) : undefined;
    return reading
      ? { kind: 'reading', reading: withMore(reading, rest) }
      : { kind: 'other', reads: readsOf(text, root) };
  };

const jsonataValue: TextOrigin = (text, _key, rest) => {
  const expression = expressionText(text);
  return expression === undefined ? undefined : jsonataPart(expression, rest);
};

/** The paths that an intrinsic call or a filter names. */
const readsOf = (text: string, root: StageName): readonly Reading[] =>
  tokensOf(text, 'jsonpath').flatMap((token) =>
    token.kind === 'path' ? (pathReading(token.text, root) ?? []) : [],
  );

function valueIn(state: State, field: ValuePath): Json | undefined {
  let at: Json | undefined = state.node && toJson(state.node);
  for (const key of field) at = inside(at, key);
  return at;
}

/** A property or an item; undefined when there is none. */
function inside(value: Json | undefined, key: string | number): Json | undefined {
  if (value === undefined || value === null || typeof value !== 'object') return undefined;
  if (isJsonObject(value)) return Object.hasOwn(value, key) ? value[key] : undefined;
  return typeof key === 'number' ? value[key] : undefined;
}

const textOf = (value: Json | undefined): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
