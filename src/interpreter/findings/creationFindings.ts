import {
  type Diagnostic,
  joinPointer,
  type ParsedText,
  type StateMachine,
  type StatePath,
  type SyntaxNode,
  type TextRange,
  toJson,
} from '../../asl';
import type { CreationDiagnostic } from '../creation/report';
import { validateDefinition } from '../creation/validateDefinition';
import { creationFixes } from './creationFixes';
import { faultIn } from './faultIn';
import type { Place } from './place.types';

/** AWS's code for every fault of a field: the same code says nothing about being the same fault. */
const ANY_FIELD = 'SCHEMA_VALIDATION_FAILED';

/**
 * What AWS would refuse at creation and our own rules do not say already, in AWS's words, at its place in the text.
 * Placeholders such as `${Table}` stand for anything: what is said of a value with one in it is left out.
 *
 * @param known our own findings
 * @param type what the definition is to be created as
 */
export function creationFindings(
  parsed: ParsedText,
  machine: StateMachine,
  known: readonly Diagnostic[],
  type: 'STANDARD' | 'EXPRESS',
): readonly Diagnostic[] {
  if (parsed.root?.kind !== 'object' || machine.states.length === 0) return [];
  const { diagnostics } = validateDefinition(JSON.stringify(toJson(parsed.root)), type);
  const errors = known.filter(({ severity }) => severity === 'error');
  return diagnostics.flatMap((found) => {
    const place = locate(parsed.root, found.location ?? '');
    if (place === undefined || hasPlaceholder(parsed.text, place.node)) return [];
    const range = faultIn(parsed.text, place.node, found) ?? rangeOf(place, found.message);
    const said = errors.some(
      (other) =>
        (other.range.start < range.end && range.start < other.range.end) ||
        (other.code === found.code && found.code !== ANY_FIELD && other.state === place.state),
    );
    return said ? [] : [diagnosticOf(found, place, range, machine)];
  });
}

/** Follows AWS's location, e.g. `/States/Choose/Choices[0]/Next`: names stand in it as they are, slashes and all. */
function locate(root: SyntaxNode | undefined, location: string): Place | undefined {
  if (root === undefined) return undefined;
  let place: Place = { node: root, pointer: '', keyRange: undefined, state: undefined, field: '' };
  let pointer = '';
  let rest = location === '/' ? '' : location;
  while (rest !== '') {
    const { node } = place;
    const item = /^\[(\d+)\]/.exec(rest);
    if (item && node.kind === 'array') {
      const next = node.items[Number(item[1])];
      if (!next) return place;
      pointer = joinPointer(pointer, Number(item[1]));
      place = { ...place, node: next, pointer, keyRange: undefined, field: `${place.field}${item[0]}` };
      rest = rest.slice(item[0].length);
      continue;
    }
    if (node.kind !== 'object' || !rest.startsWith('/')) return place;
    const property = node.properties
      .filter(({ key }) => rest.startsWith(key, 1) && /^(?:[/[]|$)/.test(rest.slice(1 + key.length)))
      .sort((a, b) => b.key.length - a.key.length)[0];
    if (!property?.value) return place;
    const isState = pointer.endsWith('/States');
    pointer = joinPointer(pointer, property.key);
    const field = place.field === '' ? property.key : `${place.field}/${property.key}`;
    place = {
      node: property.value,
      pointer,
      keyRange: property.keyRange,
      state: isState ? (pointer as StatePath) : place.state,
      field: isState ? '' : field,
    };
    rest = rest.slice(1 + property.key.length);
  }
  return place;
}

/** A field that is named in the words, else the value; of an object its name only. */
function rangeOf({ node, keyRange }: Place, message: string): TextRange {
  if (node.kind !== 'object') return node;
  const named = /[Ff]ield '([^']+)'/.exec(message)?.[1];
  const property = node.properties.find(({ key }) => key === named);
  if (property) return property.keyRange;
  return keyRange ?? { start: node.start, end: node.start + 1 };
}

const hasPlaceholder = (text: string, { kind, start, end }: SyntaxNode): boolean =>
  kind === 'scalar' && text.slice(start, end).includes('${');

function diagnosticOf(
  found: CreationDiagnostic,
  place: Place,
  range: TextRange,
  machine: StateMachine,
): Diagnostic {
  const { code, message } = found;
  const { state, field } = place;
  const fixes = creationFixes(found, place, machine);
  const where = field === '' ? '' : `${field}: `;
  return {
    code,
    severity: 'error',
    message: `AWS refuses this at creation. ${where}${message}${/[.!?]\s*$/.test(message) ? '' : '.'}`,
    range: { start: range.start, end: range.end },
    ...(state === undefined ? {} : { state }),
    ...(fixes.length === 0 ? {} : { fixes }),
  };
}
