import { isJsonObject, type Json } from '../../json';
import { isScalarValue, yamlScalar, yamlText } from './scalars';
import type { TextStyle } from './textStyle';

/** Longest object that is still written on one line, in characters. */
export const LONGEST_LINE = 100;

/** How the members of a new object or list stand: all on one line, or each on its own. */
export type Arrangement = 'inline' | 'lines';

/**
 * Writes values between braces and brackets: JSON, and the flow style of YAML. Keys without quotes make it YAML.
 */
export interface FlowWriter {
  entry(key: string | undefined, value: Json, indent: string, arrangement: Arrangement): string;
  value(value: Json, indent: string, arrangement: Arrangement): string;
}

export function flowWriter(style: TextStyle): FlowWriter {
  const { eol, unit, colon, gap, padding, quotedKeys } = style;
  const scalar = (value: Parameters<typeof yamlScalar>[0]): string =>
    quotedKeys ? JSON.stringify(value) : yamlScalar(value, 'flow', style);
  const keyText = (key: string): string =>
    quotedKeys ? JSON.stringify(key) : yamlText(key, 'plain', 'flow', style);

  const members = (
    entries: readonly (readonly [string | undefined, Json])[],
    [open, close]: string,
    indent: string,
    arrangement: Arrangement,
  ): string => {
    if (entries.length === 0) return `${open}${close}`;
    if (arrangement === 'inline') {
      const inside = entries.map(([key, value]) => entry(key, value, indent, arrangement)).join(`,${gap}`);
      const space = open === '{' ? padding : '';
      return `${open}${space}${inside}${space}${close}`;
    }
    const inner = indent + unit;
    const lines = entries.map(([key, value]) => inner + entry(key, value, inner, arrangement));
    return `${open}${eol}${lines.join(`,${eol}`)}${eol}${indent}${close}`;
  };
  const value = (json: Json, indent: string, arrangement: Arrangement): string => {
    if (isScalarValue(json)) return scalar(json);
    const entries = isJsonObject(json)
      ? Object.entries(json)
      : json.map((item): [undefined, Json] => [undefined, item]);
    return members(entries, isJsonObject(json) ? '{}' : '[]', indent, arrangement);
  };
  const entry = (key: string | undefined, json: Json, indent: string, arrangement: Arrangement): string =>
    (key === undefined ? '' : keyText(key) + colon) + value(json, indent, arrangement);
  return { entry, value };
}

/** On one line if that is wanted and it is short enough to be read. */
export function fittingEntry(
  writer: FlowWriter,
  key: string | undefined,
  value: Json,
  indent: string,
  wanted: Arrangement,
): string {
  if (wanted === 'inline') {
    const line = writer.entry(key, value, indent, 'inline');
    if (indent.length + line.length <= LONGEST_LINE) return line;
  }
  return writer.entry(key, value, indent, 'lines');
}

/** What follows the colon of a key, or the dash of an item, in the block style of YAML. */
export function blockValue(value: Json, indent: string, style: TextStyle): string {
  if (isScalarValue(value)) return ` ${yamlScalar(value, 'block', style)}`;
  const { eol, unit, indentedLists } = style;
  if (isJsonObject(value)) {
    const entries = Object.entries(value);
    if (entries.length === 0) return ' {}';
    const inner = indent + unit;
    return entries.map(([key, member]) => eol + inner + blockEntry(key, member, inner, style)).join('');
  }
  if (value.length === 0) return ' []';
  const inner = indentedLists ? indent + unit : indent;
  return value.map((item) => eol + inner + blockItem(item, inner, style)).join('');
}

export const blockEntry = (key: string, value: Json, indent: string, style: TextStyle): string =>
  `${yamlText(key, 'plain', 'block', style)}:${blockValue(value, indent, style)}`;

/** `- ` and an item; the members of an object or list stand below its first one. */
export function blockItem(item: Json, indent: string, style: TextStyle): string {
  return `- ${blockBody(item, `${indent}  `, style)}`;
}

/** A value whose first line begins where the cursor is, at a given column. */
export function blockBody(value: Json, indent: string, style: TextStyle): string {
  const separator = style.eol + indent;
  if (isJsonObject(value) && Object.keys(value).length > 0) {
    return Object.entries(value)
      .map(([key, member]) => blockEntry(key, member, indent, style))
      .join(separator);
  }
  if (Array.isArray(value) && value.length > 0) {
    return value.map((item: Json) => blockItem(item, indent, style)).join(separator);
  }
  return blockValue(value, indent, style).trimStart();
}
