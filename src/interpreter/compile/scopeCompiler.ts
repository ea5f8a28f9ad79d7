import type { Scope } from '../../asl';
import type { SiteState } from '../history/eventSite';
import type { ScopeProgram } from '../program';

/** Compiles a scope inside a state. */
export interface ScopeCompiler {
  readonly scope: (scope: Scope, enclosingMap: SiteState | undefined) => ScopeProgram;
}

/** Stands for the processor of a Map that has none. */
export const NO_SCOPE: Pick<Scope, 'path' | 'states' | 'node'> = {
  path: '' as Scope['path'],
  states: [],
  node: undefined,
};
