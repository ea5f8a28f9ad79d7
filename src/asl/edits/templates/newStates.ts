import type { JsonObject } from '../../json';
import type { StateMachine, StateType } from '../../model';
import { nameSource } from '../names';
import { choice } from './choice';
import { fail } from './fail';
import { map } from './map';
import { parallel } from './parallel';
import { pass } from './pass';
import { succeed } from './succeed';
import { task } from './task';
import type { Onward, Template } from './template';
import { wait } from './wait';

const TEMPLATES: Readonly<Record<StateType, Template>> = {
  Task: task,
  Pass: pass,
  Wait: wait,
  Choice: choice,
  Succeed: succeed,
  Fail: fail,
  Parallel: parallel,
  Map: map,
};

export interface NewState {
  readonly name: string;
  readonly definition: JsonObject;
}

/**
 * A new state of a type in the machine's query language, under a name that is free, and the states it cannot
 * be without: a Choice that is to go to End gets a Succeed state to go to. The new state comes first.
 */
export function newStates(
  machine: StateMachine,
  type: StateType,
  onward: Onward,
): readonly [NewState, ...NewState[]] {
  const nameFor = nameSource(machine);
  const language = machine.QueryLanguage ?? 'JSONPath';
  const name = nameFor(type);
  if (type !== 'Choice' || 'Next' in onward) {
    return [{ name, definition: TEMPLATES[type]({ language, onward, nameFor }) }];
  }
  const end = nameFor('Succeed');
  return [
    { name, definition: choice({ language, onward: { Next: end }, nameFor }) },
    { name: end, definition: succeed({ language, onward, nameFor }) },
  ];
}
