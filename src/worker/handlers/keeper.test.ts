import { describe, expect, it } from 'vitest';
import type { HandlerCall, HandlerOutcome } from '../../services';
import { keepSandbox } from './keeper';
import type { FromSandbox, SandboxPort, ToSandbox } from './protocol';

const call: HandlerCall = { source: '() => 1', input: '{}', context: '{}', seed: 1, now: 0 };
const done: HandlerOutcome = { type: 'returned', result: '1', lines: [], dropped: 0, took: 1 };

/** A worker that does what the test says. */
class FakeWorker implements SandboxPort {
  readonly asked: ToSandbox[] = [];
  ended = false;
  say: (message: FromSandbox) => void = () => {};
  fail: (message: string) => void = () => {};
  post(message: ToSandbox) {
    this.asked.push(message);
  }
  onMessage(listener: (message: FromSandbox) => void) {
    this.say = listener;
  }
  onError(listener: (message: string) => void) {
    this.fail = listener;
  }
  terminate() {
    this.ended = true;
  }
}

function setUp() {
  const workers: FakeWorker[] = [];
  let timers: { readonly delay: number; readonly action: () => void }[] = [];
  const run = keepSandbox(
    () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
    (delay, action) => {
      const timer = { delay, action };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
  );
  return { workers, run, ring: () => timers.splice(0).forEach(({ action }) => void action()) };
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('the keeper of the sandbox', () => {
  it('asks one call after the other, of the same worker', async () => {
    const { workers, run } = setUp();
    const both = [run(call), run(call)];
    await turn();
    const [worker] = workers;
    expect(worker?.asked).toHaveLength(1);
    worker?.say({ type: 'started', id: 1 });
    worker?.say({ type: 'ended', id: 1, outcome: done, spent: false });
    await turn();
    expect(worker?.asked).toHaveLength(2);
    worker?.say({ type: 'ended', id: 2, outcome: done, spent: false });
    expect(await Promise.all(both)).toEqual([done, done]);
    expect(workers).toHaveLength(1);
  });

  it('leaves out a call that nobody wants when its turn comes', async () => {
    const { workers, run } = setUp();
    const first = run({ ...call, source: 'first' });
    let isWanted = true;
    let heard = false;
    void run({ ...call, source: 'unwanted' }, () => isWanted).then(() => {
      heard = true;
    });
    const last = run({ ...call, source: 'last' }, () => true);
    await turn();
    isWanted = false;
    const [worker] = workers;
    worker?.say({ type: 'ended', id: 1, outcome: done, spent: false });
    expect(await first).toEqual(done);
    await turn();
    expect(worker?.asked.map((message) => message.call.source)).toEqual(['first', 'last']);
    worker?.say({ type: 'ended', id: 2, outcome: done, spent: false });
    expect(await last).toEqual(done);
    expect(heard).toBe(false);
  });

  it('kills a worker that does not answer, and asks a fresh one the next time', async () => {
    const { workers, run, ring } = setUp();
    const first = run(call);
    const second = run(call);
    await turn();
    workers[0]?.say({ type: 'started', id: 1 });
    ring();
    expect(await first).toMatchObject({ type: 'failed', error: 'Handler.Timeout' });
    expect(workers[0]?.ended).toBe(true);
    await turn();
    workers[1]?.say({ type: 'ended', id: 2, outcome: done, spent: true });
    expect(await second).toEqual(done);
    expect(workers[1]?.ended).toBe(true);
  });

  it('says that the sandbox could not be loaded', async () => {
    const { workers, run } = setUp();
    const outcome = run(call);
    await turn();
    workers[0]?.fail('no such file');
    expect(await outcome).toMatchObject({
      error: 'Handler.Crashed',
      cause: 'The sandbox for handlers stopped working: no such file',
    });
  });
});
