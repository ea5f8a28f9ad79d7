import { isJsonObject, type Json, type JsonObject } from '../json';
import { setOwn } from '../parse/toJson';

/** What CloudFormation's own parameters stand for here: without the partition no ARN could be read. */
const PSEUDO: ReadonlyMap<string, string> = new Map([
  ['AWS::Partition', 'aws'],
  ['AWS::Region', 'us-east-1'],
  ['AWS::AccountId', '123456789012'],
  ['AWS::URLSuffix', 'amazonaws.com'],
]);

/** References that became placeholders, by name, in the order in which they came. */
export type References = Set<string>;

/**
 * A CloudFormation value with its functions replaced: by the text they come to where that is known, else by a
 * `${placeholder}`, which a definition may hold anywhere.
 */
export function withoutIntrinsics(value: Json, references: References): Json {
  if (Array.isArray(value)) return value.map((item: Json) => withoutIntrinsics(item, references));
  if (!isJsonObject(value)) return typeof value === 'string' ? substituted(value, references) : value;
  const text = intrinsicText(value, references);
  if (text !== undefined) return text;
  const copy: Record<string, Json> = {};
  for (const [key, member] of Object.entries(value)) setOwn(copy, key, withoutIntrinsics(member, references));
  return copy;
}

/** The text that a function comes to; undefined for an object that is none. */
export function intrinsicText(value: JsonObject, references: References): string | undefined {
  const entries = Object.entries(value);
  const [entry] = entries;
  if (entries.length !== 1 || !entry) return undefined;
  const [name, argument] = entry;
  switch (name) {
    case 'Ref':
      return typeof argument === 'string' ? reference(argument, references) : undefined;
    case 'Fn::GetAtt':
      if (typeof argument === 'string') return reference(argument, references);
      return isTexts(argument) ? reference(argument.join('.'), references) : undefined;
    case 'Fn::Sub': {
      const [text] = Array.isArray(argument) ? argument : [argument];
      return typeof text === 'string' ? substituted(text, references) : undefined;
    }
    case 'Fn::Join':
      return joined(argument, references);
    case 'Fn::ImportValue':
      return typeof argument === 'string' ? reference(argument, references) : undefined;
    default:
      return undefined;
  }
}

function joined(argument: Json, references: References): string | undefined {
  const [between, parts] = Array.isArray(argument) ? argument : [];
  if (typeof between !== 'string' || !Array.isArray(parts)) return undefined;
  const texts = parts.map((part: Json) => withoutIntrinsics(part, references));
  return texts.every((text) => typeof text === 'string') ? texts.join(between) : undefined;
}

function reference(name: string, references: References): string {
  const known = PSEUDO.get(name);
  if (known !== undefined) return known;
  references.add(name);
  return `\${${name}}`;
}

/** `${AWS::Region}` and the like are known; other placeholders stay. */
function substituted(text: string, references: References): string {
  return text.replace(/\$\{(AWS::\w+)\}/g, (_whole, name: string) => reference(name, references));
}

const isTexts = (value: Json): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
