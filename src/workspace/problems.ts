import type { Diagnostic, StatePath } from '../asl';
import type { WorkspaceState } from './state';

/** Errors and warnings about a state. */
export interface StateProblems {
  readonly severity: 'error' | 'warning';
  readonly count: number;
  /** The first of the worst. */
  readonly message: string;
}

let last: { readonly of: readonly Diagnostic[]; readonly silenced: readonly string[] } | undefined;
let byState: ReadonlyMap<StatePath, StateProblems> = new Map();

/** What is wrong with a state, silenced findings and mere advice left out; undefined when nothing is. */
export function problemsOf(
  { analysis, drawing }: WorkspaceState,
  state: StatePath,
): StateProblems | undefined {
  const { diagnostics } = analysis;
  const { silenced } = drawing;
  // Every state on the canvas asks, at every change of the store: what changed is looked at once.
  if (last?.of !== diagnostics || last.silenced !== silenced) {
    last = { of: diagnostics, silenced };
    byState = collect(diagnostics.filter(({ code }) => !silenced.includes(code)));
  }
  return byState.get(state);
}

function collect(diagnostics: readonly Diagnostic[]): ReadonlyMap<StatePath, StateProblems> {
  const found = new Map<StatePath, StateProblems>();
  for (const { state, severity, message } of diagnostics) {
    if (state === undefined || severity === 'info') continue;
    const before = found.get(state);
    const worse = before === undefined || (severity === 'error' && before.severity === 'warning');
    found.set(
      state,
      worse ? { severity, message, count: (before?.count ?? 0) + 1 } : { ...before, count: before.count + 1 },
    );
  }
  return found;
}
