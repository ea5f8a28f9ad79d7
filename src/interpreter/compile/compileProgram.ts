import type { Scope, State, StateDefinition, StateMachine } from '../../asl';
import type { SiteState } from '../history/eventSite';
import { JSONATA } from '../language/jsonata/jsonata';
import { JSON_PATH } from '../language/jsonPath/jsonPath';
import type { Language } from '../language/language.types';
import { type Program, type ProgramProblem, type ScopeProgram, StateKind, StateProgram } from '../program';
import { isDistributed } from './distributedMapWork';
import { compileRetriers } from './retriers';
import type { ScopeCompiler } from './scopeCompiler';
import { stateSites } from './sites';
import { compileWork } from './work';

/**
 * Compiles a definition: every path, template, rule and expression becomes a closure, once. A definition with
 * problems compiles, too: only an execution that reaches a problem fails.
 */
export function compileProgram(machine: StateMachine): {
  readonly program: Program;
  readonly problems: readonly ProgramProblem[];
} {
  const states: StateProgram[] = [];
  const problems: ProgramProblem[] = [];
  const compiler: ScopeCompiler = {
    scope: (scope, enclosingMap) => compileScope(scope, enclosingMap, states, problems, compiler),
  };
  const scope = compiler.scope(machine, undefined);
  return {
    program: { machine, scope, states, timeoutSeconds: machine.TimeoutSeconds },
    problems,
  };
}

function compileScope(
  scope: Scope,
  enclosingMap: SiteState | undefined,
  states: StateProgram[],
  problems: ProgramProblem[],
  compiler: ScopeCompiler,
): ScopeProgram {
  const byName = new Map<string, StateProgram>();
  const compiled = scope.states.map((state) => {
    const program = compileState(state, states.length, enclosingMap);
    states.push(program);
    byName.set(state.name, program);
    return { state, program };
  });
  for (const { state, program } of compiled) {
    link(state, program, byName, problems);
    compileWork(state, program, languageOf(state), byName, compiler);
  }
  const start = scope.StartAt === undefined ? undefined : byName.get(scope.StartAt);
  if (start === undefined) {
    const message =
      scope.StartAt === undefined ? 'is missing' : `“${scope.StartAt}” is not a state of its scope`;
    problems.push({ state: undefined, field: 'StartAt', message });
  }
  return { path: scope.path, start };
}

const languageOf = (state: State): Language => (state.queryLanguage === 'JSONata' ? JSONATA : JSON_PATH);

function compileState(state: State, ordinal: number, enclosingMap: SiteState | undefined): StateProgram {
  const { definition } = state;
  const { Type } = definition;
  const retriers = 'Retry' in definition ? compileRetriers(definition.Retry) : undefined;
  const kind = kindOf(definition);
  const flow = languageOf(state).flow(state);
  return new StateProgram(kind, state.path, state.name, ordinal, enclosingMap, flow, retriers, (site) =>
    stateSites(Type, site),
  );
}

function kindOf(definition: StateDefinition): StateKind {
  if (definition.Type === undefined) return StateKind.Unknown;
  if (definition.Type === 'Map' && isDistributed(definition)) return StateKind.DistributedMap;
  return StateKind[definition.Type];
}

/** Follows Next, Default and the catchers' Next to the states they name. */
function link(
  { path, definition, ...state }: State,
  program: StateProgram,
  byName: ReadonlyMap<string, StateProgram>,
  problems: ProgramProblem[],
): void {
  const target = (field: string, name: string | undefined): StateProgram | undefined => {
    if (name === undefined) return undefined;
    const found = byName.get(name);
    if (found === undefined)
      problems.push({ state: path, field, message: `“${name}” is not a state of its scope` });
    return found;
  };
  if (definition.Type === 'Succeed' || definition.Type === 'Fail') program.isTerminal = true;
  else if (definition.Type === 'Choice') program.next = target('Default', definition.Default);
  else {
    program.next = target('Next', definition.Next);
    program.isTerminal = definition.Next === undefined && definition.End === true;
  }
  if (!('Catch' in definition) || definition.Catch === undefined) return;
  const { catcherFlow } = state.queryLanguage === 'JSONata' ? JSONATA : JSON_PATH;
  program.catchers = definition.Catch.map((catcher, index) => ({
    errorEquals: catcher.ErrorEquals,
    next: target(`Catch[${index}].Next`, catcher.Next),
    flow: catcherFlow(catcher, index),
  }));
}
