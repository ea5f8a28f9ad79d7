import type { editor, IPosition, IRange } from 'monaco-editor/editor/editor.api.js';
import type { TextRange } from '../../../asl';
import type { PlaceQuestion, SeenData, WithData } from '../../../worker';
import type { Workspace } from '../../../workspace';
import { seenAt } from '../../parts';
import type { TextSync } from '../textSync';

/** What Monaco's providers of one editor need: they ask the language worker and never fail. */
export interface Asking {
  readonly workspace: Workspace;
  /** An answer about the text as it stands; undefined when it is about another model or the text has changed. */
  ask<Answer>(
    model: editor.ITextModel,
    position: IPosition,
    question: (place: PlaceQuestion) => Promise<Answer>,
  ): Promise<Answer | undefined>;
  /**
   * As `ask`, for what depends on the data at a state. It is also given when the user has typed on: Monaco narrows
   * suggestions down by what was typed meanwhile, and asks no second time.
   */
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
  async function asked<Answer>(
    model: editor.ITextModel,
    position: IPosition,
    question: (place: PlaceQuestion) => Promise<Answer>,
  ): Promise<Answer | undefined> {
    if (model !== own) return undefined;
    const { text, format } = store.getState().document;
    try {
      return await question({ text, format, offset: sync.offsetAt(position) });
    } catch {
      // The worker is gone or could not answer: the editor does without.
      return undefined;
    }
  }
  return {
    workspace,
    async ask(model, position, question) {
      const { version } = store.getState().document;
      const answer = await asked(model, position, question);
      return store.getState().document.version === version ? answer : undefined;
    },
    async askWithData(model, position, question) {
      const found = await asked(model, position, async (place) => {
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
