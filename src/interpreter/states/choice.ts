import type { Engine } from '../engine';
import { enterState } from '../flow/enterState';
import { isStopped, stopState } from '../flow/failState';
import { LEADS_NOWHERE, leaveState } from '../flow/leaveState';
import type { Frame } from '../frame';
import type { Field, OutcomeFlow } from '../language/language.types';
import type { StateProgram } from '../program';

export interface ChoiceRuleProgram {
  readonly condition: Field<boolean>;
  readonly flow: OutcomeFlow;
  next: StateProgram | undefined;
}

/** What a Choice decides; Default is the state's `next`. */
export interface ChoiceWork {
  readonly rules: readonly ChoiceRuleProgram[];
}

export function enterChoice(engine: Engine, frame: Frame, state: StateProgram): undefined {
  enterState(engine, frame, state);
  finishChoice(engine, frame, state);
}

/** The first rule that holds decides, later ones are not evaluated. A rule's own Assign and Output replace the state's. */
export function finishChoice(engine: Engine, frame: Frame, state: StateProgram): undefined {
  const payload = state.flow.payload(frame);
  if (isStopped(payload)) return stopState(engine, frame, payload);
  let flow: OutcomeFlow = state.flow;
  let { next } = state;
  for (const rule of (state.work as ChoiceWork).rules) {
    const holds = rule.condition(frame);
    if (isStopped(holds)) return stopState(engine, frame, holds);
    if (!holds) continue;
    flow = rule.flow;
    next = rule.next;
    break;
  }
  if (next === undefined) return stopState(engine, frame, LEADS_NOWHERE);
  const output = flow.output(frame, payload);
  if (isStopped(output)) return stopState(engine, frame, output);
  const assigned = flow.assign?.(frame, payload);
  if (isStopped(assigned)) return stopState(engine, frame, assigned);
  leaveState(engine, frame, state, output, assigned, next);
}
