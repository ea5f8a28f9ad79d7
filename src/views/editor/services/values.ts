import type { editor, languages } from 'monaco-editor/editor/editor.api.js';
import type { StatePath } from '../../../asl';
import type { SeenData, ValueHint } from '../../../worker';
import type { WorkspaceState } from '../../../workspace';
import { type Monaco, seenAt } from '../../parts';
import type { Asking } from './asking';

/** Shows beside expressions what they come to on the data of the run, for the lines that are seen. */
export function showValues(monaco: Monaco, view: editor.IStandaloneCodeEditor, asking: Asking): () => void {
  const { workspace } = asking;
  const { store } = workspace;
  const changed = new monaco.Emitter<void>();
  /** What was fetched of the data on show; it may be many states of a large run. */
  const known = new Map<StatePath, Promise<SeenData | null>>();
  let changes = 0;

  const switchTo = (shown: boolean) => view.updateOptions({ inlayHints: { enabled: shown ? 'on' : 'off' } });
  switchTo(store.getState().settings.valuesShown);
  const stop = store.subscribe((state, before) => {
    if (state.settings.valuesShown !== before.settings.valuesShown) switchTo(state.settings.valuesShown);
    if (dataOf(state) === dataOf(before)) return;
    known.clear();
    changes++;
    changed.fire();
  });

  const fetched = (state: StatePath): Promise<SeenData | null> => {
    const found = known.get(state) ?? seenAt(workspace, state).catch(() => null);
    known.set(state, found);
    return found;
  };

  const provider: languages.InlayHintsProvider = {
    displayName: 'Values',
    onDidChangeInlayHints: changed.event,
    async provideInlayHints(model, range, token) {
      const start = asking.offsetAt(range.getStartPosition());
      const within = { start, end: asking.offsetAt(range.getEndPosition()) };
      const ask = () =>
        asking.ask(model, range.getStartPosition(), async ({ text, format }) => {
          const question = { text, format, within };
          const first = await workspace.askService('valueHints', question);
          if (first.type === 'answer' || token.isCancellationRequested) return first;
          const seen = await Promise.all(
            first.states.map(async (state) => ({ state, seen: await fetched(state) })),
          );
          return workspace.askService('valueHints', { ...question, seen });
        });
      // While Monaco waits for an answer it does not hear that the data has changed.
      let about = changes;
      let found = await ask();
      while (about !== changes && !token.isCancellationRequested) {
        about = changes;
        found = await ask();
      }
      if (found?.type !== 'answer') return { hints: [], dispose() {} };
      return { hints: found.hints.map((hint) => shown(asking, hint)), dispose() {} };
    },
  };
  const action = view.addAction({
    id: 'statecraft.values',
    label: 'Show or Hide Values of Expressions',
    contextMenuGroupId: 'navigation',
    run: () => workspace.settings.change({ valuesShown: !store.getState().settings.valuesShown }),
  });
  const registered = monaco.languages.registerInlayHintsProvider(['json', 'yaml'], provider);
  return () => {
    stop();
    action.dispose();
    registered.dispose();
    changed.dispose();
  };
}

/** Stays the same while the data to be shown does: a run is looked at when it stands still. */
function dataOf({ execution }: WorkspaceState): string {
  const { run, phase, moment, input } = execution;
  if (!run) return `input ${input}`;
  const still = phase === 'running' || phase === 'starting' ? '' : run.events;
  return `${run.id} ${still} ${moment?.position ?? ''}`;
}

const SOURCES = {
  run: 'In the last run',
  input: 'With the input of the next run',
} satisfies Record<SeenData['source'], string>;

function shown({ rangeOf }: Asking, { at, text, whole, source }: ValueHint): languages.InlayHint {
  const { startLineNumber, startColumn } = rangeOf({ start: at, end: at });
  const longest = Math.max(2, ...(whole.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return {
    position: { lineNumber: startLineNumber, column: startColumn },
    label: `= ${text}`,
    tooltip: { value: `${SOURCES[source]}\n\n${fence}json\n${whole}\n${fence}` },
    paddingLeft: true,
  };
}
