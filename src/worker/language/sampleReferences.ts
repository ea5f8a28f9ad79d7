import { isJsonObject, type Json } from '../../asl';
import type { SampleStep } from './sampleTree';

/** A place of a state's input that the state reads, and a value that fits there when one is known. */
export interface SampleReference {
  readonly path: readonly SampleStep[];
  readonly value?: Json;
}

/** Fields that are about something else than what the state reads of its own input. */
const OTHER_FIELDS = new Set([
  'Branches',
  'Catch',
  'InputPath',
  'ItemProcessor',
  'Iterator',
  'OutputPath',
  'Output',
  'Assign',
  'ResultPath',
  'ResultSelector',
  'Retry',
]);
const STEP = /\.([A-Za-z_][\w-]*)|\['([^']+)'\]|\[(?:\d+|\*)\]/g;
const PATH = /(?<![$\w])\$((?:\.[A-Za-z_][\w-]*|\['[^']+'\]|\[(?:\d+|\*)\])+)/g;
const JSONATA_INPUT = /\$states\.input((?:\.[A-Za-z_]\w*|\[\d+\])+)/g;

/** Everything a state's JSON reads from its input. */
export function referencesOf(state: Json): readonly SampleReference[] {
  const found: SampleReference[] = [];
  visit(state, found);
  return found;
}

/** The steps of `$.a['b'][0]`; none for `$`. */
export function stepsOf(path: string): readonly SampleStep[] {
  return [...path.matchAll(STEP)].map(([, dotted, quoted]) => {
    const member = dotted ?? quoted;
    return member === undefined ? 'element' : { member };
  });
}

function visit(value: Json, found: SampleReference[]): void {
  if (Array.isArray(value)) for (const item of value) visit(item, found);
  if (typeof value === 'string') addPaths(value, JSONATA_INPUT, found);
  if (!isJsonObject(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    if (OTHER_FIELDS.has(key)) continue;
    if (typeof inner !== 'string') visit(inner, found);
    else if (key === 'ItemsPath') found.push({ path: [...stepsOf(inner), 'element'] });
    else if (key === 'Variable') found.push({ path: stepsOf(inner), ...valueFor(value) });
    else if (key === 'TimestampPath') found.push({ path: stepsOf(inner), value: '2030-01-01T00:00:00Z' });
    else if (/Seconds\w*Path$|^Max\w+Path$|^Numeric\w+Path$/.test(key))
      found.push({ path: stepsOf(inner), value: 1 });
    else if (key.endsWith('.$') || key.endsWith('Path')) addPaths(inner, PATH, found);
    else addPaths(inner, JSONATA_INPUT, found);
  }
}

function addPaths(text: string, pattern: RegExp, found: SampleReference[]): void {
  for (const [, steps = ''] of text.matchAll(pattern)) found.push({ path: stepsOf(steps) });
}

/** What makes a comparison of a Choice rule hold, roughly. */
function valueFor(rule: { readonly [key: string]: Json }): { readonly value?: Json } {
  for (const [operator, operand] of Object.entries(rule)) {
    if (/^(String|Timestamp)\w*(Equals|Matches)$/.test(operator) && typeof operand === 'string') {
      return { value: operand.replaceAll('*', '1') };
    }
    if (/^Numeric/.test(operator) && typeof operand === 'number') {
      return {
        value: /Less/.test(operator) ? operand - 1 : /Greater/.test(operator) ? operand + 1 : operand,
      };
    }
    if (operator === 'BooleanEquals' && typeof operand === 'boolean') return { value: operand };
  }
  return {};
}
