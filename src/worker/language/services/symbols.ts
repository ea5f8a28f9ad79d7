import {
  allScopes,
  allStates,
  type EditResult,
  findScope,
  type ReadText,
  type Scope,
  type State,
  type TextFormat,
  type TextRange,
  writtenReferences,
} from '../../../asl';
import type { SymbolHere } from '../../services.types';
import { readText } from '../readText';
import { isData, isStates } from './objectFields';
import { expressionsOf, placedTokens } from './pieces';
import { type Spot, spotAt } from './place';
import { assignmentsOf, bareName, homeOf } from './variables';

/** The state or the variable that is named at an offset; undefined when none is. */
export function symbolAt(text: string, format: TextFormat, offset: number): SymbolHere | undefined {
  const spot = spotAt(text, format, offset);
  if (!spot) return undefined;
  return stateSymbol(text, spot) ?? variableSymbol(text, format, offset, spot);
}

const TARGETS: ReadonlySet<string> = new Set(['Next', 'Default', 'StartAt']);

/** The state that a spot names: by its key, or as a target. */
export function stateNamedAt({ part, text, field, around }: Spot): State | undefined {
  const { scope } = around;
  const names = part === 'key' ? isStates(around) : TARGETS.has(field) && !isData(around);
  return names ? scope.states.find(({ name }) => name === text) : undefined;
}

function stateSymbol(text: string, spot: Spot): SymbolHere | undefined {
  const state = stateNamedAt(spot);
  const scope = state && findScope(spot.machine, state.scope);
  if (!state || !scope) return undefined;
  return {
    kind: 'state',
    name: state.name,
    state: state.path,
    range: bare(text, spot.range),
    definitions: [bare(text, state.keyRange)],
    references: writtenReferences(spot.parsed, scope)
      .filter(({ target }) => target === state.name)
      .map((range) => bare(text, range))
      .sort((a, b) => a.start - b.start),
  };
}

function variableSymbol(
  text: string,
  format: TextFormat,
  offset: number,
  spot: Spot,
): SymbolHere | undefined {
  const read = readText(text, format);
  const here = variableAt(text, offset, spot, read);
  const home = here && homeOf(read.machine, spot.around.scope, here.name);
  if (!here || !home) return undefined;
  const { name, range } = here;
  return { kind: 'variable', name, range, ...usesOf(text, read, home, name) };
}

interface Named {
  readonly name: string;
  readonly range: TextRange;
}

function variableAt(
  text: string,
  offset: number,
  spot: Spot,
  { parsed, machine }: ReadText,
): Named | undefined {
  if (spot.part === 'key') {
    const assigned = allStates(machine)
      .flatMap(assignmentsOf)
      .find(({ keyRange }) => keyRange.start === spot.range.start);
    return assigned && { name: bareName(assigned.name), range: assignedName(text, assigned.keyRange) };
  }
  const [expression] = expressionsOf(parsed, machine, spot.range).filter(
    ({ start }) => start === spot.range.start,
  );
  if (!expression) return undefined;
  return placedTokens(text, expression)
    .flatMap((token) => variableIn(token) ?? [])
    .find(({ range }) => range.start - 1 <= offset && offset <= range.end);
}

/** The variable that a path begins with. */
function variableIn({ kind, text, start }: { kind: string; text: string; start: number }): Named | undefined {
  if (kind !== 'path') return undefined;
  const name = /^\$([A-Za-z_]\w*)/.exec(text)?.[1];
  if (name === undefined || name === 'states') return undefined;
  return { name, range: { start: start + 1, end: start + 1 + name.length } };
}

function usesOf(text: string, { parsed, machine }: ReadText, home: Scope, name: string) {
  const own = (scope: Scope): boolean => scope.path === home.path || scope.path.startsWith(`${home.path}/`);
  const definitions = allScopes(machine)
    .filter(own)
    .flatMap(({ states }) => states.flatMap(assignmentsOf))
    .filter((each) => each.name === name)
    .map(({ keyRange }) => assignedName(text, keyRange));
  const within = home.node ?? { start: 0, end: text.length };
  const references = expressionsOf(parsed, machine, within)
    .filter(({ value, around }) => own(around.scope) && !bindsItself(value, name))
    .flatMap((expression) => placedTokens(text, expression))
    .flatMap((token) => variableIn(token) ?? [])
    .filter((each) => each.name === name)
    .map(({ range }) => range);
  return { definitions, references };
}

/** JSONata that gives the name a meaning of its own. */
const bindsItself = (value: string, name: string): boolean =>
  new RegExp(`\\$${name}\\s*:=|function\\s*\\([^)]*\\$${name}\\b`).test(value);

const NAME = /^[\p{L}_][\p{L}\p{N}_]{0,79}$/u;

/** Another name for the variable at an offset, wherever it is written. */
export function renameVariable(text: string, format: TextFormat, offset: number, name: string): EditResult {
  const symbol = symbolAt(text, format, offset);
  if (symbol?.kind !== 'variable') return { ok: false, reason: 'There is no variable here.' };
  if (!NAME.test(name) || name === 'states') {
    return {
      ok: false,
      reason: `“${name}” cannot be a variable’s name: letters, digits and _ only, no digit first.`,
    };
  }
  const { machine } = readText(text, format);
  const taken = allStates(machine).some((state) => assignmentsOf(state).some((each) => each.name === name));
  if (taken && name !== symbol.name) {
    return { ok: false, reason: `There is a variable “${name}” already. Take another name.` };
  }
  const edits = [...symbol.definitions, ...symbol.references]
    .sort((a, b) => a.start - b.start)
    .map((range) => ({ range, text: name }));
  return { ok: true, edits, label: `Rename $${symbol.name} to $${name}` };
}

/** Without the quotes. */
function bare(text: string, { start, end }: TextRange): TextRange {
  const quoted = /["']/.test(text.charAt(start)) && end - start > 1;
  return quoted ? { start: start + 1, end: end - 1 } : { start, end };
}

/** An assigned variable's name, without quotes and `.$`. */
function assignedName(text: string, keyRange: TextRange): TextRange {
  const { start, end } = bare(text, keyRange);
  return { start, end: text.slice(start, end).endsWith('.$') ? end - 2 : end };
}
