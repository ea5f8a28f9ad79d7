/**
 * The two queues that decide the order of everything: what can go on now (first in, first out), and what waits
 * for an instant (by time, then timers before answers, then sequence). Nothing else orders an execution.
 */

/** First in, first out; a ring that grows by doubling. */
export class ReadyQueue<T> {
  private ring: (T | undefined)[] = [undefined, undefined, undefined, undefined];
  private head = 0;
  private tail = 0;

  get isEmpty(): boolean {
    return this.head === this.tail;
  }

  push(item: T): void {
    const size = this.ring.length;
    if (this.tail - this.head === size) this.grow();
    this.ring[this.tail++ & (this.ring.length - 1)] = item;
  }

  peek(): T | undefined {
    return this.head === this.tail ? undefined : this.ring[this.head & (this.ring.length - 1)];
  }

  drop(): void {
    if (++this.head === this.tail) {
      this.head = 0;
      this.tail = 0;
    }
  }

  clear(): void {
    this.ring = [undefined, undefined, undefined, undefined];
    this.head = 0;
    this.tail = 0;
  }

  private grow(): void {
    const old = this.ring;
    const count = old.length;
    const ring: (T | undefined)[] = [];
    for (let i = 0; i < count; i++) ring.push(old[(this.head + i) & (count - 1)]);
    for (let i = 0; i < count; i++) ring.push(undefined);
    this.ring = ring;
    this.head = 0;
    this.tail = count;
  }
}

/** One entry of the timer queue. */
export class Timer<T> {
  cancelled = false;
  constructor(
    readonly time: number,
    /** 0: a timer of the execution; 1: an answer from outside. At one instant timers go first. */
    readonly rank: 0 | 1,
    readonly sequence: number,
    readonly what: T,
  ) {}
}

const before = <T>(a: Timer<T>, b: Timer<T>): boolean =>
  a.time !== b.time ? a.time < b.time : a.rank !== b.rank ? a.rank < b.rank : a.sequence < b.sequence;

/** A binary heap by (time, rank, sequence). Cancelled entries stay until they come up. */
export class TimerQueue<T> {
  private readonly heap: Timer<T>[] = [];
  private sequence = 0;

  add(time: number, rank: 0 | 1, what: T): Timer<T> {
    const timer = new Timer(time, rank, this.sequence++, what);
    let hole = this.heap.length;
    this.heap.push(timer);
    while (hole > 0) {
      const up = (hole - 1) >> 1;
      const parent = this.heap[up];
      if (parent === undefined || !before(timer, parent)) break;
      this.heap[hole] = parent;
      hole = up;
    }
    this.heap[hole] = timer;
    return timer;
  }

  /** Instant of the earliest entry that is not cancelled. */
  get nextTime(): number | undefined {
    let first = this.heap[0];
    while (first?.cancelled) {
      this.removeFirst();
      first = this.heap[0];
    }
    return first?.time;
  }

  /** The earliest entry that is not cancelled. */
  get next(): T | undefined {
    return this.nextTime === undefined ? undefined : this.heap[0]?.what;
  }

  /** Takes the earliest entry when it is due at `now`. */
  takeDue(now: number): Timer<T> | undefined {
    const time = this.nextTime;
    if (time === undefined || time > now) return undefined;
    return this.removeFirst();
  }

  private removeFirst(): Timer<T> | undefined {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (last === undefined || this.heap.length === 0) return first;
    let hole = 0;
    for (;;) {
      const left = 2 * hole + 1;
      const right = left + 1;
      const a = this.heap[left];
      if (a === undefined) break;
      const b = this.heap[right];
      const child = b !== undefined && before(b, a) ? right : left;
      const smaller = child === right && b !== undefined ? b : a;
      if (!before(smaller, last)) break;
      this.heap[hole] = smaller;
      hole = child;
    }
    this.heap[hole] = last;
    return first;
  }
}
