import { beforeEach, describe, expect, it } from 'vitest';
import type { ExecutionNews } from './client.types';
import { WorkerFailure } from './client.types';
import { connectExecutionClient } from './executionClient';
import { RequestChannel } from './requestChannel';
import { serveRequests } from './requestServer';
import { InProcessPort } from './testing/inProcessPort';

interface Sums {
  readonly double: { readonly request: number; readonly reply: number };
  readonly hang: { readonly request: null; readonly reply: null };
  readonly slip: { readonly request: null; readonly reply: null };
}

const sums = () =>
  new InProcessPort((post) =>
    serveRequests<Sums>(
      {
        double: (value) => value * 2,
        hang: () => new Promise(() => {}),
        slip: () => {
          throw new Error('no command handler registered for <slip>');
        },
      },
      post,
    ),
  );

describe('a channel to a worker', () => {
  let ports: InProcessPort[];
  let deaths: string[];
  let channel: RequestChannel<Sums>;
  beforeEach(() => {
    ports = [];
    deaths = [];
    channel = new RequestChannel<Sums>({
      name: 'The sums worker',
      open() {
        const port = sums();
        ports.push(port);
        return port;
      },
      died: (message) => deaths.push(message),
    });
  });
  const only = (): InProcessPort => {
    const [port] = ports;
    if (!port || ports.length > 1) throw new Error(`<${ports.length}> workers`);
    return port;
  };

  it('starts no worker before the first request', () => {
    expect(ports).toHaveLength(0);
  });

  it('gives each request its own reply', async () => {
    expect(await Promise.all([1, 2, 3].map((value) => channel.request('double', value)))).toEqual([2, 4, 6]);
    expect(ports).toHaveLength(1);
  });

  it('fails only the request that the worker could not answer', async () => {
    const slip = channel.request('slip', null);
    const double = channel.request('double', 1);
    await expect(slip).rejects.toThrow('no command handler registered for <slip>');
    expect(await double).toBe(2);
    expect(deaths).toEqual([]);
  });

  it('fails everything pending with a readable sentence when the worker dies, and starts another', async () => {
    const hung = [channel.request('hang', null), channel.request('hang', null)];
    only().crash('out of memory');
    for (const request of hung) {
      await expect(request).rejects.toThrow(
        new WorkerFailure('The sums worker stopped working: out of memory'),
      );
    }
    expect(deaths).toEqual(['The sums worker stopped working: out of memory']);
    expect(ports[0]?.terminated).toBe(true);
    expect(await channel.request('double', 4)).toBe(8);
    expect(ports).toHaveLength(2);
  });

  it('does not hear a worker that it gave up', async () => {
    const request = channel.request('double', 1);
    const first = only();
    channel.giveUp('Given up.');
    await expect(request).rejects.toThrow('Given up.');
    first.crash('late');
    expect(deaths).toEqual(['Given up.']);
  });
});

describe('Stop', () => {
  it('replaces a worker that does not answer within a second, and tells that the run is gone', async () => {
    const opened: InProcessPort[] = [];
    let due: (() => void) | undefined;
    const client = connectExecutionClient(
      () => {
        const port = new InProcessPort(() => () => {});
        opened.push(port);
        return port;
      },
      (delay, action) => {
        expect(delay).toBe(1000);
        due = action;
        return () => {
          due = undefined;
        };
      },
    );
    const news: ExecutionNews[] = [];
    client.subscribe((item) => news.push(item));
    const events = client.of('run').getEvents(0, 10);
    const stopped = client.of('run').stop();
    due?.();
    await stopped;
    await expect(events).rejects.toThrow(/an expression did not end/);
    expect(news).toEqual([{ type: 'crashed', message: expect.stringMatching(/an expression did not end/) }]);
    expect(opened[0]?.terminated).toBe(true);
  });

  it('leaves a worker alone that answers', async () => {
    let calledOff = 0;
    const port = new InProcessPort((post) => (message: { id: number }) => {
      post({ type: 'reply', id: message.id, body: null });
    });
    const client = connectExecutionClient(
      () => port,
      () => () => calledOff++,
    );
    await client.of('run').stop();
    expect(calledOff).toBe(1);
    expect(port.terminated).toBe(false);
  });
});
