import { carriedRuns } from './carriedRuns';
import { FIRST } from './firstWorkflow';
import type { Holding } from './holding';
import { readStored } from './readStored';
import type { StoredWorkspace } from './storage.types';
import { keyOf } from './storageKeys';
import { unlike } from './unlike';

/**
 * Milliseconds for which a page that is gone, the one before a reload, may still seem to have its workflows open, or one
 * that is coming back does not have them yet: a second at least, and where loading takes long, as here, longer.
 *
 * @param loading how long this page took until now
 */
const going = (loading: number): number => Math.min(5000, Math.max(1000, 1.5 * loading));

export interface OwnStored {
  readonly workspace: StoredWorkspace;
  /** By key: what is to be stored with the first change, and not before. */
  readonly unsaved: Readonly<Record<string, unknown>>;
}

interface Surroundings extends Holding {
  /** What this tab of the browser had open, when it was here before. */
  readonly had: unknown;
  readonly newId: () => string;
  /** When to give up waiting for a page that is going. */
  readonly patience?: () => AbortSignal;
}

type Records = Readonly<Record<string, unknown>>;

/**
 * What is stored and open in no other page. Where others have all of it, a copy of what was on show: two pages that
 * write the same workflow would overwrite each other.
 */
export async function ownStored(all: Records, around: Surroundings): Promise<OwnStored> {
  const { hold, release, newId, patience = () => AbortSignal.timeout(going(performance.now())) } = around;
  const carried = carriedRuns(all);
  const stored = { ...all, ...carried };
  const workflows = workflowsIn(stored);
  const [had, list] = [listed(around.had), listed(stored.shelf)];

  const own = new Set<string>();
  const claim = (ids: readonly string[], options?: () => LockOptions) =>
    Promise.all(
      ids.map(async (id) => {
        if (await hold(id, options?.())) own.add(id);
      }),
    );
  const isHad = (id: string) => id === had.shown || had.open.some((each) => each.id === id);
  await claim(workflows.filter(isHad), () => ({ signal: patience() }));
  const rest = workflows.filter((id) => !isHad(id));
  if (own.size > 0) {
    const free = await Promise.all(rest.map((id) => hold(id)));
    rest.forEach(release);
    // Their page may only be reloading, too: it gets its own before they are taken for left behind.
    if (free.includes(true)) await over(patience());
  }
  await claim(rest);

  const shownIn = (ids: readonly string[]) => [had.shown, list.shown].find((id) => ids.includes(id ?? ''));
  if (own.size > 0) {
    const theirs = new Set(workflows.filter((id) => !own.has(id)).flatMap(keysOf));
    const mine = Object.entries(stored).filter(([key]) => !theirs.has(key));
    const shelf = { shown: shownIn([...own]), open: [...had.open, ...list.open] };
    const unsaved = Object.entries(carried).filter(([key]) => !theirs.has(key));
    return {
      workspace: readStored({ ...Object.fromEntries(mine), shelf }),
      unsaved: Object.fromEntries(unsaved),
    };
  }
  if (workflows.length === 0 && (await hold(FIRST))) return { workspace: readStored(stored), unsaved: {} };

  const id = newId();
  await hold(id);
  const settings = { settings: stored.settings };
  const from = shownIn(workflows) ?? workflows[0];
  if (from === undefined)
    return {
      workspace: { ...readStored(settings), shelf: { shown: id, open: [{ id, name: '' }] } },
      unsaved: {},
    };
  return copyOf(from, id, stored, workflows);
}

function copyOf(from: string, id: string, stored: Records, workflows: readonly string[]): OwnStored {
  const read = (workflow: string, settings?: unknown) =>
    readStored({
      document: stored[keyOf('document', workflow)],
      input: stored[keyOf('input', workflow)],
      answer: stored[keyOf('answer', workflow)],
      settings,
    });
  const { document: original, input: setup, answer, settings } = read(from, stored.settings);
  const own = settings && { settings };
  if (!original)
    return { workspace: { ...own, shelf: { shown: id, open: [{ id, name: '' }] } }, unsaved: {} };
  const taken = workflows.flatMap((each) => read(each).document?.name ?? []);
  // The copy of a copy is the third, not the second of the second.
  const base = original.name.replace(/ \d+$/, '');
  const name = unlike(taken, taken.includes(base) ? base : original.name);
  const document = { ...original, name };
  const mocks = setup?.services?.mocks;
  // Of several machines in a file of mocks the one with the workflow's name is taken, and the copy has another name.
  const input =
    setup?.services && mocks
      ? { ...setup, services: { ...setup.services, mocks: { machine: original.name, ...mocks } } }
      : setup;
  return {
    workspace: {
      ...own,
      document,
      ...(input && { input }),
      ...(answer && { answer }),
      shelf: { shown: id, open: [{ id, name: document.name }] },
      notice: 'This workflow is open in another window, so this is a copy.',
    },
    unsaved: {
      [keyOf('document', id)]: document,
      ...(input && { [keyOf('input', id)]: input }),
      ...(answer && { [keyOf('answer', id)]: answer }),
    },
  };
}

const over = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve());
  });

const keysOf = (id: string): readonly string[] => [
  keyOf('document', id),
  keyOf('input', id),
  keyOf('answer', id),
  keyOf('runs', id),
  keyOf('stops', id),
];

const workflowsIn = (stored: Records): readonly string[] =>
  Object.keys(stored).flatMap((key) => {
    if (key === 'document') return FIRST;
    return key.startsWith('document:') ? key.slice('document:'.length) : [];
  });

/** A list of workflows as it was stored, by this version of the page or another. */
function listed(value: unknown): {
  readonly shown: string | undefined;
  readonly open: readonly { readonly id: unknown }[];
} {
  const { shown, open }: { readonly shown?: unknown; readonly open?: unknown } =
    typeof value === 'object' && value !== null ? value : {};
  const entries: readonly unknown[] = Array.isArray(open) ? open : [];
  return {
    shown: typeof shown === 'string' ? shown : undefined,
    open: entries.filter(
      (each): each is { readonly id: unknown } => typeof each === 'object' && each !== null && 'id' in each,
    ),
  };
}
