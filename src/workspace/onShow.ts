import type { ExecutionState } from './state';

/** What the worker calls the run on show; a name that none has when nothing is. */
export const nameOnShow = ({ run }: Pick<ExecutionState, 'run'>): string => run?.child ?? run?.id ?? '';
