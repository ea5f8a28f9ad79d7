import type { EpochMs } from '../../../asl';

/** An execution that a Task has started. */
export interface BegunChild {
  /** Its ARN. */
  readonly execution: string;
  /** The name of its state machine. */
  readonly machine: string;
  /** Done when all of its history is there; absent when it is. */
  readonly ending?: Promise<unknown>;
}

/** One that the run is to stop for. */
export interface FoundChild {
  /** The event that it begins with. */
  readonly event: number;
  readonly child: BegunChild;
  /** Why it cannot be told whether it comes to a breakpoint; absent: it does. */
  readonly problem?: string;
}

/** The executions that Tasks of one have started. */
export interface BegunChildren {
  /** The one that begins with an event of its timeline. */
  begunWith(event: number): BegunChild | undefined;
  /** The events that they begin with, as far as they have. */
  readonly events: Iterable<number>;
  /** Whether there are breakpoints in any definition of theirs. */
  readonly isWatched: boolean;
  /**
   * Whether one of them, all of which is there, comes to a breakpoint; anything when it is given up.
   * @param since what was before that has passed; absent: nothing has
   */
  comesToStop(execution: string, isGivenUp: () => boolean, since?: EpochMs): Promise<boolean>;
}

export const NO_CHILDREN: BegunChildren = {
  begunWith: () => undefined,
  events: [],
  isWatched: false,
  comesToStop: async () => false,
};

/** One that is to be looked through. */
interface Waiting {
  /** It begins with that. */
  readonly event: number;
  /** Part of it has passed already. */
  readonly isUnderWay: boolean;
}

/**
 * Those of them that nobody has looked through for breakpoints. One may begin long before all of it is there, and a pause
 * may come while it is looked through: it stays here until somebody has.
 */
export class ChildWatch {
  /** By ARN. */
  private readonly waiting = new Map<string, Waiting>();

  constructor(private readonly children: BegunChildren) {}

  get isOn(): boolean {
    return this.children.isWatched;
  }

  /** An event is shown. */
  note(event: number): void {
    const child = this.isOn ? this.children.begunWith(event) : undefined;
    if (child) this.waiting.set(child.execution, { event, isUnderWay: false });
  }

  /**
   * Breakpoints were added: those whose Tasks wait for them are looked through for what is yet to come.
   * @param isWaited whether a Task waits for the one that begins with an event
   * @param isConcerned whether breakpoints were added in it
   */
  lookAnew(isWaited: (event: number) => boolean, isConcerned: (execution: string) => boolean): void {
    for (const event of this.children.events) {
      const child = isWaited(event) ? this.children.begunWith(event) : undefined;
      if (child && isConcerned(child.execution) && !this.waiting.has(child.execution))
        this.waiting.set(child.execution, { event, isUnderWay: true });
    }
  }

  /** It is gone into anyway. */
  forget(execution: string): void {
    this.waiting.delete(execution);
  }

  /** The ARNs of those that are to be looked through, some of them once all of them is there. */
  get left(): readonly string[] {
    return [...this.waiting.keys()];
  }

  /** All others were passed before. */
  keepOnly(left: readonly string[]): void {
    for (const execution of this.waiting.keys()) if (!left.includes(execution)) this.forget(execution);
  }

  /** Whether one of them is there that is to be looked through. */
  get isDue(): boolean {
    if (!this.isOn) return false;
    for (const { event } of this.waiting.values()) if (this.isThere(event)) return true;
    return false;
  }

  /**
   * Looks one of them through: thousands may be there at once, and messages are to come in between.
   *
   * @param now of the execution that has started them
   * @param isWanted whether the Task still waits for the one that begins with an event
   * @returns it, when it comes to a breakpoint or cannot be looked through; undefined: it does not, or it was given up
   */
  async search(
    now: EpochMs,
    isWanted: (event: number) => boolean,
    isGivenUp: () => boolean,
  ): Promise<FoundChild | undefined> {
    for (const [execution, { event, isUnderWay }] of this.waiting) {
      const child = this.children.begunWith(event);
      if (!child || !this.isThere(event)) continue;
      const since = isUnderWay ? now : undefined;
      const found = isWanted(event) ? await this.lookThrough(execution, isGivenUp, since) : 'nothing';
      if (isGivenUp()) return undefined;
      this.waiting.delete(execution);
      if (found === 'nothing') return undefined;
      return { event, child, ...(found === 'stop' ? {} : found) };
    }
    return undefined;
  }

  /** What a mistake of ours makes of one of them is no end of the run: it is told, and not tried again. */
  private async lookThrough(
    execution: string,
    isGivenUp: () => boolean,
    since: EpochMs | undefined,
  ): Promise<'nothing' | 'stop' | { readonly problem: string }> {
    try {
      return (await this.children.comesToStop(execution, isGivenUp, since)) ? 'stop' : 'nothing';
    } catch (error) {
      return { problem: error instanceof Error ? error.message : String(error) };
    }
  }

  private isThere(event: number): boolean {
    return this.children.begunWith(event)?.ending === undefined;
  }
}
