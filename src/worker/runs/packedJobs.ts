import type { Json } from '../../asl';
import type { Job } from '../../interpreter';
import { Comparison, type Leaf, rebuilt, type Shape, shapeOf } from './leaves';

/**
 * A job that is another one of its list with other leaves: which one, counted over those that are there as they are, then the
 * number and the value of each leaf that is not as it was in the last job that was said to be like that one.
 */
type Likeness = readonly Leaf[];

/** Jobs of a list, in order. A plain list of jobs is one, too. */
export type PackedJobs = readonly (Job | Likeness)[];

/** A job that others may be like. */
interface Pattern {
  /** Its place among those that are there as they are. */
  readonly number: number;
  readonly shape: Shape;
  /** Those of the last job that was like it. */
  readonly leaves: Leaf[];
}

/** Patterns that a job is held against: those met last. */
const MOST_PATTERNS = 4;
/** Leaves of a pattern, and how many of them may differ: what is longer to say is said as it is. */
const MOST_LEAVES = 200;
const MOST_DIFFERENT = 12;

/** Thousands of answers of one service differ in a few texts: said so, they are a fraction as long. */
export function packJobs(jobs: readonly Job[]): PackedJobs {
  const patterns: Pattern[] = [];
  let whole = 0;
  return jobs.map((job) => {
    const known = likenessOf(job, patterns);
    if (known !== undefined) return known;
    const leaves: Leaf[] = [];
    const shape = shapeOf(job as unknown as Json, leaves, MOST_LEAVES);
    if (shape !== undefined) patterns.unshift({ number: whole, shape, leaves });
    if (patterns.length > MOST_PATTERNS) patterns.pop();
    whole++;
    return job;
  });
}

function likenessOf(job: Job, patterns: Pattern[]): Likeness | undefined {
  for (const [place, pattern] of patterns.entries()) {
    const comparison = new Comparison(pattern.leaves, MOST_DIFFERENT);
    if (!comparison.holds(job as unknown as Json, pattern.shape)) continue;
    const { found } = comparison;
    change(pattern.leaves, found, 0);
    if (place > 0) patterns.unshift(...patterns.splice(place, 1));
    return [pattern.number, ...found];
  }
  return undefined;
}

/** The jobs that were packed. */
export function unpackJobs(packed: PackedJobs): readonly Job[] {
  const whole: Job[] = [];
  const patterns = new Map<number, Pattern>();
  return packed.map((entry) => {
    if (!isLikeness(entry)) {
      whole.push(entry);
      return entry;
    }
    const number = Number(entry[0]);
    const pattern = patterns.get(number) ?? patternOf(number, whole[number]);
    patterns.set(number, pattern);
    change(pattern.leaves, entry, 1);
    return rebuilt(pattern.shape, pattern.leaves.values()) as unknown as Job;
  });
}

const isLikeness = (entry: Job | Likeness): entry is Likeness => Array.isArray(entry);

function patternOf(number: number, job: Job | undefined): Pattern {
  const leaves: Leaf[] = [];
  const shape = shapeOf(job as unknown as Json | undefined, leaves, Number.POSITIVE_INFINITY);
  if (shape === undefined) throw new RangeError(`no job numbered <${number}>`);
  return { number, shape, leaves };
}

/** @param changes numbers and values of leaves, from a place on */
function change(leaves: Leaf[], changes: readonly Leaf[], from: number): void {
  for (let at = from; at < changes.length; at += 2) leaves[Number(changes[at])] = changes[at + 1] ?? null;
}
