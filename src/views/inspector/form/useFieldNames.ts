import { useMemo } from 'react';
import type { FieldNotation, FieldQuestion, FieldSymbol, HoverText } from '../../../worker';
import { useWorkspaceActions, type Workspace } from '../../../workspace';
import { seenAt } from '../../parts';
import { useForm } from './form';

type Named = Extract<FieldSymbol, { readonly type: 'symbol' }>;

/** What the editor knows of places, asked of a field's draft. Nobody answers about what is not in the document. */
export interface FieldNames {
  hover(draft: string, offset: number): Promise<HoverText | undefined>;
  /** Waits until what was just typed is in the document. */
  symbol(draft: string, offset: number): Promise<Named | undefined>;
  /** @returns why not; undefined when it is done */
  rename(symbol: Named, name: string): Promise<string | undefined>;
}

/** What was typed last is in the document after a few of these, in milliseconds. */
const PAUSE = 60;
const TRIES = 8;

/** @param at the field, within the form's object */
export function useFieldNames(at: string, notation: FieldNotation): FieldNames {
  const workspace = useWorkspaceActions();
  const { object } = useForm();
  return useMemo(() => {
    const questionOf = (draft: string, offset: number): FieldQuestion => {
      const { text, format } = workspace.store.getState().document;
      return { text, format, at: object + at, notation, draft, offset };
    };
    return {
      hover: (draft, offset) => hoverAt(workspace, questionOf(draft, offset)).catch(() => undefined),
      async symbol(draft, offset) {
        for (let tries = 0; tries < TRIES; tries++) {
          const found = await workspace
            .askService('fieldSymbol', questionOf(draft, offset))
            .catch(() => ({ type: 'nothing' }) as const);
          if (found.type === 'symbol') return found;
          if (found.type === 'nothing') return undefined;
          await new Promise((resolve) => setTimeout(resolve, PAUSE));
        }
        return undefined;
      },
      rename: (symbol, name) => renameTo(workspace, symbol, name),
    };
  }, [workspace, object, at, notation]);
}

async function hoverAt(workspace: Workspace, question: FieldQuestion): Promise<HoverText | undefined> {
  const first = await workspace.askService('fieldHover', question);
  if (first.type === 'unwritten') return undefined;
  if (first.type === 'answer') return first.answer ?? undefined;
  const seen = await seenAt(workspace, first.state);
  const second = await workspace.askService('fieldHover', { ...question, seen });
  return second.type === 'answer' ? (second.answer ?? undefined) : undefined;
}

async function renameTo(
  workspace: Workspace,
  { state, offset }: Named,
  name: string,
): Promise<string | undefined> {
  if (state !== undefined) {
    const done = await workspace.edit({ type: 'renameState', state, name }, 'inspector');
    return done.ok ? undefined : done.reason;
  }
  const { text, format, version } = workspace.store.getState().document;
  const plan = await workspace.askService('renameVariable', { text, format, offset, name });
  if (!plan.ok) return plan.reason;
  if (workspace.store.getState().document.version !== version)
    return 'The workflow has changed meanwhile. Try again.';
  workspace.document.applyEdits(plan.edits, plan.label, 'inspector');
  return undefined;
}
