import {
  findState,
  isJsonObject,
  type Json,
  nearestName,
  type QuickFix,
  remove,
  renameKey,
  type State,
  type StateMachine,
  type SyntaxNode,
  set,
  toJson,
  writeFix,
} from '../../asl';
import { FIELDS, STATE_TYPES } from '../creation/fieldTable';
import type { CreationDiagnostic } from '../creation/report';
import { CHOICE_OPERATORS } from '../data/choiceOperators';
import type { Place } from './place.types';

/** What can be done about what AWS refuses, as far as its words tell. */
export function creationFixes(
  { message }: CreationDiagnostic,
  place: Place,
  machine: StateMachine,
): readonly QuickFix[] {
  const state = place.state === undefined ? undefined : findState(machine, place.state);
  const unknown = /^Field '(.+)' is not supported$/.exec(message)?.[1];
  if (unknown !== undefined) return misspelt(unknown, place, state);
  const foreign = /^The QueryLanguage is set to '(\w+)', but field '(\w+)' is only supported/.exec(message);
  if (foreign?.[1] && foreign[2]) return otherLanguage(foreign[1], foreign[2], place);
  const bound = /^(?:Minimum|Maximum) value is (\d+)$/.exec(message)?.[1];
  const owner = ownerOf(place.pointer);
  if (bound !== undefined && owner) {
    return [writeFix('setBound', `Set to ${bound}`, [set(owner.object, owner.name, Number(bound))])];
  }
  if (message.includes('must be a valid JSONPath or a valid intrinsic') && owner) {
    return isMeantAsPath(place.node) ? [] : withoutDollar(owner);
  }
  return oneOfThese(message, place);
}

/** The object that a value is a member of, and its name there. */
function ownerOf(pointer: string): { readonly object: string; readonly name: string } | undefined {
  const slash = pointer.lastIndexOf('/');
  if (slash < 0) return undefined;
  const name = pointer
    .slice(slash + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
  return { object: pointer.slice(0, slash), name };
}

const RULE_FIELDS = ['Variable', 'And', 'Or', 'Not', 'Next', 'Condition', ...CHOICE_OPERATORS];

function misspelt(field: string, { node, pointer, field: inside }: Place, state: State | undefined) {
  if (node.kind !== 'object') return [];
  const type = STATE_TYPES.find((known) => known === state?.definition.Type);
  const candidates = inside.startsWith('Choices') ? RULE_FIELDS : type ? Object.keys(FIELDS[type]) : [];
  const free = candidates.filter(
    (name) => !node.properties.some(({ key }) => key === name) && isOfLanguage(name, type, state),
  );
  const nearest = nearestName(field, free);
  return nearest === undefined
    ? []
    : [writeFix('renameField', `Rename to “${nearest}”`, [renameKey(pointer, field, nearest)], 'safe')];
}

function isOfLanguage(
  name: string,
  type: keyof typeof FIELDS | undefined,
  state: State | undefined,
): boolean {
  const language = type === undefined ? undefined : FIELDS[type][name];
  return language === undefined || language === 'both' || language === state?.queryLanguage;
}

/** Fields that do the same in both languages, as long as nothing in them is evaluated. */
const COUNTERPART: Readonly<Record<string, string>> = {
  Parameters: 'Arguments',
  Arguments: 'Parameters',
  Result: 'Output',
};
/** Without effect, so that they may go. */
const PLAIN_PATHS: ReadonlySet<string> = new Set(['InputPath', 'OutputPath', 'ResultPath']);

function otherLanguage(language: string, field: string, { node, pointer }: Place): readonly QuickFix[] {
  if (node.kind !== 'object') return [];
  const written = node.properties.find(({ key }) => key === field)?.value;
  if (written === undefined) return [];
  const value = toJson(written);
  if (PLAIN_PATHS.has(field) && value === '$') {
    return [writeFix('removeField', `Remove ${field}`, [remove(pointer, field)], 'safe')];
  }
  const other = COUNTERPART[field];
  if (other === undefined || isEvaluated(value) || node.properties.some(({ key }) => key === other))
    return [];
  return [
    writeFix('toLanguage', `Write as ${other}, the field of ${language}`, [renameKey(pointer, field, other)]),
  ];
}

function isEvaluated(value: Json): boolean {
  if (typeof value === 'string') return value.includes('{%');
  if (Array.isArray(value)) return value.some(isEvaluated);
  return isJsonObject(value)
    ? Object.entries(value).some(([key, member]) => key.endsWith('.$') || isEvaluated(member))
    : false;
}

const isMeantAsPath = (node: SyntaxNode): boolean =>
  node.kind === 'scalar' && typeof node.value === 'string' && /^\s*(?:\$|States\.)/.test(node.value);

/** `name.$` with something else than a path in it: a value, most likely. */
const withoutDollar = ({ object, name }: { readonly object: string; readonly name: string }) => [
  writeFix('removeDollar', `Rename to “${name.slice(0, -2)}”`, [renameKey(object, name, name.slice(0, -2))]),
];

/** `Value should be one of the following: [1.0]`. */
function oneOfThese(message: string, { node, pointer }: Place): readonly QuickFix[] {
  const list = /one of (?:the following|these values): \[(.+)\]$/.exec(message)?.[1]?.split(', ') ?? [];
  const owner = ownerOf(pointer);
  if (node.kind !== 'scalar' || owner === undefined) return [];
  const wish = list.length === 1 ? list[0] : nearestName(String(node.value), list);
  return wish === undefined
    ? []
    : [writeFix('setValue', `Set to “${wish}”`, [set(owner.object, owner.name, wish)], 'safe')];
}
