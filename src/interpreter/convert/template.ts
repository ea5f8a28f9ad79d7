import { isJsonObject, type Json, type JsonObject, setOwn } from '../../asl';
import { itemsOfArray, writeDynamic } from './calls';
import type { Root } from './path';
import { expression, leniently, literal, NotConvertible, type ValueType, type Written } from './written';

const DYNAMIC_SUFFIX = '.$';

/** What a conversion has taken for granted, gathered on the way. */
export type Assumed = Set<string>;

/** A payload template as a value whose texts may be JSONata. */
export function writeTemplate(template: Json, root: Root, assumed: Assumed): Json {
  if (Array.isArray(template)) return template.map((each) => writeTemplate(each, root, assumed));
  if (!isJsonObject(template)) return literalValue(template);
  const written: Record<string, Json> = {};
  for (const [key, value] of Object.entries(template)) {
    if (!key.endsWith(DYNAMIC_SUFFIX)) setOwn(written, key, writeTemplate(value, root, assumed));
    else
      setOwn(
        written,
        key.slice(0, -DYNAMIC_SUFFIX.length),
        writeLeaf(dynamicText(value, key), root, assumed),
      );
  }
  return written;
}

function writeLeaf(text: string, root: Root, assumed: Assumed): Json {
  const items = itemsOfArray(text, root);
  if (items) return items.map((each) => fieldValue(each, assumed));
  return fieldValue(writeDynamic(text, root), assumed);
}

/** A piece of JSONata as the value of a field. */
export function fieldValue(written: Written, assumed: Assumed): string {
  for (const each of written.assumes) assumed.add(each);
  return expression(written);
}

/** A payload template inside an expression. */
export function templateText(template: Json, root: Root): Written {
  if (Array.isArray(template)) {
    const items = template.map((each) => templateText(each, root));
    return leniently(`[${items.map(({ text }) => text).join(', ')}]`, items, { type: 'list' });
  }
  if (!isJsonObject(template)) return literal(JSON.stringify(template), scalarType(template));
  const members = Object.entries(template).map(([key, value]) => {
    const isDynamic = key.endsWith(DYNAMIC_SUFFIX);
    const name = isDynamic ? key.slice(0, -DYNAMIC_SUFFIX.length) : key;
    return {
      name,
      value: isDynamic ? writeDynamic(dynamicText(value, key), root) : templateText(value, root),
    };
  });
  return objectText(members);
}

export function objectText(members: readonly { readonly name: string; readonly value: Written }[]): Written {
  const unsafe = members.find(({ name }) => name === '__proto__');
  if (unsafe) throw new NotConvertible('JSONata cannot make a member named “__proto__”.');
  const text = members.map(({ name, value }) => `${JSON.stringify(name)}: ${value.text}`).join(', ');
  return leniently(
    `{${text === '' ? '' : ` ${text} `}}`,
    members.map(({ value }) => value),
    { type: 'object' },
  );
}

/** A value in which nothing is evaluated, inside an expression. */
export function literalText(value: Json): Written {
  if (Array.isArray(value))
    return literal(`[${value.map((each) => literalText(each).text).join(', ')}]`, 'list');
  if (!isJsonObject(value)) return literal(JSON.stringify(value), scalarType(value));
  return objectText(Object.entries(value).map(([name, each]) => ({ name, value: literalText(each) })));
}

/** A value in which nothing is evaluated, as a field that JSONata reads. */
export function literalValue(value: Json): Json {
  if (typeof value === 'string') {
    if (/^\{%[\s\S]*%\}$/.test(value))
      throw new NotConvertible('A text looks like a JSONata expression: {% … %}.');
    return value;
  }
  if (Array.isArray(value)) return value.map(literalValue);
  if (!isJsonObject(value)) return value;
  const copy: Record<string, Json> = {};
  for (const [key, each] of Object.entries(value)) {
    if (key.endsWith(DYNAMIC_SUFFIX)) throw new NotConvertible(`“${key}” would be read as a path.`);
    setOwn(copy, key, literalValue(each));
  }
  return copy satisfies JsonObject;
}

function dynamicText(value: Json, key: string): string {
  if (typeof value === 'string') return value;
  throw new NotConvertible(`“${key}” is neither a path nor an intrinsic function.`);
}

const scalarType = (value: Json): ValueType =>
  value === null
    ? 'null'
    : typeof value === 'number'
      ? 'number'
      : typeof value === 'boolean'
        ? 'boolean'
        : 'text';
