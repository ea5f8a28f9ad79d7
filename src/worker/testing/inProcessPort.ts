import type { FromWorker } from '../protocol';
import type { WorkerPort } from '../requestChannel';

/** A worker in the same thread: messages cross as copies, a turn later, as they do between threads. */
export class InProcessPort implements WorkerPort {
  terminated = false;
  private hear: (message: FromWorker) => void = () => {};
  private fail: (message: string) => void = () => {};
  private readonly receive: (message: unknown) => unknown;

  /** @param serve makes the worker's receiver from its way to post */
  constructor(serve: (post: (message: FromWorker) => void) => (message: never) => unknown) {
    const receive = serve((message) => {
      const copy = structuredClone(message);
      setTimeout(() => {
        if (!this.terminated) this.hear(copy);
      }, 0);
    });
    this.receive = (message) => receive(message as never);
  }

  postMessage(message: unknown): void {
    const copy = structuredClone(message);
    setTimeout(() => {
      if (!this.terminated) this.receive(copy);
    }, 0);
  }
  onMessage(listener: (message: FromWorker) => void): void {
    this.hear = listener;
  }
  onError(listener: (message: string) => void): void {
    this.fail = listener;
  }
  terminate(): void {
    this.terminated = true;
  }

  /** An error escapes the worker. */
  crash(message: string): void {
    this.fail(message);
  }
}
