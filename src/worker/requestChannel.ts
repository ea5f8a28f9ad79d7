import { WorkerFailure } from './client.types';
import type { BodyOf, ExecutionPush, FromWorker, ReplyOf } from './protocol';

/** A worker as the page holds it. */
export interface WorkerPort {
  postMessage(message: unknown): void;
  onMessage(listener: (message: FromWorker) => void): void;
  /** The worker could not be loaded, or an error escaped it. */
  onError(listener: (message: string) => void): void;
  terminate(): void;
}

interface Pending {
  readonly resolve: (body: unknown) => void;
  readonly reject: (reason: WorkerFailure) => void;
}

interface ChannelOptions {
  /** As it stands in sentences: "The execution worker". */
  readonly name: string;
  readonly open: () => WorkerPort;
  readonly pushed?: (push: ExecutionPush) => void;
  /** The worker died, or was given up; the next request opens another. */
  readonly died?: (message: string) => void;
}

/** The page's side of one worker: a promise per request, all of them rejected when the worker dies. */
export class RequestChannel<Requests> {
  private readonly pending = new Map<number, Pending>();
  private port: WorkerPort | undefined;
  private lastId = 0;

  constructor(private readonly options: ChannelOptions) {}

  request<Type extends keyof Requests & string>(
    type: Type,
    body: BodyOf<Requests, Type>,
  ): Promise<ReplyOf<Requests, Type>> {
    return new Promise((resolve, reject) => {
      const id = ++this.lastId;
      // The worker's handlers are typed by the same map: a reply has its request's type.
      this.pending.set(id, { resolve: (reply) => resolve(reply as ReplyOf<Requests, Type>), reject });
      this.openPort().postMessage({ id, type, body });
    });
  }

  /** Starts the worker before the first request wants it. */
  warmUp(): void {
    this.openPort();
  }

  /** Ends the worker and fails what it has not answered. */
  giveUp(message: string): void {
    if (!this.port) return;
    this.close(message);
    this.options.died?.(message);
  }

  dispose(): void {
    this.close('The page is going away.');
  }

  private openPort(): WorkerPort {
    if (this.port) return this.port;
    const port = this.options.open();
    this.port = port;
    port.onMessage((message) => {
      if (port === this.port) this.receive(message);
    });
    port.onError((message) => {
      if (port === this.port) this.giveUp(`${this.options.name} stopped working: ${message}`);
    });
    return port;
  }

  private close(message: string): void {
    this.port?.terminate();
    this.port = undefined;
    const failed = [...this.pending.values()];
    this.pending.clear();
    for (const { reject } of failed) reject(new WorkerFailure(message));
  }

  private receive(message: FromWorker): void {
    if (message.type !== 'reply' && message.type !== 'failed') {
      this.options.pushed?.(message);
      return;
    }
    const pending = this.pending.get(message.id);
    this.pending.delete(message.id);
    if (message.type === 'reply') pending?.resolve(message.body);
    else pending?.reject(new WorkerFailure(message.message));
  }
}
