import type { StoreApi } from 'zustand/vanilla';
import type { FoundDefinition, Recognised } from '../asl';
import type { LanguageClient } from '../worker';
import type { AnswerActions } from './answers';
import type { DocumentActions } from './document';
import type { ExecutionKeeper } from './execution';
import type { NoticeActions } from './notices';
import type { TextSource } from './openText';
import type { ShelfActions } from './shelf/shelf.types';
import type { Offer, WorkspaceState } from './state';

export type IncomingSource = Extract<TextSource, { readonly kind: 'paste' | 'file' }>;

interface Doors {
  readonly store: StoreApi<WorkspaceState>;
  readonly document: Pick<DocumentActions, 'undo'>;
  /** Where several workflows are open. */
  shelf(): Promise<Pick<ShelfActions, 'open'>>;
  /** @returns whether the text holds one */
  openHistory(text: string): Promise<void>;
  openText(text: string, source: TextSource): void;
  readonly execution: Pick<ExecutionKeeper, 'setServices'>;
  answers(): Promise<AnswerActions>;
  readonly notices: NoticeActions;
}

/** Opens what a text is that was pasted or dropped; the page says what it recognised and what it did with it. */
export function createIncoming(
  language: Pick<LanguageClient, 'recognise'>,
  { store, document, shelf, openText, openHistory, execution, answers, notices }: Doors,
) {
  const sourceOf = (within: string, { name = 'workflow', format }: FoundDefinition) =>
    ({ kind: 'found', within, name, format }) as const;
  /** What was open stays open beside it. */
  const keepBoth = (within: string, one: FoundDefinition): Offer => {
    const { version } = store.getState().document;
    return {
      label: 'Open as another workflow',
      async take() {
        const { open } = await shelf();
        if (store.getState().document.version === version) document.undo();
        open([{ text: one.text, source: sourceOf(within, one) }]);
      },
    };
  };
  const openAll = (within: string, found: readonly FoundDefinition[], at: number): Offer => ({
    label: `Open all ${found.length}`,
    async take() {
      const { open } = await shelf();
      const others = found.filter((_, each) => each !== at);
      open(
        others.map((one) => ({ text: one.text, source: sourceOf(within, one) })),
        'behind',
      );
    },
  });
  /** Of several, one is open; the notice leads to the next. */
  const openFound = (within: string, found: readonly FoundDefinition[], at: number) => {
    const one = found[at];
    if (!one) return;
    const source = sourceOf(within, one);
    const { name } = source;
    openText(one.text, source);
    const next = found[(at + 1) % found.length];
    const others = found.length > 1 ? ` It holds ${found.length} state machines; “${name}” is open.` : '';
    notices.add(
      'info',
      [`Taken out of ${within}.${others}`, one.note].filter(Boolean).join(' '),
      found.length > 1 && next
        ? {
            label: `Open “${next.name ?? 'workflow'}”`,
            take: () => openFound(within, found, (at + 1) % found.length),
          }
        : keepBoth(within, one),
      found.length > 1 ? openAll(within, found, at) : undefined,
    );
  };

  const openAs = async (recognised: Recognised, text: string, source: IncomingSource): Promise<void> => {
    switch (recognised.kind) {
      case 'definitions':
        openFound(recognised.source, recognised.found, 0);
        return;
      case 'mocks':
        execution.setServices({ mocks: { text } });
        notices.add('info', 'These are mocks: they answer the Tasks of the next run. See Services.');
        return;
      case 'history':
        await openHistory(text);
        return;
      case 'execution':
      case 'test':
        (await answers()).show(recognised);
        return;
      case 'text':
        openText(text, source);
    }
  };

  /**
   * @param shown the workflow that was on show when it came
   * @param known what it is recognised as, where that was asked already
   */
  return async (text: string, source: IncomingSource, shown: string, known?: Recognised): Promise<void> => {
    // A worker that does not answer must not keep anybody from their text.
    const recognised = known ?? (await language.recognise(text).catch(() => ({ kind: 'text' }) as const));
    // Before the look at what is on show: another workflow may come while it is loaded.
    if (recognised.kind === 'execution' || recognised.kind === 'test') await answers();
    if (store.getState().shelf.shown === shown) return openAs(recognised, text, source);
    // It was meant for the one that was on show.
    notices.add('warning', 'Another workflow came on show: what was pasted or dropped was not opened.', {
      label: 'Open it here',
      take: () => void openAs(recognised, text, source),
    });
  };
}
