import type { Engine } from '../engine';
import { enterState } from '../flow/enterState';
import { isStopped, stopState } from '../flow/failState';
import { LEADS_NOWHERE, leaveState } from '../flow/leaveState';
import type { Frame } from '../frame';
import type { Field, OutcomeFlow } from '../language/language.types';
import type { Evaluated } from '../language/visit.types';
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

/** A rule's own Assign and Output replace the state's. */
export function finishChoice(engine: Engine, frame: Frame, state: StateProgram): undefined {
  const payload = state.flow.payload(frame);
  if (isStopped(payload)) return stopState(engine, frame, payload);
  const taken = forcedOutcome(engine, frame, state) ?? takenOutcome(frame, state);
  if (isStopped(taken)) return stopState(engine, frame, taken);
  const { flow, next } = taken;
  if (next === undefined) return stopState(engine, frame, LEADS_NOWHERE);
  const output = flow.output(frame, payload);
  if (isStopped(output)) return stopState(engine, frame, output);
  const assigned = flow.assign?.(frame, payload);
  if (isStopped(assigned)) return stopState(engine, frame, assigned);
  leaveState(engine, frame, state, output, assigned, next);
}

/** Where a Choice goes, and what it does on the way: a rule, or for Default the state itself. */
interface Outcome {
  readonly flow: OutcomeFlow;
  readonly next: StateProgram | undefined;
}

/** The first rule that holds decides, later ones are not evaluated. */
function takenOutcome(frame: Frame, state: StateProgram): Evaluated<Outcome> {
  for (const rule of (state.work as ChoiceWork).rules) {
    const holds = rule.condition(frame);
    if (isStopped(holds)) return holds;
    if (holds) return rule;
  }
  return state;
}

/** The way that was chosen by hand for this visit. */
function forcedOutcome({ forced }: Engine, frame: Frame, state: StateProgram): Outcome | undefined {
  if (forced === undefined || forced.frame !== frame || forced.enteredEvent !== frame.enteredEvent)
    return undefined;
  return forced.rule === 'default' ? state : (state.work as ChoiceWork).rules[forced.rule];
}
