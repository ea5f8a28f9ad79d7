import type { StoreApi } from 'zustand/vanilla';
import type { EditIntent, EditResult, FixChoice, TransitionId } from '../asl';
import type { LanguageClient } from '../worker';
import type { ChangeOrigin, DocumentActions } from './document';
import type { SelectionActions } from './selection';
import type { DocumentState, WorkspaceState } from './state';
import type { UnderWay } from './underWay';
import type { Burst, Companion } from './undoLog';

/** Whether an intent was carried out; if not, why it may not be. */
export type EditOutcome =
  /** `onward`: the transition that goes on from what was added. */
  { readonly ok: true; readonly onward?: TransitionId } | { readonly ok: false; readonly reason: string };

export type Edit = (
  intent: EditIntent,
  origin?: ChangeOrigin,
  /** Undo takes all edits of one burst back together. */
  burst?: Burst,
) => Promise<EditOutcome>;

/** Writes what is planned on the text as it stands. */
export type CarryOut = (
  planFor: (document: DocumentState) => Promise<EditResult>,
  origin: ChangeOrigin,
  burst?: Burst,
  companion?: Companion,
) => Promise<EditOutcome>;

/** A plan that is outrun by this many writings of the text is given up. */
const MOST_TRIES = 5;

/**
 * Carries out what a user wants done to the workflow, and fixes: the language worker plans it on the text as it
 * stands, and plans again when the text was written meanwhile.
 */
export function createEdits(
  store: StoreApi<WorkspaceState>,
  language: LanguageClient,
  document: DocumentActions,
  selection: SelectionActions,
  underWay: UnderWay,
  warn: (message: string) => void,
): {
  readonly edit: Edit;
  readonly fix: (choice: FixChoice) => Promise<EditOutcome>;
  readonly carryOut: CarryOut;
} {
  const refuse = (reason: string): EditOutcome => {
    warn(reason);
    return { ok: false, reason };
  };
  const tryOut: CarryOut = async (planFor, origin, burst, companion) => {
    const { shown } = store.getState().shelf;
    try {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const before = store.getState().document;
        const plan = await planFor(before);
        if (store.getState().shelf.shown !== shown)
          return refuse('Another workflow came on show: nothing was changed.');
        if (store.getState().document.version !== before.version) continue;
        if (!plan.ok) return refuse(plan.reason);
        document.applyEdits(plan.edits, plan.label, origin, burst, companion);
        if (plan.select) selection.select(plan.select, 'edit');
        return { ok: true, ...(plan.onward === undefined ? {} : { onward: plan.onward }) };
      }
      return refuse('The text is changing too fast to edit the workflow. Try again when it rests.');
    } catch (error) {
      return refuse(error instanceof Error ? error.message : String(error));
    }
  };
  const carryOut: CarryOut = (...what) => underWay.add(tryOut(...what));
  return {
    carryOut,
    edit(intent, origin = 'canvas', burst = undefined) {
      let renaming: Companion | undefined;
      const planFor = async ({ text, format }: DocumentState) => {
        if (intent.type === 'renameState' && store.getState().execution.services.mocks) {
          const [{ mockRenaming }, { planMocks }] = await Promise.all([
            import('./mockNames'),
            import('./mocks'),
          ]);
          renaming = await mockRenaming({ store, language, planMocks, warn }, intent);
        }
        return language.planEdit(text, format, intent);
      };
      return carryOut(planFor, origin, burst, (to) => renaming?.(to));
    },
    fix: (choice) => {
      const { type } = store.getState().execution;
      return carryOut(({ text, format }) => language.planFixes(text, format, choice, type), 'command');
    },
  };
}
