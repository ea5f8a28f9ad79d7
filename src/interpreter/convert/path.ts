import { SyntaxProblem } from '../data/compiled.types';
import { parsePath } from '../data/path/parsePath';
import type { ParsedPath, Step } from '../data/path/pathSyntax.types';
import { isList, isNoList } from './assumptions';
import { data, given, literal, NotConvertible, operand, strictly, type Written } from './written';

/** What `$` is where a path stands; nothing: InputPath is null, and there is an empty object. */
export type Root = Written | undefined;

const PLAIN_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const RESERVED: ReadonlySet<string> = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function']);

/** A path as JSONata. Only those that lead to one place have a counterpart that is exact. */
export function writePath(text: string, root: Root): Written {
  const { root: start, steps } = parsed(text);
  switch (start.kind) {
    case 'input':
      if (root === undefined) {
        if (steps.length > 0) throw new NotConvertible(`${text} reads an input that InputPath has emptied.`);
        return literal('{}', 'object');
      }
      return walked(root, steps, text);
    case 'context':
      return walked(given('$states.context'), steps, text);
    case 'variable':
      return walked(data(`$${start.name}`), steps, text);
    case 'current':
      throw new NotConvertible(`${text} is not a path.`);
  }
}

/** The names that a path to a member of the input goes through; undefined when it is something else. */
export function namesOf(text: string): readonly string[] | undefined {
  const { root, steps } = parsed(text);
  if (root.kind !== 'input') return undefined;
  const names = steps.map((step) =>
    step.kind === 'names' && step.names.length === 1 ? step.names[0] : undefined,
  );
  const known = names.filter((name) => name !== undefined);
  return known.length === steps.length ? known : undefined;
}

function parsed(text: string): ParsedPath {
  const path = parsePath(text);
  if (path instanceof SyntaxProblem) throw new NotConvertible(`${text} is not a path: ${path.message}.`);
  return path;
}

function walked(from: Written, steps: readonly Step[], text: string): Written {
  if (steps.length === 0) return from;
  const assumes: string[] = [];
  let [way, type] = [operand(from), from.type];
  for (const step of steps) {
    const next = stepText(step, text);
    if (step.kind === 'indexes') assumes.push(...(type === 'list' ? [] : [isList(way)]));
    else if (type === undefined || type === 'list') assumes.push(...isNoList(way));
    way += next;
    type = undefined;
  }
  return { ...strictly(way, [from], { assumes }), maybe: true };
}

function stepText(step: Step, path: string): string {
  switch (step.kind) {
    case 'names': {
      const [name, ...others] = step.names;
      if (name === undefined || others.length > 0)
        throw new NotConvertible(`${path} picks several members into one object.`);
      return `.${memberName(name)}`;
    }
    case 'indexes': {
      const [index, ...others] = step.indexes;
      if (index === undefined || others.length > 0)
        throw new NotConvertible(
          `${path} picks several items, and JSONata gives a single one without its list.`,
        );
      return `[${index}]`;
    }
    default:
      throw new NotConvertible(`${path} ${REASONS[step.kind]}`);
  }
}

const REASONS: Readonly<Record<Exclude<Step['kind'], 'names' | 'indexes'>, string>> = {
  slice: 'takes a slice, which JSONata gives without its list when it is a single item.',
  wildcard: 'has a wildcard, which gives a list always; JSONata flattens lists and unpacks single items.',
  filter: 'has a filter, which gives a list always; JSONata flattens lists and unpacks single items.',
  descent: 'looks at every level (..), which JSONata does in another order and with other results.',
  function: 'calls a function of JSONPath, which counts missing and odd values in its own way.',
};

/** A name after a dot. */
export function memberName(name: string): string {
  if (name === '__proto__' || name === '')
    throw new NotConvertible(`JSONata cannot read a member named “${name}”.`);
  if (PLAIN_NAME.test(name) && !RESERVED.has(name)) return name;
  if (name.includes('`')) throw new NotConvertible(`JSONata cannot read a member named “${name}”.`);
  return `\`${name}\``;
}
