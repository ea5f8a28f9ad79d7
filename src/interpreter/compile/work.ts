import type { MapState, ParallelState, State, TaskState } from '../../asl';
import { parseResource } from '../../asl';
import type { DistributedMapWork } from '../distributed/distributedWork';
import type { MapWork, ParallelWork } from '../flow/container';
import type { Language } from '../language/language.types';
import type { StateProgram } from '../program';
import type { ChoiceWork } from '../states/choice';
import type { FailWork } from '../states/fail';
import type { PassWork } from '../states/pass';
import type { WaitWork } from '../states/wait';
import { taskSites } from '../task/taskSites';
import type { TaskWork } from '../task/taskWork';
import { distributedMapWork, isDistributed } from './distributedMapWork';
import { NO_SCOPE, type ScopeCompiler } from './scopeCompiler';
import { siteOf } from './sites';

type Works =
  | DistributedMapWork
  | PassWork
  | ChoiceWork
  | WaitWork
  | FailWork
  | TaskWork
  | ParallelWork
  | MapWork
  | undefined;

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
        return isDistributed(definition)
          ? distributedMapWork(definition, program, language, compiler)
          : mapWork(definition, program, language, compiler);
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

function mapWork(
  definition: MapState,
  program: StateProgram,
  language: Language,
  compiler: ScopeCompiler,
): MapWork {
  return {
    processor: compiler.scope(definition.Processor ?? NO_SCOPE, program),
    items: language.items(definition),
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
