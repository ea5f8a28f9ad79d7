import type {
  QuickJSContext,
  QuickJSHandle,
  QuickJSRuntime,
  QuickJSWASMModule,
} from 'quickjs-emscripten-core';
import type { HandlerCall } from '../../services';
import { HANDLER_ERRORS } from './errors';
import { LIMITS } from './limits';
import type { LogBook } from './logBook';
import { SURROUNDINGS } from './surroundings';

/** `spent`: the engine is not to be used again. */
export type SandboxResult =
  | { readonly type: 'returned'; readonly result: string; readonly spent: false }
  | { readonly type: 'failed'; readonly error: string; readonly cause: string; readonly spent: boolean };

/** Jobs of the sandbox's promises done between two looks at the clock. */
const JOBS_AT_A_TIME = 500;

/**
 * Runs one handler in an engine of its own: a heap, a stack and globals that are made for this call and thrown away
 * after it. There is nothing in there but the language itself: no network, no page, no timers, no other thread.
 *
 * @param clock milliseconds of real time
 */
export function runInSandbox(
  engine: QuickJSWASMModule,
  call: HandlerCall,
  log: LogBook,
  clock: () => number,
): SandboxResult {
  const runtime = engine.newRuntime();
  runtime.setMemoryLimit(LIMITS.heap);
  runtime.setMaxStackSize(LIMITS.stack);
  const deadline = clock() + LIMITS.time;
  let late = false;
  runtime.setInterruptHandler(() => {
    late ||= clock() >= deadline;
    return late;
  });
  const context = runtime.newContext();
  const result = guarded(() =>
    new Sandbox(runtime, context, log, () => late || clock() >= deadline).run(call),
  );
  // What ran out of memory may not be able to clean up after itself: the whole engine goes.
  if (result.spent) return result;
  context.dispose();
  runtime.dispose();
  return result;
}

/** What escapes the engine itself (the host's own stack may end before the engine's does) is a failure as well. */
function guarded(run: () => SandboxResult): SandboxResult {
  try {
    return run();
  } catch (error) {
    if (error instanceof RangeError) return { ...tooDeep(), spent: true };
    return failed(HANDLER_ERRORS.crashed, `The sandbox broke: ${String(error)}`, true);
  }
}

/** A value, or what was thrown instead. */
type Made = { readonly value: QuickJSHandle } | { readonly thrown: QuickJSHandle };

class Sandbox {
  private readonly handles: QuickJSHandle[] = [];

  constructor(
    private readonly runtime: QuickJSRuntime,
    private readonly context: QuickJSContext,
    private readonly log: LogBook,
    private readonly isLate: () => boolean,
  ) {}

  run(call: HandlerCall): SandboxResult {
    const result = this.play(call);
    if (!result.spent) for (const handle of this.handles) if (handle.alive) handle.dispose();
    return result;
  }

  private play({ source, input, context: about, seed, now }: HandlerCall): SandboxResult {
    const { context } = this;
    const json = this.keep(context.getProp(context.global, 'JSON'));
    // Taken before the handler's code could replace them.
    const parse = this.keep(context.getProp(json, 'parse'));
    const stringify = this.keep(context.getProp(json, 'stringify'));
    const prepared = this.evaluate(SURROUNDINGS, 'surroundings');
    if ('thrown' in prepared) return this.failure(prepared.thrown);
    const numbers = [context.newNumber(seed), context.newNumber(now), this.writer()].map((each) =>
      this.keep(each),
    );
    const settled = this.invoke(prepared.value, numbers);
    if ('thrown' in settled) return this.failure(settled.thrown);

    const handler = this.evaluate(`(${source.trim().replace(/;+$/, '')}\n)`, 'handler.js');
    if ('thrown' in handler) return this.sourceFailure(handler.thrown);
    if (context.typeof(handler.value) !== 'function') {
      return failed(HANDLER_ERRORS.source, 'A handler is a function: (input, context) => result.');
    }
    const given: QuickJSHandle[] = [];
    for (const text of [input, about]) {
      const read = this.invoke(parse, [this.keep(context.newString(text))]);
      if ('thrown' in read) return this.failure(read.thrown);
      given.push(read.value);
    }
    const answer = this.settle(this.invoke(handler.value, given));
    if (answer === 'pending') {
      if (this.isLate()) return late();
      return failed(
        HANDLER_ERRORS.unsettled,
        'The promise that the handler returned is never settled: there are no timers and no network here.',
      );
    }
    if ('thrown' in answer) return this.failure(answer.thrown);
    return this.result(this.invoke(stringify, [answer.value]));
  }

  /** Waits for a promise by doing the engine's own jobs. */
  private settle(made: Made): Made | 'pending' {
    if ('thrown' in made) return made;
    for (;;) {
      const state = this.context.getPromiseState(made.value);
      if (state.type === 'fulfilled') return state.notAPromise ? made : { value: this.keep(state.value) };
      if (state.type === 'rejected') return { thrown: this.keep(state.error) };
      if (this.isLate() || !this.runtime.hasPendingJob()) return 'pending';
      const done = this.runtime.executePendingJobs(JOBS_AT_A_TIME);
      if (done.error) return { thrown: this.keep(done.error) };
    }
  }

  private result(made: Made): SandboxResult {
    if ('thrown' in made) return this.failure(made.thrown);
    const { context } = this;
    if (this.isLate()) return late();
    if (context.typeof(made.value) !== 'string') return { type: 'returned', result: 'null', spent: false };
    const length = context.getNumber(this.keep(context.getProp(made.value, 'length')));
    if (length > LIMITS.result) {
      return failed(
        HANDLER_ERRORS.size,
        `The result is ${length.toLocaleString('en')} characters of JSON; ${LIMITS.result.toLocaleString('en')} are allowed.`,
      );
    }
    return { type: 'returned', result: context.getString(made.value), spent: false };
  }

  /** What was thrown, as a Task fails with it: `{error, cause}`, or an Error's name and message. */
  private failure(thrown: QuickJSHandle): SandboxResult {
    if (this.isLate()) return late();
    const { context } = this;
    const [name, message] = [this.textOf(thrown, 'name'), this.textOf(thrown, 'message')];
    if (name === 'InternalError' && message === 'out of memory') {
      return failed(
        HANDLER_ERRORS.memory,
        `The handler used more than ${LIMITS.heap / 1024 / 1024} MB of memory.`,
        true,
      );
    }
    if (/^(Internal|Range)Error$/.test(name) && /stack (overflow|size)/.test(message)) {
      return tooDeep();
    }
    if (context.typeof(thrown) !== 'object' || context.sameValue(thrown, context.null)) {
      const said = this.invoke(this.keep(context.getProp(context.global, 'String')), [thrown]);
      return failed('Error', 'value' in said ? cut(context.getString(said.value)) : '');
    }
    const error = this.textOf(thrown, 'error') || name || 'Error';
    return this.isLate() ? late() : failed(cut(error), cut(this.textOf(thrown, 'cause') || message));
  }

  private sourceFailure(thrown: QuickJSHandle): SandboxResult {
    const result = this.failure(thrown);
    if (result.type === 'returned' || result.error !== 'SyntaxError') return result;
    return failed(HANDLER_ERRORS.source, `The handler cannot be read: ${result.cause}`);
  }

  /** A field that is a text, else the empty one. */
  private textOf(value: QuickJSHandle, field: string): string {
    const { context } = this;
    if (context.typeof(value) !== 'object') return '';
    const found = this.keep(context.getProp(value, field));
    return context.typeof(found) === 'string' ? context.getString(found) : '';
  }

  private writer(): QuickJSHandle {
    return this.context.newFunction('write', (line) => {
      if (this.log.isFull) this.log.drop();
      else this.log.write(this.context.getString(line));
    });
  }

  private evaluate(source: string, name: string): Made {
    const done = this.context.evalCode(source, name);
    return done.error ? { thrown: this.keep(done.error) } : { value: this.keep(done.value) };
  }

  private invoke(what: QuickJSHandle, given: readonly QuickJSHandle[]): Made {
    const done = this.context.callFunction(what, this.context.undefined, ...given);
    return done.error ? { thrown: this.keep(done.error) } : { value: this.keep(done.value) };
  }

  private keep(handle: QuickJSHandle): QuickJSHandle {
    this.handles.push(handle);
    return handle;
  }
}

type SandboxFailure = Extract<SandboxResult, { readonly type: 'failed' }>;

const tooDeep = (): SandboxFailure => failed(HANDLER_ERRORS.stack, 'The handler called itself too deeply.');

const failed = (error: string, cause: string, spent = false): SandboxFailure => ({
  type: 'failed',
  error,
  cause,
  spent,
});

const late = (): SandboxResult =>
  failed(HANDLER_ERRORS.timeout, `The handler did not end within ${LIMITS.time} ms.`, true);

const cut = (text: string): string => (text.length > 32_768 ? text.slice(0, 32_768) : text);
