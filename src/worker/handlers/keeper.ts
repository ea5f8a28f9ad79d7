import type { HandlerCall, HandlerOutcome, RunHandler } from '../../services';
import { HANDLER_ERRORS } from './errors';
import { LIMITS } from './limits';
import type { FromSandbox, SandboxPort } from './protocol';

/**
 * Keeps the worker that handlers run in: calls go to it one after the other, and a worker that does not answer in time,
 * or is spent, is ended and replaced before the next call. A call that nobody wants when its turn comes is left out: the
 * calls of a run that was stopped must not hold up the next one.
 *
 * @param open  starts a worker
 * @param after calls back after some milliseconds; returns how to call it off
 */
export function keepSandbox(
  open: () => SandboxPort,
  after: (delay: number, action: () => void) => () => void,
): RunHandler {
  let port: SandboxPort | undefined;
  let lastId = 0;
  let queue: Promise<unknown> = Promise.resolve();
  /** Those of the call that is in the worker. */
  let hear: (message: FromSandbox) => void = () => {};
  let lose: (message: string) => void = () => {};

  const opened = (): SandboxPort => {
    if (port) return port;
    const fresh = open();
    port = fresh;
    fresh.onMessage((message) => {
      if (fresh === port) hear(message);
    });
    fresh.onError((message) => {
      if (fresh === port) lose(message);
    });
    return fresh;
  };
  const replace = () => {
    port?.terminate();
    port = undefined;
  };

  const ask = (call: HandlerCall) =>
    new Promise<HandlerOutcome>((resolve) => {
      const id = ++lastId;
      const end = (outcome: HandlerOutcome, isUsable: boolean) => {
        callOff();
        if (!isUsable) replace();
        resolve(outcome);
      };
      const giveUp = (error: string, cause: string) => end(failure(error, cause), false);
      let callOff = after(LIMITS.start, () =>
        giveUp(HANDLER_ERRORS.crashed, 'The sandbox for handlers did not start.'),
      );
      hear = (message) => {
        if (message.id !== id) return;
        if (message.type === 'ended') return end(message.outcome, !message.spent);
        callOff();
        callOff = after(LIMITS.time + LIMITS.grace, () =>
          giveUp(HANDLER_ERRORS.timeout, `The handler did not end within ${LIMITS.time} ms and was killed.`),
        );
      };
      lose = (message) =>
        giveUp(HANDLER_ERRORS.crashed, `The sandbox for handlers stopped working: ${message}`);
      opened().post({ id, call });
    });

  return (call, isWanted = always) => {
    const turn = queue.then(() => (isWanted() ? ask(call) : undefined));
    queue = turn;
    return new Promise((resolve) => {
      void turn.then((outcome) => outcome && resolve(outcome));
    });
  };
}

const always = (): boolean => true;

const failure = (error: string, cause: string): HandlerOutcome => ({
  type: 'failed',
  error,
  cause,
  lines: [],
  dropped: 0,
  took: LIMITS.time + LIMITS.grace,
});
