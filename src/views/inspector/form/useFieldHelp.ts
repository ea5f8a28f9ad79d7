import { useCallback } from 'react';
import type { FieldHelp, FieldNotation, FieldQuestion } from '../../../worker';
import { useWorkspaceActions } from '../../../workspace';
import { seenAt } from '../../parts';
import { useForm } from './form';

/** What is known of a caret in a draft; undefined when nothing is, or nobody answers. */
export type AskFieldHelp = (draft: string, offset: number) => Promise<FieldHelp | undefined>;

/**
 * Asks about carets in a field as the editor asks about places of the text.
 *
 * @param at the field, within the form's object
 */
export function useFieldHelp(at: string, notation: FieldNotation): AskFieldHelp {
  const workspace = useWorkspaceActions();
  const { object } = useForm();
  return useCallback(
    async (draft, offset) => {
      const { text, format } = workspace.store.getState().document;
      const question: FieldQuestion = { text, format, at: object + at, notation, draft, offset };
      try {
        const first = await workspace.askService('fieldHelp', question);
        if (first.type === 'answer') return first.answer ?? undefined;
        const seen = await seenAt(workspace, first.state);
        const second = await workspace.askService('fieldHelp', { ...question, seen });
        return second.type === 'answer' ? (second.answer ?? undefined) : undefined;
      } catch {
        // The worker is gone or could not answer: the field does without.
        return undefined;
      }
    },
    [workspace, object, at, notation],
  );
}
