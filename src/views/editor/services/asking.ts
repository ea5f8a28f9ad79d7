import type { editor, IPosition, IRange } from 'monaco-editor/editor/editor.api.js';
import type { TextRange } from '../../../asl';
import type { PlaceQuestion, SeenData, WithData } from '../../../worker';
import type { Workspace } from '../../../workspace';
import type { TextSync } from '../textSync';
import { seenAt } from './seenAt';

/** What Monaco's providers of one editor need: they ask the language worker and never fail. */
export interface Asking {
  readonly workspace: Workspace;
  /** An answer about the text as it stands; undefined when it is about another model or the text has changed. */
  ask<Answer>(
    model: editor.ITextModel,
    position: IPosition,
    question: (place: PlaceQuestion) => Promise<Answer>,
  ): Promise<Answer | undefined>;
  /** As `ask`, for what depends on the data at a state. */
  askWithData<Answer>(
    model: editor.ITextModel,
    position: IPosition,
    question: (place: PlaceQuestion) => Promise<WithData<Answer>>,
  ): Promise<Answer | undefined>;
  rangeOf(range: TextRange): IRange;
  offsetAt(position: IPosition): number;
}

export function createAsking(own: editor.ITextModel, workspace: Workspace, sync: TextSync): Asking {
  const { store } = workspace;
  const ask: Asking['ask'] = async (model, position, question) => {
    if (model !== own) return undefined;
    const { text, format, version } = store.getState().document;
    try {
      const answer = await question({ text, format, offset: sync.offsetAt(position) });
      return store.getState().document.version === version ? answer : undefined;
    } catch {
      // The worker is gone or could not answer: the editor does without.
      return undefined;
    }
  };
  return {
    workspace,
    ask,
    async askWithData(model, position, question) {
      const found = await ask(model, position, async (place) => {
        const first = await question(place);
        if (first.type === 'answer') return first;
        const seen: SeenData | null = await seenAt(workspace, first.state);
        return question({ ...place, seen });
      });
      return found?.type === 'answer' ? (found.answer ?? undefined) : undefined;
    },
    rangeOf: (range) => sync.rangeOf(range),
    offsetAt: (position) => sync.offsetAt(position),
  };
}
