import { useMemo } from 'react';
import type { FieldNotation, FieldQuestion, FieldSymbol, HoverText } from '../../../worker';
import { useWorkspaceActions, type Workspace } from '../../../workspace';
import { seenAt } from '../../parts';
import { useForm } from './form';

export type Named = Extract<FieldSymbol, { readonly type: 'symbol' }>;

/** A caret in what is typed. */
export interface Caret {
  readonly draft: string;
  readonly offset: number;
}

/** What the editor knows of places, asked of a field's draft. Nobody answers about what is not in the document. */
export interface FieldNames {
  hover(draft: string, offset: number): Promise<HoverText | undefined>;
  /** Waits until what was just typed is in the document; `unwritten` when it does not come there. */
  symbol(caret: Caret): Promise<FieldSymbol>;
  /** @returns why not; undefined when it is done */
  rename(symbol: Named, caret: Caret, name: string): Promise<string | undefined>;
}

/** What was typed last is in the document after a few of these, in milliseconds. */
const PAUSE = 60;
const TRIES = 8;

const CHANGED = 'The workflow has changed meanwhile. Close this and try again.';

/** @param at the field, within the form's object */
export function useFieldNames(at: string, notation: FieldNotation): FieldNames {
  const workspace = useWorkspaceActions();
  const { object } = useForm();
  return useMemo(() => {
    const questionOf = (draft: string, offset: number): FieldQuestion => {
      const { text, format } = workspace.store.getState().document;
      return { text, format, at: object + at, notation, draft, offset };
    };
    const symbolAt = ({ draft, offset }: Caret): Promise<FieldSymbol> =>
      workspace
        .askService('fieldSymbol', questionOf(draft, offset))
        .catch(() => ({ type: 'nothing' }) as const);
    return {
      hover: (draft, offset) => hoverAt(workspace, questionOf(draft, offset)).catch(() => undefined),
      async symbol(caret) {
        for (let tries = 0; tries < TRIES; tries++) {
          const found = await symbolAt(caret);
          if (found.type !== 'unwritten') return found;
          await new Promise((resolve) => setTimeout(resolve, PAUSE));
        }
        return { type: 'unwritten' };
      },
      async rename({ kind, name: old }, caret, name) {
        // The text may have changed while the name was typed: it is another place now, or means something else.
        const now = await symbolAt(caret);
        if (now.type !== 'symbol' || now.kind !== kind || now.name !== old) return CHANGED;
        return renameTo(workspace, now, name);
      },
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
  if (workspace.store.getState().document.version !== version) return CHANGED;
  workspace.document.applyEdits(plan.edits, plan.label, 'inspector');
  return undefined;
}
