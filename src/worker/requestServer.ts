import type { BodyOf, FromWorker, ReplyOf, RequestOf } from './protocol';

/** A worker's answers, one per type of request: a missing one does not compile. */
export type Handlers<Requests> = {
  readonly [Type in keyof Requests]: (
    body: BodyOf<Requests, Type>,
  ) => ReplyOf<Requests, Type> | Promise<ReplyOf<Requests, Type>>;
};

/**
 * A worker's side of the requests: whatever comes in is answered once, a mistake of ours with its message.
 * @returns what to do with each message
 */
export function serveRequests<Requests>(
  handlers: Handlers<Requests>,
  post: (message: FromWorker) => void,
): (request: RequestOf<Requests>) => Promise<void> {
  return async (request) => {
    const { id } = request;
    try {
      post({ type: 'reply', id, body: await answer(handlers, request) });
    } catch (error) {
      post({ type: 'failed', id, message: error instanceof Error ? error.message : String(error) });
    }
  };
}

function answer<Requests, Type extends keyof Requests>(
  handlers: Handlers<Requests>,
  request: { readonly type: Type; readonly body: BodyOf<Requests, Type> },
) {
  return handlers[request.type](request.body);
}
