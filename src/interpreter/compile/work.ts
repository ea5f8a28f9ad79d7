import type { MapState, ParallelState, Scope, State, TaskState } from '../../asl';
import { parseResource } from '../../asl';
import type { MapWork, ParallelWork } from '../flow/container';
import type { SiteState } from '../history/eventSite';
import { runtimeFailure } from '../language/failures';
import type { Language } from '../language/language.types';
import type { ScopeProgram, StateProgram } from '../program';
import type { ChoiceWork } from '../states/choice';
import type { FailWork } from '../states/fail';
import type { PassWork } from '../states/pass';
import type { WaitWork } from '../states/wait';
import { taskSites } from '../task/taskSites';
import type { TaskWork } from '../task/taskWork';
import { siteOf } from './sites';

/** Compiles a scope inside a state. */
export interface ScopeCompiler {
  readonly scope: (scope: Scope, enclosingMap: SiteState | undefined) => ScopeProgram;
}

type Works = PassWork | ChoiceWork | WaitWork | FailWork | TaskWork | ParallelWork | MapWork | undefined;

/** Gives a state its work: what only its type needs. */
export function compileWork(
  state: State,
  program: StateProgram,
  language: Language,
  byName: ReadonlyMap<string, StateProgram>,
  compiler: ScopeCompiler,
): void {
  const { definition } = state;
  const work = (): Works => {
    switch (definition.Type) {
      case 'Pass':
        return { result: definition.Result };
      case 'Choice': {
        const conditions = language.conditions(definition);
        return {
          rules: definition.Choices.flatMap(({ Next }, index) => {
            const condition = conditions[index];
            const flow = language.ruleFlow(definition, index, program.flow);
            const next = Next === undefined ? undefined : byName.get(Next);
            return condition === undefined ? [] : [{ condition, flow, next }];
          }),
        };
      }
      case 'Wait':
        return { until: language.waitUntil(definition) };
      case 'Fail':
        return { error: language.error(definition), cause: language.cause(definition) };
      case 'Task':
        return taskWork(definition, program, language);
      case 'Parallel':
        return parallelWork(definition, program, compiler);
      case 'Map':
        return mapWork(definition, program, language, compiler);
      default:
        return undefined;
    }
  };
  program.work = work();
}

function taskWork(definition: TaskState, program: StateProgram, language: Language): TaskWork {
  const resource = parseResource(definition.Resource ?? '');
  return {
    resource,
    sites: taskSites(resource, program),
    timeoutSeconds: language.timeoutSeconds(definition),
    heartbeatSeconds: language.heartbeatSeconds(definition),
    roleArn: language.roleArn(definition),
    hasToken:
      resource.kind === 'activity' || (resource.kind === 'service' && resource.pattern !== 'requestResponse'),
  };
}

function parallelWork(
  definition: ParallelState,
  program: StateProgram,
  compiler: ScopeCompiler,
): ParallelWork {
  return {
    branches: definition.Branches.map((branch) => compiler.scope(branch, program.enclosingMap)),
    iteration: undefined,
    started: siteOf('ParallelStateStarted', program),
    succeeded: siteOf('ParallelStateSucceeded', program),
    failed: siteOf('ParallelStateFailed', program),
  };
}

/** Said instead of AWS's words about ItemsPath, which would mislead. */
const NO_READER = runtimeFailure(
  'An ItemReader cannot be read here. Give the Map its items through ItemsPath or Items instead.',
);

const NO_SCOPE: Pick<Scope, 'path' | 'states' | 'node'> = {
  path: '' as Scope['path'],
  states: [],
  node: undefined,
};

function mapWork(
  definition: MapState,
  program: StateProgram,
  language: Language,
  compiler: ScopeCompiler,
): MapWork {
  return {
    processor: compiler.scope(definition.Processor ?? NO_SCOPE, program),
    items: definition.ItemReader === undefined ? language.items(definition) : () => NO_READER,
    itemSelector: language.itemSelector(definition),
    limits: language.mapLimits(definition),
    started: siteOf('MapStateStarted', program),
    succeeded: siteOf('MapStateSucceeded', program),
    failed: siteOf('MapStateFailed', program),
    iteration: {
      started: siteOf('MapIterationStarted', program),
      succeeded: siteOf('MapIterationSucceeded', program),
      failed: siteOf('MapIterationFailed', program),
      aborted: siteOf('MapIterationAborted', program),
    },
  };
}
