import { isJsonObject, type Json } from '../json';
import { type FunctionHelp, INTRINSIC_FUNCTIONS, JSONATA_FUNCTIONS } from '../reference/functions';

/** What can be said at the caret: it takes the place of the text from `from` up to the caret. */
export interface Completions {
  readonly from: number;
  readonly items: readonly Completion[];
}
interface Completion {
  readonly label: string;
  readonly insert: string;
  /** The value in short, or a function's signature. */
  readonly detail: string;
}

/** The values that roots of paths have: `$`, `$$`, `$name`, `$states`. Undefined: there is one, its value is not known. */
export type PathRoots = ReadonlyMap<string, Json | undefined>;

const MOST = 60;
const JSONPATH_REFERENCE = /\$\$?[\w]*(?:\.[\w-]*|\[(?:\*|\d+)\])*$/;
const JSONATA_REFERENCE = /\$\w*(?:\.\w*|\[\d+\])*$/;

/** What may follow at the end of what is typed of an expression; undefined where nothing is known. */
export const completionsAt = (
  before: string,
  dialect: 'jsonpath' | 'jsonata',
  roots: PathRoots,
): Completions | undefined => (dialect === 'jsonpath' ? inJsonPath(before, roots) : inJsonata(before, roots));

function inJsonPath(before: string, roots: PathRoots): Completions | undefined {
  const call = /\bS[\w.]*$/.exec(before)?.[0];
  if (call !== undefined) return functions(INTRINSIC_FUNCTIONS, call, before.length);
  const reference = JSONPATH_REFERENCE.exec(before)?.[0];
  return reference === undefined ? undefined : inReference(reference, before.length, roots, stepJsonPath);
}

function inJsonata(before: string, roots: PathRoots): Completions | undefined {
  const reference = JSONATA_REFERENCE.exec(before)?.[0];
  if (reference === undefined) return undefined;
  const found = inReference(reference, before.length, roots, stepJsonata);
  if (reference.includes('.')) return found;
  const named = functions(JSONATA_FUNCTIONS, reference, before.length);
  const items = [...(found?.items ?? []), ...(named?.items ?? [])].slice(0, MOST);
  return items.length === 0 ? undefined : { from: before.length - reference.length, items };
}

function functions(known: readonly FunctionHelp[], typed: string, caret: number): Completions | undefined {
  const items = known
    .filter(({ name }) => name.toLowerCase().startsWith(typed.toLowerCase()))
    .map(({ name, signature, help }) => ({ label: signature, insert: `${name}(`, detail: help }));
  return items.length === 0 ? undefined : { from: caret - typed.length, items: items.slice(0, MOST) };
}

type Step = (value: Json | undefined, key: string) => Json | undefined;

function inReference(
  reference: string,
  caret: number,
  roots: PathRoots,
  step: Step,
): Completions | undefined {
  const dot = reference.lastIndexOf('.');
  if (dot < 0) return completions(reference, caret, [...roots]);
  const typed = reference.slice(dot + 1);
  const [root = '', ...keys] = reference.slice(0, dot).split(/\.|(?=\[)/);
  let value = roots.get(root);
  for (const key of keys) value = step(value, key);
  const owner = Array.isArray(value) && step === stepJsonata ? value[0] : value;
  return owner !== undefined && isJsonObject(owner)
    ? completions(
        typed,
        caret,
        Object.entries(owner).filter(([key]) => /^[A-Za-z_]\w*$/.test(key)),
      )
    : undefined;
}

function completions(
  typed: string,
  caret: number,
  known: readonly (readonly [string, Json | undefined])[],
): Completions | undefined {
  const wanted = typed.toLowerCase();
  const items = known
    .filter(([key]) => key.toLowerCase().startsWith(wanted) && key !== typed)
    .map(([key, value]) => ({ label: key, insert: key, detail: shortly(value) }));
  return items.length === 0 ? undefined : { from: caret - typed.length, items: items.slice(0, MOST) };
}

const stepJsonPath: Step = (value, key) => {
  const index = /^\[(\*|\d+)\]$/.exec(key)?.[1];
  if (index !== undefined) return Array.isArray(value) ? value[index === '*' ? 0 : Number(index)] : undefined;
  return value !== undefined && isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
};

/** A path into a list is a path into its items. */
const stepJsonata: Step = (value, key) =>
  Array.isArray(value) && !key.startsWith('[') ? stepJsonPath(value[0], key) : stepJsonPath(value, key);

const LONGEST = 40;

function shortly(value: Json | undefined): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return `list of ${value.length}`;
  if (isJsonObject(value)) return `object of ${Object.keys(value).length}`;
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
