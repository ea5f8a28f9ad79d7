import {
  childScopes,
  type Diagnostic,
  isJsonObject,
  type JsonObject,
  joinPointer,
  type ObjectNode,
  type Scope,
  type State,
  type StateMachine,
  type StatePath,
  type SyntaxNode,
  type TextFormat,
  type TextRange,
  toJson,
} from '../../asl';
import type { ExecutionType } from '../analysis.types';
import type { FieldFinding, MachineDetail, StateDetail } from '../inspect.types';
import { checkText } from './readText';
import { variablesAssignedBy } from './variablesAssignedBy';

/** @returns undefined when there is no such state, or it is no object */
export function describeState(
  text: string,
  format: TextFormat,
  path: StatePath,
  type: ExecutionType,
): StateDetail | undefined {
  const { machine, diagnostics } = checkText(text, format, type);
  const found = scopesTo(machine, path);
  if (!found?.state.node) return undefined;
  const { state, around } = found;
  const node = found.state.node;
  return {
    path,
    name: state.name,
    type: state.definition.Type,
    queryLanguage: state.queryLanguage,
    definition: jsonObject(node),
    siblings: (around.at(-1)?.states ?? []).map(({ name }) => name),
    variables: [...new Set(around.flatMap(({ states }) => states.flatMap(variablesAssignedBy)))].sort(),
    findings: fieldFindings(
      node,
      diagnostics.filter((finding) => finding.state === path),
    ),
  };
}

/** The machine's own fields. */
export function describeMachine(
  text: string,
  format: TextFormat,
  type: ExecutionType,
): MachineDetail | undefined {
  const { machine, diagnostics } = checkText(text, format, type);
  if (!machine.node) return undefined;
  const { States, ...definition } = jsonObject(machine.node);
  const own = diagnostics.filter(({ state }) => state === undefined);
  return {
    definition,
    states: machine.states.map(({ name }) => name),
    findings: fieldFindings(machine.node, own),
  };
}

interface Found {
  readonly state: State;
  /** The scopes around it, the machine first. */
  readonly around: readonly Scope[];
}

function scopesTo(machine: StateMachine, path: StatePath): Found | undefined {
  const visit = (scope: Scope, outer: readonly Scope[]): Found | undefined => {
    const around = [...outer, scope];
    for (const state of scope.states) {
      if (state.path === path) return { state, around };
      if (!path.startsWith(`${state.path}/`)) continue;
      for (const child of childScopes(state)) {
        const found = visit(child, around);
        if (found) return found;
      }
    }
    return undefined;
  };
  return visit(machine, []);
}

const isInside = (outer: TextRange, inner: TextRange): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** What is marked at a state's name, outside its object, is about the state as a whole. */
function fieldFindings(object: ObjectNode, findings: readonly Diagnostic[]): readonly FieldFinding[] {
  return findings.map(({ range, code, severity, message, fixes = [] }) => {
    const field = isInside(object, range) ? fieldAt(object, range.start, '') : '';
    const offered = fixes.map(({ kind, title }) => ({ kind, title }));
    return { field, code, severity, message, start: range.start, fixes: offered };
  });
}

/** The innermost named value or item around an offset. */
function fieldAt(node: SyntaxNode, offset: number, at: string): string {
  if (node.kind === 'object') {
    const property = node.properties.find(({ start, end }) => start <= offset && offset < end);
    if (!property) return at;
    const place = joinPointer(at, property.key);
    return property.value ? fieldAt(property.value, offset, place) : place;
  }
  if (node.kind === 'array') {
    const index = node.items.findIndex(({ start, end }) => start <= offset && offset < end);
    const item = node.items[index];
    return item ? fieldAt(item, offset, joinPointer(at, index)) : at;
  }
  return at;
}

function jsonObject(node: ObjectNode): JsonObject {
  const value = toJson(node);
  return isJsonObject(value) ? value : {};
}
