import { formatJson } from '../export/formatJson';
import { printYaml } from '../export/printYaml';
import { isJsonObject, type Json, type JsonObject } from '../json';
import { isBroken, parseText } from '../parse/parseText';
import type { TextFormat } from '../syntax';
import { intrinsicText, type References, withoutIntrinsics } from './intrinsics';
import type { FoundDefinition } from './recognise.types';

/** As deep as anybody nests a definition in a template. */
const DEEPEST = 24;

/** Whether an object is a definition: StartAt and States, whatever they hold. */
export const isDefinition = (value: Json | undefined): value is JsonObject =>
  value !== undefined &&
  isJsonObject(value) &&
  typeof value.StartAt === 'string' &&
  value.States !== undefined;

/** Whether a text may hold a definition: cheap, and asked before anything is parsed. */
export const mayDefine = (text: string): boolean => text.includes('StartAt') && text.includes('States');

/**
 * Every definition inside a value: as an object, or as a text of its own, also where CloudFormation's functions put
 * the text together. What is inside a definition is no other one.
 *
 * @param format of what the value was written in: a definition that stands there as an object is written in it again
 */
export function definitionsIn(value: Json, format: TextFormat): readonly FoundDefinition[] {
  const found: FoundDefinition[] = [];
  look(value, undefined, 0);
  return found;

  function look(here: Json, name: string | undefined, depth: number): void {
    if (depth > DEEPEST) return;
    if (typeof here === 'string') {
      take(here, name, new Set());
      return;
    }
    if (Array.isArray(here)) {
      here.forEach((item: Json) => {
        look(item, name, depth + 1);
      });
      return;
    }
    if (!isJsonObject(here)) return;
    const references: References = new Set();
    const text = intrinsicText(here, references);
    if (text !== undefined) {
      take(text, name, references);
      return;
    }
    const members: JsonObject = here;
    if (isDefinition(here)) {
      const plain = withoutIntrinsics(here, references);
      found.push({ name, text: written(plain, format), format, note: noteOf(references) });
      return;
    }
    // A state, or states, of a definition that is not whole: what is inside them is no definition of its own.
    if (typeof members.Type === 'string' && STATE_TYPES.has(members.Type)) return;
    for (const [key, member] of Object.entries(members)) {
      look(member, ownName(members) ?? (STRUCTURE.has(key) ? name : key), depth + 1);
    }
  }

  function take(text: string, name: string | undefined, references: References): void {
    if (!mayDefine(text)) return;
    const plain = withoutIntrinsics(text, references);
    const parsed = typeof plain === 'string' ? parseText(plain, 'json') : undefined;
    if (typeof plain !== 'string' || parsed?.root?.kind !== 'object') return;
    const oneLine = !plain.trim().includes('\n');
    const readable = oneLine && !isBroken(parsed) ? formatJson(plain) : plain;
    found.push({ name, text: readable.replaceAll('\r\n', '\n'), format: 'json', note: noteOf(references) });
  }
}

const STATE_TYPES: ReadonlySet<string> = new Set([
  ...['Task', 'Pass', 'Choice', 'Wait', 'Succeed', 'Fail', 'Parallel', 'Map'],
]);

/** Keys that say what is under them, not what it is called. */
const STRUCTURE: ReadonlySet<string> = new Set([
  ...['Resources', 'Properties', 'Definition', 'DefinitionString', 'definition', 'requestParameters'],
  ...['stepFunctions', 'stateMachines', 'Fn::Sub', 'Fn::Join', 'Fn::Transform', 'detail', 'responseElements'],
]);

/** What an object says it is called. */
function ownName(value: JsonObject): string | undefined {
  const name = value.StateMachineName ?? value.name ?? value.Name;
  return typeof name === 'string' && /^[\w .-]{1,80}$/.test(name) ? name : undefined;
}

const written = (value: Json, format: TextFormat): string => {
  const json = `${JSON.stringify(value, null, 2)}\n`;
  const { root } = parseText(json, 'json');
  return format === 'yaml' && root ? printYaml(root) : json;
};

/** Names that stay in the text as placeholders, a few of them. */
function noteOf(references: References): string {
  if (references.size === 0) return '';
  const names = [...references].slice(0, 3).map((name) => `\${${name}}`);
  const more = references.size > names.length ? ` and ${references.size - names.length} more` : '';
  return `${names.join(', ')}${more} ${references.size === 1 ? 'stays a placeholder' : 'stay placeholders'}.`;
}

/** Of several definitions with one name, or none, which is which. */
export function withNames(found: readonly FoundDefinition[]): readonly FoundDefinition[] {
  const seen = new Map<string, number>();
  return found.map((one) => {
    const name = one.name ?? (found.length > 1 ? 'workflow' : undefined);
    if (name === undefined) return one;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { ...one, name: count === 1 ? name : `${name}-${count}` };
  });
}
