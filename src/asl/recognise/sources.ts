import { isJsonObject, type Json } from '../json';
import { isBroken, parseText } from '../parse/parseText';
import { toJson } from '../parse/toJson';
import { definitionsIn, isDefinition, mayDefine } from './embedded';
import { readHcl } from './hcl';
import type { FoundDefinition } from './recognise.types';

/** Definitions in Terraform: `jsonencode({...})` and heredocs of state machine resources. */
export function fromTerraform(text: string): readonly FoundDefinition[] {
  const found: FoundDefinition[] = [];
  const places =
    /(?:resource\s+"aws_sfn_state_machine"\s+"([\w-]+)")|\bdefinition\s*=\s*(jsonencode\s*\(|<<|templatefile)/g;
  let name: string | undefined;
  for (const place of text.matchAll(places)) {
    const [whole, resource, how] = place;
    if (resource !== undefined) {
      name = resource;
      continue;
    }
    const end = place.index + whole.length;
    const read =
      how === undefined || how === 'templatefile' ? undefined : readHcl(text, how === '<<' ? end - 2 : end);
    if (read === undefined) continue;
    const { value } = read;
    if (typeof value === 'string' && mayDefine(value)) {
      found.push({ name, text: unindented(value), format: 'json', note: '' });
    } else {
      found.push(...definitionsIn(value, 'json').map((one) => ({ ...one, name })));
    }
  }
  return found;
}

/** A definition on a command line: `--definition '{...}'`, or in double quotes with escapes. */
export function fromCommandLine(text: string): readonly FoundDefinition[] {
  const place = /--definition(?:\s+|=)(['"])/.exec(text);
  if (!place) return [];
  const start = place.index + place[0].length;
  let body = '';
  if (place[1] === "'") body = text.slice(start, Math.max(start, text.indexOf("'", start)));
  else {
    const quoted = /^(?:[^"\\]|\\[\s\S])*/.exec(text.slice(start))?.[0] ?? '';
    // A shell takes a backslash at the end of a line away with it.
    body = quoted.replace(/\\\r?\n/g, '\n').replace(/\\(["\\$`])/g, '$1');
  }
  const name = /--name(?:\s+|=)["']?([\w.-]+)/.exec(text)?.[1];
  return definitionsIn(body, 'json').map((one) => ({ ...one, name }));
}

/** A jest snapshot of a CDK stack: what is joined stands line by line, with quotes that nobody escaped. */
export function fromSnapshot(text: string): readonly FoundDefinition[] {
  const found: FoundDefinition[] = [];
  for (const [, lines = ''] of text.matchAll(JOINED)) {
    const parts: Json[] = [];
    for (const [, raw, object] of lines.matchAll(PART)) {
      if (raw !== undefined) parts.push(raw.replace(/",?$/, '').replace(/\\"/g, '"').replace(/\\\\/g, '\\'));
      else if (object !== undefined) {
        const parsed = parseText(object.replaceAll('Array [', '['), 'json');
        if (parsed.root) parts.push(toJson(parsed.root));
      }
    }
    found.push(
      ...definitionsIn({ 'Fn::Join': ['', parts] }, 'json').map((one) => ({ ...one, name: undefined })),
    );
  }
  return found;
}

/** The lines between the brackets of a Join, or to the end of what was copied. */
const JOINED = /"Fn::Join": (?:Array )?\[\s*"",\s*(?:Array )?\[\n([\s\S]*?)(?:\n\s*\],?\n\s*\]|(?![\s\S]))/g;
/** A text, or an object over several lines. */
const PART = /^\s*(?:"(.*)|(?:Object )?(\{[\s\S]*?^\s*\}),?)$/gm;

/** Definitions in the code blocks of a Markdown text. */
export function fromMarkdown(text: string): readonly FoundDefinition[] {
  const found: FoundDefinition[] = [];
  for (const [, language = '', body = ''] of text.matchAll(/^```[ \t]*([\w.+-]*)[^\n]*\n([\s\S]*?)^```/gm)) {
    if (!mayDefine(body)) continue;
    const format = /ya?ml/i.test(language) ? 'yaml' : 'json';
    const parsed = parseText(body, format);
    const value = parsed.root && toJson(parsed.root);
    if (isDefinition(value)) found.push({ name: undefined, text: body, format, note: '' });
    else if (value !== undefined && !isBroken(parsed)) found.push(...definitionsIn(value, format));
  }
  return found;
}

/** A Step Functions Local mock configuration. */
export const isMockConfig = (value: Json): boolean =>
  isJsonObject(value) &&
  value.StateMachines !== undefined &&
  isJsonObject(value.StateMachines) &&
  Object.values(value.StateMachines).some(
    (machine) => isJsonObject(machine) && machine.TestCases !== undefined,
  );

function unindented(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const least = Math.min(...indents);
  return lines.map((line) => line.slice(Math.min(least, line.length))).join('\n');
}
