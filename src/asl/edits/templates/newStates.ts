import type { JsonObject } from '../../json';
import type { StateMachine, StateType } from '../../model';
import { nameSource } from '../names';
import { actionTask } from './actions/action';
import { ACTIONS, type ActionId, type Blueprint, type PatternId } from './catalogue';
import { choice } from './choice';
import { fail } from './fail';
import { map } from './map';
import { parallel } from './parallel';
import { pass } from './pass';
import { patternStates } from './patterns/patternStates';
import { succeed } from './succeed';
import { task } from './task';
import type { Onward, Template, TemplateContext } from './template';
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

/** States that come in together; the first is the one that is led to. */
export interface NewStates {
  readonly states: readonly [NewState, ...NewState[]];
  /** The transition that goes on from them, as the end of its id: `next` of a state; absent when nothing may follow. */
  readonly onward?: { readonly state: string; readonly kind: 'next' | 'end' | 'default' };
}

/**
 * What a blueprint makes, in the machine's query language, under names that are free.
 * Actions are named after what they call: `Lambda: Invoke`, `Lambda: Invoke (2)`.
 */
export function newStates(machine: StateMachine, blueprint: Blueprint, onward: Onward): NewStates {
  const context = { language: machine.QueryLanguage ?? 'JSONPath', onward, nameFor: nameSource(machine) };
  switch (blueprint.kind) {
    case 'state':
      return blueprint.stateType === 'Choice'
        ? choiceStates(context)
        : plainState(blueprint.stateType, context);
    case 'action':
      return actionState(blueprint.action, context);
    case 'pattern':
      return statesOfPattern(blueprint.pattern, context);
  }
}

function plainState(type: StateType, context: TemplateContext): NewStates {
  const name = context.nameFor(type);
  const states = [{ name, definition: TEMPLATES[type](context) }] as const;
  return type === 'Succeed' || type === 'Fail'
    ? { states }
    : { states, onward: goingOn(name, context.onward) };
}

/** A Choice that is to go to End gets a Succeed state to go to: it cannot lead to End itself. */
function choiceStates({ language, onward, nameFor }: TemplateContext): NewStates {
  const name = nameFor('Choice');
  const goesOn = { state: name, kind: 'default' } as const;
  if ('Next' in onward) {
    return { states: [{ name, definition: choice({ language, onward, nameFor }) }], onward: goesOn };
  }
  const end = nameFor('Succeed');
  return {
    states: [
      { name, definition: choice({ language, onward: { Next: end }, nameFor }) },
      { name: end, definition: succeed({ language, onward, nameFor }) },
    ],
    onward: goesOn,
  };
}

function actionState(action: ActionId, { language, onward, nameFor }: TemplateContext): NewStates {
  const name = nameFor(ACTIONS.find(({ id }) => id === action)?.name ?? action);
  const definition = { ...actionTask(action, language), ...onward };
  return { states: [{ name, definition }], onward: goingOn(name, onward) };
}

function statesOfPattern(pattern: PatternId, { language, onward, nameFor }: TemplateContext): NewStates {
  const fragment = [...patternStates(pattern, language, nameFor)];
  const exit = fragment.find(([, { End }]) => End === true)?.[0];
  const [first, ...others] = fragment.map(([name, definition]) => ({
    name,
    definition: ledOn(definition, onward),
  }));
  if (!first || exit === undefined) throw new RangeError(`<${pattern}> has no way through it`);
  return { states: [first, ...others], onward: goingOn(exit, onward) };
}

/** A state whose end leads on. */
function ledOn(definition: JsonObject, onward: Onward): JsonObject {
  if (!('Next' in onward) || definition.End !== true) return definition;
  const entries = Object.entries(definition).map(([key, value]) =>
    key === 'End' ? ['Next', onward.Next] : [key, value],
  );
  return Object.fromEntries(entries) as JsonObject;
}

const goingOn = (state: string, onward: Onward) =>
  ({ state, kind: 'Next' in onward ? 'next' : 'end' }) as const;
