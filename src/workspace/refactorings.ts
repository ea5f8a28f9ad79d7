import type { StoreApi } from 'zustand/vanilla';
import type { StatePath } from '../asl';
import type { LanguageClient, RefactorCheck, Refactoring, RefactorReport } from '../worker';
import type { Clock } from './clock';
import type { CarryOut, EditOutcome } from './editing';
import type { ExecutionKeeper } from './execution';
import { selectedStates } from './selection';
import type { RefactoringKind, WorkspaceState } from './state';

export interface RefactorActions {
  /** Opens the dialog. @param states absent: what is selected */
  open(kind: RefactoringKind, states?: readonly StatePath[]): void;
  close(): void;
  /** What it would do to the text as it stands. */
  preview(refactoring: Refactoring): Promise<RefactorReport>;
  /** Runs the text as it stands and another one on the input of the last run, else of the next one. */
  check(after: string): Promise<RefactorCheck>;
  /** Does it, as one step of the undo log; a machine that is taken out is known from then on. */
  carryOut(refactoring: Refactoring): Promise<EditOutcome>;
}

interface Surroundings {
  readonly store: StoreApi<WorkspaceState>;
  readonly language: LanguageClient;
  readonly carryOut: CarryOut;
  readonly execution: ExecutionKeeper;
  readonly clock: Clock;
  readonly seed: () => number;
}

export function createRefactorings(around: Surroundings): RefactorActions {
  const { store, language, execution } = around;
  return {
    open: (kind, states = selectedStates(store.getState())) =>
      store.setState({ refactoring: { kind, states } }),
    close: () => store.setState({ refactoring: undefined }),
    preview(refactoring) {
      const { text, format } = store.getState().document;
      return language.refactor(text, format, refactoring);
    },
    async check(after) {
      const { document, execution: state } = store.getState();
      const { newRun } = await import('./runRequest');
      const input = state.run?.input ?? state.input;
      const { request } = newRun(document, { ...state, input }, around.clock.now(), around.seed());
      return language.checkRefactoring(request, after);
    },
    async carryOut(refactoring) {
      let machine: RefactorReport['machine'];
      const outcome = await around.carryOut(async ({ text, format }) => {
        const report = await language.refactor(text, format, refactoring);
        machine = report.machine;
        return report.plan;
      }, 'command');
      if (outcome.ok && machine) {
        const { machines } = store.getState().execution.services;
        const others = machines.filter(({ name }) => name !== machine?.name);
        const id = Math.max(0, ...machines.map((each) => each.id)) + 1;
        execution.setServices({ machines: [...others, { ...machine, id }] });
      }
      return outcome;
    },
  };
}
