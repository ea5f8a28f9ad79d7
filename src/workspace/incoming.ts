import type { FoundDefinition } from '../asl';
import type { LanguageClient } from '../worker';
import type { ExecutionActions } from './execution';
import type { NoticeActions } from './notices';
import type { TextSource } from './openText';

export type IncomingSource = Extract<TextSource, { readonly kind: 'paste' | 'file' }>;

interface Doors {
  /** @returns whether the text holds one */
  openHistory(text: string): Promise<boolean>;
  openText(text: string, source: TextSource): void;
  readonly execution: Pick<ExecutionActions, 'setServices'>;
  readonly notices: NoticeActions;
}

/** Opens what a text is that was pasted or dropped; the page says what it recognised and what it did with it. */
export function createIncoming(
  language: LanguageClient,
  { openText, openHistory, execution, notices }: Doors,
) {
  /** Of several, one is open; the notice leads to the next. */
  const openFound = (within: string, found: readonly FoundDefinition[], at: number) => {
    const one = found[at];
    if (!one) return;
    const name = one.name ?? 'workflow';
    openText(one.text, { kind: 'found', within, name, format: one.format });
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
        : undefined,
    );
  };

  return async (text: string, source: IncomingSource): Promise<void> => {
    // A worker that does not answer must not keep anybody from their text.
    const recognised = await language.recognise(text).catch(() => ({ kind: 'text' }) as const);
    switch (recognised.kind) {
      case 'definitions':
        openFound(recognised.source, recognised.found, 0);
        return;
      case 'mocks':
        execution.setServices({ mocks: { text } });
        notices.add('info', 'These are mocks: they answer the Tasks of the next run. See Services.');
        return;
      case 'history':
        if (!(await openHistory(text))) openText(text, source);
        return;
      default:
        openText(text, source);
    }
  };
}
