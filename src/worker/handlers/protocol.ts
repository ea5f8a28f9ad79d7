import type { HandlerCall, HandlerOutcome } from '../../services';

/** What the sandbox's worker is asked: one call at a time. */
export interface ToSandbox {
  readonly id: number;
  readonly call: HandlerCall;
}

/** `started`: its time runs from now. `spent`: the worker is to be replaced. */
export type FromSandbox =
  | { readonly type: 'started'; readonly id: number }
  | {
      readonly type: 'ended';
      readonly id: number;
      readonly outcome: HandlerOutcome;
      readonly spent: boolean;
    };

/** The sandbox's worker as its keeper holds it. */
export interface SandboxPort {
  post(message: ToSandbox): void;
  onMessage(listener: (message: FromSandbox) => void): void;
  /** It could not be loaded, or an error escaped it. */
  onError(listener: (message: string) => void): void;
  terminate(): void;
}
