import { buildModel, isBroken, type JsonObject, parseText } from '../../asl';
import { compileProgram } from '../compile/compileProgram';
import type { Engine } from '../engine';
import type { Job, ManualChange, RuleNumber } from '../execution.types';
import { jsonSizeAtMost } from '../flow/jsonSize';
import type { Frame } from '../frame';
import { StateKind } from '../program';
import type { ChoiceWork } from '../states/choice';
import { rebase } from './rebase';

/** Whether a job is somebody's change, which AWS does not have. */
export const isManual = (job: Job): job is Extract<Job, ManualChange> =>
  job.type === 'amend' || job.type === 'forceChoice' || job.type === 'rebase';

/**
 * Takes a hand in an execution that stands before a state.
 * @returns a sentence that says why nothing was changed
 */
export function applyChange(engine: Engine, change: ManualChange): string | undefined {
  if (change.type === 'rebase') return goOnWith(engine, change);
  const frame = engine.entering;
  if (frame?.state === undefined) return 'The run does not stand before a state.';
  return change.type === 'amend' ? amend(engine, frame, change) : force(engine, frame, change.rule);
}

function amend(
  engine: Engine,
  frame: Frame,
  { input, variables }: Extract<ManualChange, { readonly type: 'amend' }>,
): undefined {
  const changesInput = input !== undefined;
  if (changesInput) frame.input = input;
  if (variables !== undefined) assign(frame, variables);
  engine.addMark({
    type: 'amend',
    ...placeOf(engine, frame),
    changesInput,
    changed: Object.keys(variables ?? {}),
    ...(variables === undefined ? {} : { variables: inSight(frame) }),
  });
}

/** As Assign does: in the frame's own scope, where they hide those of the same name around it. */
function assign(frame: Frame, variables: JsonObject): void {
  frame.variables ??= new Map();
  for (const [name, value] of Object.entries(variables)) {
    frame.variables.set(name, value);
    frame.execution.variableBytesAtMost += jsonSizeAtMost(value);
  }
}

function inSight(frame: Frame): JsonObject {
  const found = new Map<string, JsonObject[string]>();
  for (let at: Frame | undefined = frame; at !== undefined; at = at.parent) {
    for (const [name, value] of at.variables ?? []) if (!found.has(name)) found.set(name, value);
  }
  return Object.fromEntries(found);
}

function force(engine: Engine, frame: Frame, rule: RuleNumber): string | undefined {
  const { state } = frame;
  if (state?.kind !== StateKind.Choice) return 'The run does not stand before a Choice.';
  const outcome = rule === 'default' ? state : (state.work as ChoiceWork).rules[rule];
  if (outcome === undefined) return `“${state.name}” has no such rule.`;
  if (outcome.next === undefined)
    return rule === 'default'
      ? `“${state.name}” has no Default.`
      : `That rule of “${state.name}” leads nowhere.`;
  engine.forced = { frame, enteredEvent: frame.execution.length + 1, rule };
  engine.addMark({ type: 'forceChoice', ...placeOf(engine, frame), rule });
  return undefined;
}

function goOnWith(
  engine: Engine,
  { text, format }: Extract<ManualChange, { readonly type: 'rebase' }>,
): string | undefined {
  const parsed = parseText(text, format);
  const machine = buildModel(parsed);
  if (isBroken(parsed) || machine.states.length === 0) return 'The edited definition cannot be read.';
  const problem = rebase(engine, compileProgram(machine).program);
  if (problem === undefined) engine.addMark({ type: 'rebase', position: engine.log.length });
  return problem;
}

const placeOf = ({ log }: Engine, { state }: Frame) => ({
  position: log.length,
  ...(state === undefined ? {} : { state: state.path }),
});
