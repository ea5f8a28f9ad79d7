import type { LetGo, RunStore } from './runStore';

interface Held {
  holders: number;
  readonly letGo: LetGo;
}

/**
 * The runs that this worker is at work on: no other tab of the browser can be at the same time. A run that takes the
 * place of another of its name holds it together with that one for a while.
 */
export class RunHolds {
  private readonly held = new Map<string, Held>();
  /** What was asked for last about a run: one thing at a time is done. */
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(private readonly store: Pick<RunStore, 'hold'>) {}

  has(run: string): boolean {
    return this.held.has(run);
  }

  /** @returns how to let go of it, once; undefined when another tab holds it */
  take(run: string): Promise<(() => void) | undefined> {
    return this.inTurn(run, async () => {
      const held = this.held.get(run) ?? (await this.begin(run));
      if (held === undefined) return undefined;
      held.holders++;
      let isHeld = true;
      return () => {
        if (!isHeld) return;
        isHeld = false;
        void this.inTurn(run, () => this.release(run, held));
      };
    });
  }

  private async begin(run: string): Promise<Held | undefined> {
    const letGo = await this.store.hold(run);
    if (letGo === undefined) return undefined;
    const held = { holders: 0, letGo };
    this.held.set(run, held);
    return held;
  }

  private async release(run: string, held: Held): Promise<void> {
    held.holders--;
    if (held.holders > 0) return;
    this.held.delete(run);
    await held.letGo();
  }

  private inTurn<Result>(run: string, action: () => Promise<Result>): Promise<Result> {
    const before = this.turns.get(run) ?? Promise.resolve();
    const done = before.then(action);
    const settled = done.catch(() => {});
    this.turns.set(run, settled);
    void settled.then(() => {
      if (this.turns.get(run) === settled) this.turns.delete(run);
    });
    return done;
  }
}
