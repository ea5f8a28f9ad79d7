import type { StoreApi } from 'zustand/vanilla';
import type { LanguageClient, RecordedRun } from '../../worker';
import type { ExecutionKeeper } from '../execution';
import type { NoticeActions } from '../notices';
import type { TextSource } from '../openText';
import type { RunSummary, WorkspaceState } from '../state';
import { createAgain } from './again';
import type { RecordedActions } from './recorded.types';

interface Surroundings {
  readonly store: StoreApi<WorkspaceState>;
  readonly language: LanguageClient;
  readonly execution: Pick<
    ExecutionKeeper,
    'show' | 'exportHistory' | 'getEvents' | 'look' | 'setServices' | 'takeHand'
  >;
  readonly notices: NoticeActions;
  openText(text: string, source: TextSource): void;
  /** A run is on show that can be stored. */
  opened(): void;
}

/** Runs from elsewhere: their histories are AWS's, so they are shown as any run that has ended. */
export function createRecorded(around: Surroundings): RecordedActions {
  const { store, language, execution, notices } = around;

  const read = (history: string): Promise<RecordedRun | null> => {
    const { text, format } = store.getState().document;
    return language.askRecorded('readRecorded', { history, text, format });
  };

  const show = async (run: RecordedRun): Promise<void> => {
    const { text, format } = store.getState().document;
    await execution.show({ summary: summaryOf(run), text, format, history: { events: run.events } });
    if (run.result) around.opened();
  };

  const sketch: RecordedActions['sketch'] = async () => {
    const name = store.getState().execution.run?.id ?? 'sketch';
    const history = await execution.exportHistory();
    const run = await read(history);
    if (!run) return;
    const { events } = run;
    const definition = await language.askRecorded('sketch', { events });
    around.openText(definition, {
      kind: 'found',
      within: 'a history',
      name: `${name}-sketch`,
      format: 'json',
    });
    const again = await read(history);
    if (again) await show({ ...again, name, type: run.type });
  };

  return {
    async open(text) {
      const run = await read(text);
      if (!run) {
        notices.add('warning', UNREADABLE);
        return;
      }
      await show(run);
      const { foreign } = run;
      notices.add(
        foreign.length > 0 || run.notes.length > 0 ? 'warning' : 'info',
        opening(run),
        foreign.length > 0 ? { label: 'Sketch a definition', take: () => void sketch() } : undefined,
      );
    },
    sketch,
    ...createAgain(around),
  };
}

const UNREADABLE =
  'This is a history of an execution, and none of its events can be read: the list is empty, or they have no type, id or time. Your workflow is as it was.';

/** Its name; the time it began at stands in for a name that nothing tells. */
const idOf = ({ name, startedAt }: RecordedRun): string =>
  name ?? `recorded-${new Date(startedAt).toISOString().slice(0, 19).replaceAll(':', '-')}`;

function summaryOf(run: RecordedRun): RunSummary {
  const { type, input, startedAt, endedAt, events, transitions, result, foreign } = run;
  return {
    id: idOf(run),
    type,
    input,
    version: -1,
    startedAt,
    now: endedAt,
    events: events.length,
    transitions,
    result,
    recorded: { notes: notesOf(run), foreign },
    restored: true,
  };
}

function opening(run: RecordedRun): string {
  const { events } = run;
  const count = `${events.length.toLocaleString('en')} ${events.length === 1 ? 'event' : 'events'}`;
  const whose = run.name === undefined ? 'a recorded execution' : `the execution “${run.name}”`;
  return [`${count} of ${whose}.`, ...notesOf(run)].join(' ');
}

const notesOf = ({ foreign, notes }: RecordedRun): readonly string[] => [
  ...(foreign.length > 0 ? [foreignStates(foreign)] : []),
  ...notes,
];

/** Names listed before it gets long. */
const LISTED = 5;

/** That a history names states which are not in the definition, in a sentence. */
function foreignStates(names: readonly string[]): string {
  const listed = names.slice(0, LISTED).map((name) => `“${name}”`);
  const more = names.length > LISTED ? ` and ${names.length - LISTED} more` : '';
  return names.length === 1
    ? `The state ${listed[0]} is not in this definition.`
    : `The states ${listed.join(', ')}${more} are not in this definition.`;
}
