import { isDeepStrictEqual } from 'node:util';
import {
  type Analysis,
  analyze,
  applyEdits,
  buildModel,
  type EditIntent,
  type EpochMs,
  invertEdits,
  isBroken,
  isJsonObject,
  type Json,
  layoutGraph,
  type NodeId,
  parseText,
  planEdit,
  planFixes,
  toJson,
} from '../../src/asl';
import { drawingFaults } from '../../src/asl/layout/testing/drawingFaults';
import {
  checkDefinition,
  compileProgram,
  createExecution,
  defaultSettings,
  runToEnd,
  validateDefinition,
} from '../../src/interpreter';
import { stubAnswer } from '../../src/services';
import { countStates } from './countStates';

/** `undefined`: it holds. `skipped`: it says nothing about this text. */
export type Outcome = undefined | { readonly skipped: string } | { readonly failed: string };

export interface Check {
  readonly name: string;
  /** Says nothing about texts that their own source calls wrong. */
  readonly validOnly?: boolean;
  readonly run: (text: string) => Outcome | Promise<Outcome>;
}

const failed = (reason: string): Outcome => ({ failed: reason });
const skipped = (reason: string): Outcome => ({ skipped: reason });

/** States entered at most by a run of the corpus: real workflows poll, and on stubs some poll for ever. */
const MOST_TRANSITIONS = 20_000;

/** What must hold of every text, from reading it to running it. */
export const CHECKS: readonly Check[] = [
  { name: 'parses', run: parses },
  { name: 'models', run: (text) => onReadable(text, models) },
  { name: 'draws', run: (text) => onReadable(text, (analysis) => draws(analysis, 'down')) },
  {
    name: 'draws from left to right',
    run: (text) => onReadable(text, (analysis) => draws(analysis, 'right')),
  },
  { name: 'draws the same in any order', run: (text) => onReadable(text, drawsInAnyOrder) },
  { name: 'renames and undoes', run: (text) => onReadable(text, renames) },
  { name: 'inserts and deletes', run: (text) => onReadable(text, insertsAndDeletes) },
  { name: 'is not called wrong', validOnly: true, run: (text) => onReadable(text, isNotCalledWrong) },
  { name: 'is fixed and unfixed', run: (text) => onReadable(text, isFixed) },
  { name: 'runs on stubs', run: (text) => onReadable(text, runs) },
];

function parses(text: string): Outcome {
  const parsed = parseText(text);
  const bad = parsed.problems.find(
    ({ range }) => range.start < 0 || range.end > text.length || range.start > range.end,
  );
  return bad ? failed(`a problem lies outside the text: ${bad.message}`) : undefined;
}

function onReadable(text: string, check: (analysis: Analysis) => Outcome | Promise<Outcome>) {
  const analysis = analyze(text);
  if (isBroken(analysis.parsed)) return skipped(`no readable text: ${analysis.parsed.problems[0]?.message}`);
  if (analysis.graph.scopes.every(({ nodes }) => nodes.every(({ kind }) => kind !== 'state'))) {
    return skipped('holds no states');
  }
  return check(analysis);
}

/** Every name under a States object of the machine is a node of the drawing. */
function models({ machine, graph }: Analysis): Outcome {
  const drawn = graph.scopes.flatMap(({ nodes }) => nodes).filter(({ kind }) => kind === 'state').length;
  const counted = countStates(machine.node ? toJson(machine.node) : null);
  return drawn === counted ? undefined : failed(`${counted} states in the text, ${drawn} drawn`);
}

function draws({ graph }: Analysis, direction: 'down' | 'right'): Outcome {
  const layout = layoutGraph(graph, { direction });
  const [fault] = graph.scopes.flatMap((scope) => drawingFaults(scope, layout));
  return fault === undefined ? undefined : failed(fault);
}

/** Where a state stands in the text says nothing of the workflow: the drawing does not depend on it. */
function drawsInAnyOrder({ machine, graph }: Analysis): Outcome {
  const value = machine.node && toJson(machine.node);
  if (!isJsonObject(value) || Object.hasOwn(value, '__proto__')) return skipped('is no object');
  const turned = JSON.stringify(withStatesReversed(value));
  const again = analyze(turned, 'json').graph;
  const [a, b] = [graph, again].map((each) => layoutGraph(each, { direction: 'down' }));
  const moved = Object.keys(a?.nodes ?? {}).find(
    (id) => !isDeepStrictEqual(a?.nodes[id as NodeId], b?.nodes[id as NodeId]),
  );
  return moved === undefined ? undefined : failed(`${moved} stands elsewhere when the states are reversed`);
}

function withStatesReversed(value: Json): Json {
  if (Array.isArray(value)) return value.map(withStatesReversed);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(([key, member]): [string, Json] => {
    const inside = withStatesReversed(member);
    if (key !== 'States' || !isJsonObject(inside)) return [key, inside];
    return [key, Object.fromEntries(Object.entries(inside).reverse())];
  });
  return Object.fromEntries(entries);
}

function plan(text: string, format: Analysis['parsed']['format'], intent: EditIntent) {
  const parsed = parseText(text, format);
  return planEdit({ parsed, machine: buildModel(parsed) }, intent);
}

function renames({ parsed, machine }: Analysis): Outcome {
  const { text, format } = parsed;
  const [first] = machine.states;
  if (!first) return skipped('holds no states');
  const result = planEdit(
    { parsed, machine },
    { type: 'renameState', state: first.path, name: 'A new name: "x" #1' },
  );
  if (!result.ok) return REFUSALS.test(result.reason) ? skipped(result.reason) : failed(result.reason);
  const changed = applyEdits(text, result.edits);
  const renamed = analyze(changed, format);
  if (!renamed.machine.states.some(({ name }) => name === 'A new name: "x" #1'))
    return failed('the name is not there');
  const back = applyEdits(changed, invertEdits(text, result.edits));
  return back === text ? undefined : failed('undo does not give the text back');
}

/** Reasons that are right: the text itself says that it cannot be edited in place. */
const REFUSALS = /alias|anchor|merge|placeholder|error|another problem/i;

function insertsAndDeletes({ parsed, graph, machine }: Analysis): Outcome {
  const { text, format } = parsed;
  const transition =
    graph.scopes[0]?.transitions.find(({ kind }) => kind.type === 'next') ?? graph.scopes[0]?.transitions[0];
  if (!transition) return skipped('has no transition');
  const inserted = planEdit(
    { parsed, machine },
    { type: 'insertState', on: transition.id, blueprint: { kind: 'state', stateType: 'Pass' } },
  );
  if (!inserted.ok)
    return REFUSALS.test(inserted.reason) ? skipped(inserted.reason) : failed(inserted.reason);
  if (!inserted.select) return failed('the new state is not selected');
  const withState = applyEdits(text, inserted.edits);
  const deleted = plan(withState, format, { type: 'deleteState', state: inserted.select });
  if (!deleted.ok) return failed(`inserted, but not deleted: ${deleted.reason}`);
  const after = applyEdits(withState, deleted.edits);
  const [before, now] = [text, after].map((value) => {
    const { root } = parseText(value, format);
    return root ? toJson(root) : undefined;
  });
  if (!isDeepStrictEqual(before, now)) return failed('inserting and deleting changed the definition');
  return after === text
    ? undefined
    : failed(`inserting and deleting changed the text: ${firstDifference(text, after)}`);
}

function firstDifference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return `${JSON.stringify(a.slice(at - 20, at + 40))} is now ${JSON.stringify(b.slice(at - 20, at + 40))}`;
}

/** What AWS would take is not called an error by our own rules. */
function isNotCalledWrong({ parsed }: Analysis): Outcome {
  if (!parsed.root || validateDefinition(JSON.stringify(toJson(parsed.root)), 'STANDARD').result !== 'OK') {
    return skipped('AWS would refuse it');
  }
  const wrong = checkDefinition(parsed.text, parsed.format, 'STANDARD').diagnostics.find(
    ({ severity }) => severity === 'error',
  );
  return wrong === undefined ? undefined : failed(`${wrong.code}: ${wrong.message}`);
}

/** Every fix takes its finding away and brings no other, and Undo gives the bytes back. */
function isFixed({ parsed }: Analysis): Outcome {
  const { text, format } = parsed;
  const check = (now: string) => checkDefinition(now, format, 'STANDARD').diagnostics;
  const before = check(text);
  const offered = before.flatMap((finding) => (finding.fixes ?? []).map((fix) => ({ finding, fix })));
  if (offered.length === 0) return skipped('nothing is to be fixed');
  for (const { finding, fix } of offered) {
    const { code, range } = finding;
    const plan = planFixes(text, format, { type: 'one', code, start: range.start, kind: fix.kind }, check);
    if (!plan.ok) {
      if (REFUSALS.test(plan.reason)) continue;
      return failed(`${fix.title}: ${plan.reason}`);
    }
    const after = applyEdits(text, plan.edits);
    const found = check(after);
    const [was, is] = [before, found].map((list) => list.filter((each) => each.code === code).length);
    if (is === undefined || was === undefined || is >= was)
      return failed(`${fix.title}: ${code} is still there`);
    const fresh = found.find((each) => each.severity !== 'info' && count(found, each) > count(before, each));
    if (fresh) return failed(`${fix.title}: brings ${fresh.code} ${fresh.message}`);
    if (applyEdits(after, invertEdits(text, plan.edits)) !== text) return failed(`${fix.title}: not undone`);
  }
  return undefined;
}

const count = (list: Analysis['diagnostics'], { code, severity }: Analysis['diagnostics'][number]): number =>
  list.filter((each) => each.code === code && each.severity === severity).length;

async function runs({ machine }: Analysis): Promise<Outcome> {
  const { program } = compileProgram(machine);
  const settings = defaultSettings({ startTime: Date.UTC(2026, 0, 1) as EpochMs, type: 'STANDARD' });
  const execution = createExecution(program, settings, {});
  const result = await runToEnd(execution, stubAnswer, { maxTransitions: MOST_TRANSITIONS });
  if (result === 'idle') return failed('the execution neither ended nor went on');
  if (result === 'budget') return undefined;
  const last = execution.history.event(execution.history.length - 1);
  return /^Execution(Succeeded|Failed|TimedOut|Aborted)$/.test(last.type)
    ? undefined
    : failed(`the history ends with ${last.type}`);
}
