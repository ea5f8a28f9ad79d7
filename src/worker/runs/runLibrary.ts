import { runsToForget } from './keepWithin';
import type { OpenRuns } from './openRuns';
import { readRunFile, writeRunFile } from './runFile';
import type { RunHolds } from './runHolds';
import type { KeptRun, RunStore } from './runStore';
import type { ImportResult, KeptRuns, ListedRun, RunRecord } from './runs.types';

/** Characters that runs may take up when the user says nothing: about 100 MB. */
const LIMIT = 100_000_000;

/** Why a run is left alone. */
export const ELSEWHERE = 'This run is going on in another tab of the browser.';

/** The runs that are kept, whoever ran them. */
export class RunLibrary {
  limit = LIMIT;

  constructor(
    private readonly store: RunStore,
    private readonly runs: OpenRuns,
    private readonly holds: RunHolds,
  ) {
    void store.limit().then(
      (limit) => {
        this.limit = limit ?? LIMIT;
        return this.tidyUp();
      },
      () => {
        // Nothing can be read: the limit stays what it is.
      },
    );
  }

  /** What an open one has not yet written is not waited for. */
  async list(): Promise<KeptRuns> {
    const [records, held, limit] = await Promise.all([
      this.store.list(),
      this.store.held(),
      this.store.limit(),
    ]);
    this.limit = limit ?? LIMIT;
    const runs = records.map((record): ListedRun => {
      const own = this.runs.get(record.id);
      const isLive = own ? !own.session.isOver : held.has(record.id);
      return { ...record, presence: isLive ? 'live' : record.point.status ? 'ended' : 'interrupted' };
    });
    return { runs: runs.sort((a, b) => b.startedAt - a.startedAt), limit: this.limit };
  }

  /** A run to be opened, or why it cannot be. */
  async read(run: string): Promise<KeptRun | string> {
    if (!this.holds.has(run) && (await this.store.held()).has(run)) return ELSEWHERE;
    return (await this.store.read(run)) ?? 'This run is not kept any more.';
  }

  /** @returns those that another tab of the browser is at work on: they stay */
  async remove(ids: readonly string[]): Promise<readonly string[]> {
    const taken = await Promise.all(ids.map(async (id) => ({ id, letGo: await this.holds.take(id) })));
    const free = taken.flatMap(({ id, letGo }) => (letGo === undefined ? [] : [id]));
    try {
      for (const id of free) {
        const own = this.runs.get(id);
        this.runs.close(id);
        await own?.recorder.settled();
      }
      await this.store.remove(free);
    } finally {
      for (const { letGo } of taken) letGo?.();
    }
    return ids.filter((id) => !free.includes(id));
  }

  async setLimit(limit: number): Promise<void> {
    this.limit = limit;
    await this.store.setLimit(limit);
    await this.tidyUp();
  }

  /** Lets go of what is too old or too much. */
  async tidyUp(): Promise<void> {
    try {
      const [records, held] = await Promise.all([this.store.list(), this.store.held()]);
      const size = records.reduce((sum, record) => sum + record.size, 0);
      const resting = records.filter(({ id }) => !held.has(id));
      const forgotten = runsToForget(resting, size, this.limit, Date.now());
      if (forgotten.length > 0) await this.store.remove(forgotten);
    } catch {
      // Nothing is kept here, so nothing is too much.
    }
  }

  async export(run: string): Promise<string> {
    await this.runs.get(run)?.recorder.settled();
    const kept = await this.store.read(run);
    if (!kept) throw new Error('This run is not kept any more.');
    return writeRunFile(kept);
  }

  async import(text: string): Promise<ImportResult> {
    const read = readRunFile(text, Date.now());
    if (!read.ok) return read;
    const kept = await this.renamed(read.kept);
    await this.store.put(kept);
    return { ok: true, run: kept.record.id };
  }

  /** A run that is here already is not written over: the history of the other says what it was called. */
  private async renamed({ record, request, pieces }: KeptRun): Promise<KeptRun> {
    const records = await this.store.list();
    return { record: { ...record, id: freeId(record.id, records) }, request, pieces };
  }
}

/** The execution's name stays in its history; the run is kept under another. */
function freeId(id: string, records: readonly RunRecord[]): string {
  let free = id;
  for (let copy = 2; records.some((record) => record.id === free); copy++) free = `${id} (${copy})`;
  return free;
}
