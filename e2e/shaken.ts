import type { BrowserContext, Page } from '@playwright/test';

/** Milliseconds by which an answer or a frame is late at most, and every file. */
export interface Lateness {
  readonly answer: number;
  readonly frame: number;
  readonly file: number;
}

const VERY_LATE: Lateness = { answer: 150, frame: 60, file: 300 };

/**
 * Makes everything of the page that comes by itself come late, each time by another amount, in the order it would have
 * come: answers of workers, renders that React puts off, frames, timers, observers, files. Keys and clicks are on time.
 * A test that holds here waits for what it depends on, and a page that holds here loses no key of a quick user.
 */
export async function shake(context: BrowserContext, page: Page, lateness = VERY_LATE): Promise<void> {
  await context.addInitScript(comeLate, lateness);
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  const unbounded = { offline: false, downloadThroughput: -1, uploadThroughput: -1 };
  await network.send('Network.emulateNetworkConditions', { ...unbounded, latency: lateness.file });
}

/** Runs in the page, before anything else. */
function comeLate({ answer, frame }: Lateness): void {
  const timeout = window.setTimeout.bind(window);
  interface Waiting {
    readonly due: number;
    readonly then: () => void;
  }
  /** Each thing has a queue of its own: what comes late keeps its order. */
  const queues = new WeakMap<object, Waiting[]>();
  const later = (owner: object, most: number, then: () => void) => {
    const queue = queues.get(owner) ?? [];
    queues.set(owner, queue);
    const due = Math.max(queue.at(-1)?.due ?? 0, performance.now() + Math.random() * most);
    queue.push({ due, then });
    if (queue.length === 1) timeout(() => hand(queue), due - performance.now());
  };
  const hand = (queue: Waiting[]) => {
    const first = queue.shift();
    const next = queue[0];
    if (next) timeout(() => hand(queue), Math.max(0, next.due - performance.now()));
    first?.then();
  };

  for (const [prototype, most] of [
    [Worker.prototype, answer],
    [MessagePort.prototype, frame],
  ] as const) {
    const listen = EventTarget.prototype.addEventListener;
    const handlers = new WeakMap<object, (event: MessageEvent) => void>();
    const late = new WeakMap<object, EventListener>();
    const native = Object.getOwnPropertyDescriptor(prototype, 'onmessage');
    Object.defineProperty(prototype, 'onmessage', {
      configurable: true,
      get(this: object) {
        return handlers.get(this) ?? null;
      },
      set(this: Worker | MessagePort, handler: ((event: MessageEvent) => void) | null) {
        if (!handler) return native?.set?.call(this, null);
        handlers.set(this, handler);
        native?.set?.call(this, (event: MessageEvent) => later(this, most, () => handler.call(this, event)));
      },
    });
    prototype.addEventListener = function (
      this: Worker | MessagePort,
      type: string,
      listener: EventListenerOrEventListenerObject | null,
      options?: boolean | AddEventListenerOptions,
    ) {
      if (type !== 'message' || !listener) return listen.call(this, type, listener, options);
      const made =
        late.get(listener) ??
        ((event: Event) =>
          later(this, most, () =>
            typeof listener === 'function' ? listener.call(this, event) : listener.handleEvent(event),
          ));
      late.set(listener, made);
      listen.call(this, type, made, options);
    };
    const forget = EventTarget.prototype.removeEventListener;
    prototype.removeEventListener = function (
      this: Worker | MessagePort,
      type: string,
      listener: EventListenerOrEventListenerObject | null,
      options?: boolean | EventListenerOptions,
    ) {
      forget.call(this, type, (listener && late.get(listener)) ?? listener, options);
    };
  }

  const nextFrame = window.requestAnimationFrame.bind(window);
  const frames = {};
  const given = new Set<number>();
  window.requestAnimationFrame = (callback) => {
    const id = nextFrame((time) =>
      later(frames, frame / 4, () => {
        if (given.delete(id)) callback(time);
      }),
    );
    given.add(id);
    return id;
  };
  const noFrame = window.cancelAnimationFrame.bind(window);
  window.cancelAnimationFrame = (id) => {
    given.delete(id);
    noFrame(id);
  };

  window.setTimeout = ((handler: (...values: unknown[]) => void, after = 0, ...values: unknown[]) =>
    timeout(handler, after + Math.random() * frame, ...values)) as typeof window.setTimeout;

  for (const kind of ['ResizeObserver', 'IntersectionObserver'] as const) {
    const Native = window[kind];
    const Late = class extends (Native as unknown as new (
      callback: (...seen: unknown[]) => void,
      ...options: unknown[]
    ) => object) {
      constructor(callback: (...seen: unknown[]) => void, ...options: unknown[]) {
        const queue = {};
        super((...seen) => later(queue, frame, () => callback(...seen)), ...options);
      }
    };
    Object.defineProperty(window, kind, { value: Late, configurable: true, writable: true });
  }
}
