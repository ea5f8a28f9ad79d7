import { isDeepStrictEqual } from 'node:util';
import {
  type Analysis,
  allStates,
  analyze,
  type EditIntent,
  isBroken,
  planEdit,
  type State,
  type TextFormat,
  toJson,
} from '../../src/asl';
import { openTestWorkspace } from '../../src/workspace/testing/testWorkspace';
import { countStates } from '../corpus/countStates';
import { randomIntent } from './gestures';
import type { Random } from './random';
import { randomTyping } from './typing';

/** What was done and not refused, by kind. */
export type Tally = Map<string, number>;

export class Fault extends Error {
  /**
   * @param last what was done last
   * @param before the text before it
   */
  constructor(
    what: string,
    readonly last: string,
    readonly before: string,
  ) {
    super(what);
  }
}

/** Characters: copies of copies would be all there is. */
const MOST_GROWTH = 12_000;

/** Milliseconds between two things a user does: no burst of typing joins them. */
const PAUSE = 1000;

/**
 * Does `steps` random things to a document: gestures and forms, typing, undo, redo. After each, a text that could be
 * read can be read, the graph holds every state of the text, and states that a gesture did not mean keep their bytes.
 * At the end everything is undone, to the first byte, and done again, to the last.
 *
 * @throws Fault when any of it does not hold
 */
export async function runSession(
  random: Random,
  text: string,
  format: TextFormat,
  steps: number,
  tally: Tally,
): Promise<void> {
  const { document, store, clock } = await openTestWorkspace('');
  document.reset({ text, format, name: 'fuzz' });
  const now = () => store.getState().document.text;
  let last = 'open';
  let before = text;
  const check = (holds: boolean, what: string) => {
    if (!holds) throw new Fault(what, last, before);
  };
  const count = (what: string) => tally.set(what, (tally.get(what) ?? 0) + 1);
  const look = (): Analysis => {
    const analysis = analyze(now(), format);
    const { root } = analysis.parsed;
    if (!isBroken(analysis.parsed) && root?.kind === 'object') {
      check(
        drawnStates(analysis) === countStates(toJson(root)),
        'the graph does not hold the states of the text',
      );
    }
    return analysis;
  };

  let analysis = look();
  for (let step = 0; step < steps; step++) {
    clock.pass(PAUSE);
    before = now();
    const kind =
      now().length > text.length + MOST_GROWTH ? 'undo' : nextKind(random, !isBroken(analysis.parsed));
    if (kind === 'gesture') {
      const intent = randomIntent(random, analysis);
      if (!intent) continue;
      last = JSON.stringify(intent);
      const plan = planEdit({ parsed: analysis.parsed, machine: analysis.machine }, intent);
      if (!plan.ok) {
        check(plan.reason.trim() !== '', 'a gesture is refused without a reason');
        count(`${intent.type} refused`);
        continue;
      }
      count(intent.type);
      document.applyEdits(plan.edits, plan.label, intent.type === 'setFields' ? 'inspector' : 'canvas');
      const was = analysis;
      analysis = look();
      check(!isBroken(analysis.parsed), 'after a gesture the text cannot be read');
      for (const path of disturbed(was, analysis, intent)) check(false, `${path} was written anew`);
      const there = new Set<string>(allStates(analysis.machine).map(({ path }) => path));
      check(plan.select === undefined || there.has(plan.select), 'what is selected is not there');
    } else {
      last = kind;
      count(kind);
      if (kind === 'undo') document.undo();
      else if (kind === 'redo') document.redo();
      else {
        const typed = randomTyping(random, before);
        last = `type ${JSON.stringify(typed)}`;
        document.applyEdits([typed], 'Typing', 'editor');
      }
      analysis = look();
    }
  }

  last = 'undo and redo of everything';
  const end = now();
  let undone = 0;
  while (document.undo()) undone++;
  check(now() === text, 'undoing everything does not give the first text');
  for (let entry = 0; entry < undone; entry++) document.redo();
  check(now() === end, 'doing everything again does not give the last text');
}

/** A text that cannot be read is soon taken back; otherwise the rest of the session would be spent on it. */
function nextKind(random: Random, readable: boolean): 'gesture' | 'type' | 'undo' | 'redo' {
  if (!readable) return random.chance(80) ? 'undo' : 'type';
  const roll = random.below(100);
  if (roll < 74) return 'gesture';
  if (roll < 84) return 'type';
  return roll < 94 ? 'undo' : 'redo';
}

const drawnStates = ({ graph }: Analysis): number =>
  graph.scopes.reduce((sum, { nodes }) => sum + nodes.filter(({ kind }) => kind === 'state').length, 0);

/**
 * Paths of states that say the same as before at the same place, and yet are written otherwise. Setting a field to what
 * it was is asked for, and so is that items change places that say the same and are written differently.
 */
function disturbed(was: Analysis, is: Analysis, intent: EditIntent): readonly string[] {
  const before = new Map<string, State>(allStates(was.machine).map((state) => [state.path, state]));
  return allStates(is.machine).flatMap((state) => {
    const old = before.get(state.path);
    if (!old?.node || !state.node) return [];
    const same = isDeepStrictEqual(toJson(old.node), toJson(state.node));
    if (!same || isMeant(intent, state)) return [];
    const [a, b] = [written(was, old), written(is, state)];
    return a === b ? [] : [state.path];
  });
}

function isMeant(intent: EditIntent, { path }: State): boolean {
  if (intent.type === 'reorderItems') return intent.list.startsWith(`${path}/`);
  return 'object' in intent && intent.object === path;
}

/** A block of YAML ends with the line end after it, or not: that is not its own. */
const written = ({ parsed }: Analysis, { node }: State): string | undefined =>
  node && parsed.text.slice(node.start, node.end).trimEnd();
