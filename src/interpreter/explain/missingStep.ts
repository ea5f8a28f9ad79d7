import {
  isJsonObject,
  JSONATA_FUNCTIONS,
  type Json,
  nearestName,
  type QueryLanguage,
  type TextRange,
} from '../../asl';
import { boundIn } from './boundIn';
import { type Chain, type ChainStep, chainsIn, stepText } from './chains';
import { shortened } from './described';

/** What a part of an expression comes to; undefined: nothing. */
export type WorthOf = (part: string) => Promise<Json | undefined>;

/** The step of an expression that leads nowhere. */
export interface MissingStep {
  readonly marked: TextRange;
  /** A sentence about what is there instead. */
  readonly reason: string;
  readonly chain: Chain;
  /** What to write in the chain's place, the likeliest first; each comes to something. */
  readonly meant: readonly string[];
}

/** Values that are looked into, and suggestions that are made, at most. */
const MOST_SEEN = 2_000;
const MOST_MEANT = 3;
const MOST_KEYS = 8;
/** Chains, and steps of one, that are followed: a definition may hold a million. */
const MOST_CHAINS = 100;
const MOST_STEPS = 40;
/** Chains without a value of which it is tried whether they are the reason. */
const MOST_TRIED = 8;

/**
 * The step of an expression's chains that finds nothing on the data, what is there instead, and what was probably meant
 * by it. Of several chains it is the first for whose sake the expression comes to nothing: `$exists(a) ? a : b` may well
 * name what is not there.
 *
 * @param expression without braces
 * @param variables that there are
 * @param isReason whether the expression comes to something when a chain of it does; absent: every chain has to
 */
export async function missingStep(
  expression: string,
  language: QueryLanguage,
  variables: readonly string[],
  worthOf: WorthOf,
  isReason?: (chain: Chain) => Promise<boolean>,
): Promise<MissingStep | undefined> {
  const bound = boundIn(expression);
  const lost: Lost[] = [];
  for (const chain of chainsIn(expression, language).slice(0, MOST_CHAINS)) {
    const head = expression.slice(chain.head.start, chain.head.end);
    const isFunction = FUNCTIONS.has(head) || /^\s*\(/.test(expression.slice(chain.end, chain.end + 20));
    if (bound.has(head) || (language === 'JSONata' && isFunction)) continue;
    const found = await lostIn(expression, chain, worthOf);
    if (found === undefined) continue;
    lost.push(found);
    if (isReason === undefined || lost.length >= MOST_TRIED) break;
  }
  if (lost.length === 0) return undefined;
  const meant =
    (lost.length > 1 && isReason && (await firstReason(lost, isReason))) || firstNeeded(expression, lost);
  if (meant === undefined) return undefined;
  return meant.step === undefined
    ? unknownName(expression, meant.chain, variables, worthOf)
    : missingIn(expression, language, meant, worthOf);
}

const FUNCTIONS: ReadonlySet<string> = new Set(JSONATA_FUNCTIONS.map(({ name }) => name));

/** A chain that comes to nothing: at its head, which no variable is, or at a step. */
type Lost = { readonly chain: Chain; readonly step?: undefined } | LostStep;
interface LostStep {
  readonly chain: Chain;
  readonly step: ChainStep;
  /** What the head is, and what the steps before come to. */
  readonly start: Json;
  readonly parent: Json;
}

async function lostIn(expression: string, chain: Chain, worthOf: WorthOf): Promise<Lost | undefined> {
  const head = expression.slice(chain.head.start, chain.head.end);
  const start = await worthOf(head);
  if (start === undefined) return /^\$\$?$/.test(head) ? undefined : { chain };
  let parent = start;
  for (const step of chain.steps.slice(0, MOST_STEPS)) {
    const value = await worthOf(expression.slice(chain.start, step.end));
    if (value === undefined) return { chain, step, start, parent };
    parent = value;
  }
  return undefined;
}

async function firstReason(
  lost: readonly Lost[],
  isReason: (chain: Chain) => Promise<boolean>,
): Promise<Lost | undefined> {
  for (const each of lost) if (await isReason(each.chain)) return each;
  return undefined;
}

/** Of several none of which is the reason alone, the first one that the expression does not ask for with care. */
function firstNeeded(expression: string, lost: readonly Lost[]): Lost | undefined {
  const asked = new Set(
    [...expression.matchAll(/\$exists\s*\(\s*([^()]*?)\s*\)/g)].map(([, text = '']) => text),
  );
  return lost.find(({ chain: { start, end } }) => !asked.has(expression.slice(start, end)));
}

async function missingIn(
  expression: string,
  language: QueryLanguage,
  { chain, step, start, parent }: LostStep,
  worthOf: WorthOf,
): Promise<MissingStep> {
  const head = expression.slice(chain.head.start, chain.head.end);
  const before = expression.slice(chain.start, step.start);
  const after = expression.slice(step.end, chain.end);
  const candidates = [
    ...nearHere(step.key, parent, language).map((written) => `${before}${written}${after}`),
    ...elsewhere(step.key, start, language).map((written) => `${head}${written}${after}`),
  ];
  return {
    marked: { start: step.start, end: step.end },
    reason: reasonOf(before, step.key, parent),
    chain,
    meant: await thatAre(candidates, worthOf),
  };
}

async function unknownName(
  expression: string,
  chain: Chain,
  variables: readonly string[],
  worthOf: WorthOf,
): Promise<MissingStep> {
  const head = expression.slice(chain.head.start, chain.head.end);
  const nearest = nearestName(head.slice(1), variables);
  const after = expression.slice(chain.head.end, chain.end);
  const candidates = nearest === undefined ? [] : [`$${nearest}${after}`];
  const known =
    variables.length === 0 ? 'There are no variables here.' : `There is ${listed(variables, '$')}.`;
  return {
    marked: chain.head,
    reason: `No variable ${head} has a value here. ${known}`,
    chain,
    meant: await thatAre(candidates, worthOf),
  };
}

async function thatAre(candidates: readonly string[], worthOf: WorthOf): Promise<readonly string[]> {
  const found: string[] = [];
  for (const candidate of new Set(candidates)) {
    if (found.length < MOST_MEANT && (await worthOf(candidate)) !== undefined) found.push(candidate);
  }
  return found;
}

function nearHere(key: string | number, parent: Json, language: QueryLanguage): readonly string[] {
  if (typeof key === 'number') {
    const last = Array.isArray(parent) ? parent.length - 1 : -1;
    return last < 0 ? [] : [`[${last}]`];
  }
  const written = stepText(key, language);
  if (Array.isArray(parent) && language === 'JSONPath')
    return written === undefined ? [] : [`[0]${written}`, `[*]${written}`];
  const nearest = nearestName(key, keysOf(parent));
  const step = nearest === undefined ? undefined : stepText(nearest, language);
  return step === undefined ? [] : [step];
}

/** Ways to the same name in other places, the shortest first. */
function elsewhere(key: string | number, start: Json, language: QueryLanguage): readonly string[] {
  if (typeof key === 'number') return [];
  const found: string[] = [];
  const open: [way: string, value: Json][] = [['', start]];
  for (let at = 0; at < open.length && at < MOST_SEEN && found.length < MOST_MEANT; at++) {
    const [way, value] = open[at] ?? ['', null];
    if (!isJsonObject(value)) continue;
    for (const [name, inner] of Object.entries(value)) {
      const step = stepText(name, language);
      if (step === undefined) continue;
      if (name === key) found.push(`${way}${step}`);
      if (open.length < MOST_SEEN) open.push([`${way}${step}`, inner]);
    }
  }
  return found;
}

/** JSONata takes a name of every item of a list. */
function keysOf(value: Json): readonly string[] {
  if (Array.isArray(value)) return [...new Set(value.slice(0, MOST_KEYS).flatMap(keysOf))];
  return isJsonObject(value) ? Object.keys(value) : [];
}

function reasonOf(before: string, key: string | number, parent: Json): string {
  if (Array.isArray(parent)) {
    const items = parent.length === 1 ? '1 item' : `${parent.length} items`;
    if (typeof key === 'number') return `${before} is a list of ${items}: there is none at [${key}].`;
    return `${before} is a list of ${items}, and “${key}” is in none of them or has to be taken from one.`;
  }
  if (!isJsonObject(parent))
    return `${before} is ${kindOf(parent)}, so there is no ${typeof key === 'number' ? `[${key}]` : `“${key}”`} in it.`;
  const keys = Object.keys(parent);
  if (typeof key === 'number') return `${before} is an object and no list, so there is no [${key}] in it.`;
  if (keys.length === 0) return `${before} has no “${key}”: it is empty.`;
  return `${before} has no “${key}”. It has ${listed(keys, '')}.`;
}

function kindOf(value: Json): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'a text';
  return typeof value === 'number' ? 'a number' : String(value);
}

function listed(names: readonly string[], mark: string): string {
  const shown = names
    .slice(0, MOST_KEYS)
    .map((name) => (mark === '' ? `“${shortened(name)}”` : `${mark}${shortened(name)}`));
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}
