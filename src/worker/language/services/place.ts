import {
  buildModel,
  findScope,
  findState,
  joinPointer,
  nodeAtPointer,
  type ParsedText,
  parseText,
  type QueryLanguage,
  type Scope,
  type ScopePath,
  type State,
  type StateMachine,
  type StatePath,
  type SyntaxNode,
  type TextFormat,
  type TextRange,
} from '../../../asl';
import { readText } from '../readText';
import { type Caret, caretIn } from './caret';

/** Where a caret is in a definition, also while the text around it is half written. */
export interface Place {
  readonly text: string;
  readonly format: TextFormat;
  readonly offset: number;
  readonly caret: Caret;
  readonly machine: StateMachine;
  /** Named or to be named: a key of `owner`, or the value under `field`. */
  readonly part: 'key' | 'value';
  /** The object that the key is or will be in; of a value, the object or list it is in. */
  readonly owner: SyntaxNode;
  readonly ownerPath: string;
  /** The nearest key: of a value in a list, the list's. */
  readonly field: string;
  readonly around: Around;
}

/** The state and the scope around a place. */
export interface Around {
  readonly scope: Scope;
  readonly state: State | undefined;
  readonly language: QueryLanguage;
  /** From the state, else from the scope, to the owner. */
  readonly inside: readonly string[];
}

/** Put where the user types, so that the parser says where that is. */
const MARK = '\ue0f1';

/** @returns undefined where nothing can be said: in a comment, outside the definition */
export function placeAt(text: string, format: TextFormat, offset: number): Place | undefined {
  if (last?.text === text && last.format === format && last.offset === offset) return last.place;
  const place = findPlace(text, format, offset);
  last = { text, format, offset, place };
  return place;
}

/** What is asked about a place is asked again once the data there is known. */
let last:
  | {
      readonly text: string;
      readonly format: TextFormat;
      readonly offset: number;
      readonly place: Place | undefined;
    }
  | undefined;

function findPlace(text: string, format: TextFormat, offset: number): Place | undefined {
  const block = format === 'yaml' ? inBlock(text, offset) : undefined;
  const caret = block ?? caretIn(text, offset, format);
  if (!caret) return undefined;
  return (
    inExpression(text, format, offset, caret) ??
    marked(text, format, offset, caret, caret.part === 'key' ? ':' : '') ??
    (caret.part === 'item' ? undefined : marked(text, format, offset, caret, ''))
  );
}

/** In an expression that is written whole, the text is read as it stands, as for everybody else. */
function inExpression(text: string, format: TextFormat, offset: number, caret: Caret): Place | undefined {
  const { inside, replace, quote } = caret;
  if (quote === '' || replace.end === inside.end || !/^(?:\{%|\$|States\.)/.test(text.slice(inside.start))) {
    return undefined;
  }
  const spot = spotAt(text, format, offset);
  const { root } = readText(text, format).parsed;
  const owner = spot && nodeAtPointer(root, spot.ownerPath);
  if (!owner || spot.part !== 'value') return undefined;
  if (spot.range.start !== replace.start || spot.range.end !== replace.end) return undefined;
  const { machine, part, ownerPath, field, around } = spot;
  return { text, format, offset, caret, machine, part, owner, ownerPath, field, around };
}

/** An item of a list of objects begins with a key. */
const LISTS_OF_OBJECTS: ReadonlySet<string> = new Set(['Retry', 'Catch', 'Choices', 'Branches', 'And', 'Or']);

/** Where a text stands that is a part of a definition only. */
export interface Frame {
  readonly machine: StateMachine;
  readonly ownerPath: string;
  /** What the text is the value of; the whole text may be one scalar, and then stands in `owner`. */
  readonly field: string;
  readonly path: string;
  readonly owner: SyntaxNode;
}

/** Where a caret is in the JSON of a part of a definition. */
export function placeInFrame(text: string, offset: number, frame: Frame): Place | undefined {
  const caret = caretIn(text, offset, 'json');
  return caret && marked(text, 'json', offset, caret, '', frame);
}

function marked(
  text: string,
  format: TextFormat,
  offset: number,
  caret: Caret,
  colon: string,
  frame?: Frame,
): Place | undefined {
  const { start, end } = caret.replace;
  const followed = colon !== '' && /^\s*:/.test(text.slice(end));
  const mark = format === 'json' || colon === '' ? `"${MARK}"` : `${MARK}${followed ? '' : colon}`;
  const parsed = parseText(text.slice(0, start) + mark + text.slice(end), format);
  const found = parsed.root && findMark(parsed.root, start + 1, frame);
  if (!found) return undefined;
  if (caret.part === 'item' && colon === '' && LISTS_OF_OBJECTS.has(found.field)) {
    return marked(text, format, offset, caret, ':');
  }
  const machine = frame?.machine ?? buildModel(parsed);
  return { text, format, offset, caret, machine, ...found, around: aroundOf(machine, found.ownerPath) };
}

function findMark(root: SyntaxNode, offset: number, frame: Frame | undefined): Found | undefined {
  if (!frame) return find(root, offset, '', '');
  const { owner, ownerPath, field, path } = frame;
  return isMark(root) ? { part: 'value', owner, ownerPath, field } : find(root, offset, path, field);
}

type Found = Pick<Place, 'part' | 'owner' | 'ownerPath' | 'field'>;

/** The mark, found by its offset. */
function find(node: SyntaxNode, offset: number, path: string, field: string): Found | undefined {
  if (node.kind === 'object') {
    const property = node.properties.find((each) => each.start <= offset && offset <= each.end);
    if (!property) return undefined;
    if (property.key === MARK) return { part: 'key', owner: node, ownerPath: path, field: '' };
    const { key, value } = property;
    if (!value) return undefined;
    if (isMark(value)) return { part: 'value', owner: node, ownerPath: path, field: key };
    return find(value, offset, joinPointer(path, key), key);
  }
  if (node.kind === 'array') {
    const index = node.items.findIndex((each) => each.start <= offset && offset <= each.end);
    const item = node.items[index];
    if (!item) return undefined;
    if (isMark(item)) return { part: 'value', owner: node, ownerPath: path, field };
    return find(item, offset, joinPointer(path, index), field);
  }
  return undefined;
}

const isMark = (node: SyntaxNode): boolean => node.kind === 'scalar' && node.value === MARK;

/** The state and the scope that a pointer leads into. */
export function aroundOf(machine: StateMachine, pointer: string): Around {
  const segments = pointer === '' ? [] : pointer.slice(1).split('/');
  let scope: Scope = machine;
  let state: State | undefined;
  let from = 0;
  let path = '';
  segments.forEach((segment, index) => {
    path += `/${segment}`;
    const inner = findScope(machine, path as ScopePath);
    const own = findState(machine, path as StatePath);
    if (inner) scope = inner;
    if (own) state = own;
    if (inner || own) from = index + 1;
    if (inner) state = undefined;
  });
  const language = state?.queryLanguage ?? machine.QueryLanguage ?? 'JSONPath';
  return { scope, state, language, inside: segments.slice(from) };
}

/** The string of several lines that an offset is in: YAML's blocks. */
function inBlock(text: string, offset: number): Caret | undefined {
  const { root } = readText(text, 'yaml').parsed;
  const node = root && scalarAt(root, offset);
  if (!node || typeof node.value !== 'string') return undefined;
  const source = text.slice(node.start, node.end);
  if (!/^[|>]/.test(source)) return undefined;
  const lead = /^[|>][^\n]*\n\s*/.exec(source)?.[0].length ?? 0;
  const range: TextRange = { start: node.start, end: node.end };
  const inside = { start: node.start + lead, end: node.start + source.trimEnd().length };
  return offset < inside.start ? undefined : { replace: range, inside, quote: '', part: 'value' };
}

/** The scalar at an offset, its ends included. */
export function scalarAt(
  node: SyntaxNode,
  offset: number,
): Extract<SyntaxNode, { kind: 'scalar' }> | undefined {
  if (node.kind === 'scalar') return node;
  const values = node.kind === 'array' ? node.items : node.properties.map(({ value }) => value);
  for (const value of values) {
    if (!value || offset < value.start || offset > value.end) continue;
    const found = scalarAt(value, offset);
    if (found) return found;
  }
  return undefined;
}

/** What a parsed text says at a place, without anything put in: for what is there, not for what will be. */
export interface Spot {
  readonly parsed: ParsedText;
  readonly machine: StateMachine;
  readonly part: 'key' | 'value';
  readonly range: TextRange;
  readonly text: string;
  readonly ownerPath: string;
  readonly field: string;
  readonly around: Around;
}

/** The key or the scalar at an offset. */
export function spotAt(text: string, format: TextFormat, offset: number): Spot | undefined {
  const { parsed, machine } = readText(text, format);
  const visit = (node: SyntaxNode, path: string, field: string): Spot | undefined => {
    const spot = (part: Spot['part'], range: TextRange, value: string, at: string): Spot => ({
      parsed,
      machine,
      part,
      range: { start: range.start, end: range.end },
      text: value,
      ownerPath: path,
      field: at,
      around: aroundOf(machine, path),
    });
    if (node.kind === 'object') {
      const property = node.properties.find(({ start, end }) => start <= offset && offset <= end);
      if (!property) return undefined;
      const { key, keyRange, value } = property;
      if (offset <= keyRange.end) return spot('key', keyRange, key, key);
      if (!value || offset < value.start) return undefined;
      return value.kind === 'scalar'
        ? spot('value', value, String(value.value), key)
        : visit(value, joinPointer(path, key), key);
    }
    if (node.kind === 'array') {
      const index = node.items.findIndex(({ start, end }) => start <= offset && offset <= end);
      const item = node.items[index];
      if (!item) return undefined;
      return item.kind === 'scalar'
        ? spot('value', item, String(item.value), field)
        : visit(item, joinPointer(path, index), field);
    }
    return undefined;
  };
  return parsed.root && visit(parsed.root, '', '');
}
