import { type KeptRun, type LetGo, NotKept, type RunStore } from '../runs/runStore';

/** A store in memory that outlives its workers; everything in it is a copy. */
export class MemoryRuns implements RunStore {
  readonly kept = new Map<string, KeptRun>();
  private readonly holders = new Set<string>();
  private most: number | undefined;

  async put(run: KeptRun): Promise<void> {
    this.kept.set(run.record.id, structuredClone(run));
  }
  async append(record: KeptRun['record'], piece: string | undefined): Promise<void> {
    const run = this.kept.get(record.id);
    if (!run) throw new NotKept(`no run <${record.id}>`);
    const pieces = piece === undefined ? run.pieces : [...run.pieces, piece];
    this.kept.set(record.id, structuredClone({ ...run, record, pieces }));
  }
  async read(run: string): Promise<KeptRun | undefined> {
    return structuredClone(this.kept.get(run));
  }
  async list() {
    return [...this.kept.values()].map(({ record }) => structuredClone(record));
  }
  async remove(runs: readonly string[]): Promise<void> {
    for (const run of runs) this.kept.delete(run);
  }
  async limit(): Promise<number | undefined> {
    return this.most;
  }
  async setLimit(limit: number): Promise<void> {
    this.most = limit;
  }
  async hold(run: string): Promise<LetGo | undefined> {
    if (this.holders.has(run)) return undefined;
    this.holders.add(run);
    return async () => void this.holders.delete(run);
  }
  async held(): Promise<ReadonlySet<string>> {
    return new Set(this.holders);
  }

  /** The store as a tab has it. @returns it, and how the tab dies: nothing that it still does is written */
  tab(): { readonly store: RunStore; die(): void } {
    let isDead = false;
    const unlessDead =
      <Args extends readonly unknown[]>(write: (...args: Args) => Promise<void>) =>
      (...args: Args): Promise<void> =>
        isDead ? Promise.resolve() : write(...args);
    const store: RunStore = {
      put: unlessDead((run: KeptRun) => this.put(run)),
      append: unlessDead((record: KeptRun['record'], piece: string | undefined) =>
        this.append(record, piece),
      ),
      remove: unlessDead((runs: readonly string[]) => this.remove(runs)),
      setLimit: unlessDead((limit: number) => this.setLimit(limit)),
      read: (run) => this.read(run),
      list: () => this.list(),
      limit: () => this.limit(),
      hold: (run) => this.hold(run),
      held: () => this.held(),
    };
    return {
      store,
      die: () => {
        isDead = true;
        this.holders.clear();
      },
    };
  }
}
