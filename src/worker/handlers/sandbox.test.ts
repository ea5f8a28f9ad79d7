import { describe, expect, it } from 'vitest';
import type { HandlerLog } from '../../services';
import { createEngine } from './engine';
import { LogBook } from './logBook';
import { runInSandbox, type SandboxResult } from './sandbox';

let engine = createEngine();

async function run(source: string, input: unknown = {}): Promise<SandboxResult & HandlerLog> {
  const log = new LogBook();
  const call = {
    source,
    input: JSON.stringify(input),
    context: '{"attempt":1}',
    seed: 7,
    now: 1_700_000_000_000,
  };
  const result = runInSandbox(await engine, call, log, () => performance.now());
  // As the worker does: an engine that is spent is replaced.
  if (result.spent) engine = createEngine();
  return { ...result, ...log.read() };
}

/** What a handler returned. */
async function returned(source: string, input?: unknown): Promise<unknown> {
  const outcome = await run(source, input);
  if (outcome.type === 'failed') throw new Error(`${outcome.error}: ${outcome.cause}`);
  return JSON.parse(outcome.result);
}

describe('a handler', () => {
  it('gets its input and what is known of the call, and returns JSON', async () => {
    expect(await returned('(input, context) => ({ sum: input.a + 1, context })', { a: 2 })).toEqual({
      sum: 3,
      context: { attempt: 1 },
    });
    expect(await returned('function pay(input) { return [input] };', 'x')).toEqual(['x']);
    expect(await returned('() => undefined')).toBeNull();
  });

  it('may be asynchronous: its promises are settled in there', async () => {
    expect(
      await returned('async ({ a }) => (await Promise.all([a, Promise.resolve(2)])).concat(3)', { a: 1 }),
    ).toEqual([1, 2, 3]);
    expect(await run('async () => { throw { error: "Busy", cause: "later" } }')).toMatchObject({
      error: 'Busy',
      cause: 'later',
    });
  });

  it('fails its Task with what it throws', async () => {
    expect(await run('() => { throw new TypeError("no") }')).toMatchObject({
      error: 'TypeError',
      cause: 'no',
    });
    expect(await run('() => { throw { error: "Declined", cause: "no money" } }')).toMatchObject({
      error: 'Declined',
      cause: 'no money',
    });
    expect(await run('() => { throw "plain" }')).toMatchObject({ error: 'Error', cause: 'plain' });
    expect(await run('() => { throw null }')).toMatchObject({ error: 'Error', cause: 'null' });
    expect(await run('() => 10n')).toMatchObject({ error: 'TypeError' });
  });

  it('says why it cannot be read', async () => {
    expect(await run('(input) => {')).toMatchObject({ error: 'Handler.SyntaxError' });
    expect(await run('42')).toMatchObject({ error: 'Handler.SyntaxError' });
  });

  it('has the same random numbers and the same instant each time', async () => {
    const source = '() => [Math.random(), Date.now(), new Date().toISOString(), new Date(0).getTime()]';
    const first = await returned(source);
    expect(first).toEqual(await returned(source));
    expect(first).toMatchObject([expect.any(Number), 1_700_000_000_000, '2023-11-14T22:13:20.000Z', 0]);
  });

  it('writes to a console that keeps the first lines', async () => {
    const outcome = await run(
      '() => { console.log("a", { b: 1 }); console.error(new Error("c")); return 1 }',
    );
    expect(outcome.lines).toEqual(['a {"b":1}', 'Error: c']);
  });
});

describe('a hostile handler', () => {
  it.each([
    ['an endless loop', '() => { for (;;); }'],
    ['an endless loop that catches everything', '() => { for (;;) { try { for (;;); } catch {} } }'],
    ['endless promises', 'async () => { for (;;) await null }'],
    ['an endless getter of what it throws', '() => { throw { get error() { for (;;); } } }'],
    ['an endless toJSON', '() => ({ toJSON() { for (;;); } })'],
    ['a flood of messages', '() => { for (;;) console.log("x".repeat(5000)) }'],
    ['a catastrophic pattern', '() => /^(a+)+$/.test("a".repeat(40) + "!")'],
  ])('%s is ended in time', async (_what, source) => {
    expect(await run(source)).toMatchObject({ error: 'Handler.Timeout', spent: true });
    expect(await returned('() => 1')).toBe(1);
  });

  it.each([
    ['a growing list', '() => { const all = []; for (;;) all.push(new Array(1000).fill(0)) }'],
    ['a doubling text', '() => { let text = "x"; for (;;) text += text }'],
    ['a large buffer', '() => new ArrayBuffer(512 * 1024 * 1024).byteLength'],
  ])('%s runs out of memory', async (_what, source) => {
    expect((await run(source)).type).toBe('failed');
    expect(await returned('() => 1')).toBe(1);
  });

  it('cannot recurse for ever', async () => {
    expect(await run('() => { const f = () => f() + 1; return f() }')).toMatchObject({
      error: 'Handler.StackOverflow',
    });
    const deep = await run(
      '() => { let deep = []; for (let i = 0; i < 1e5; i++) deep = [deep]; return deep }',
    );
    expect(deep.type).toBe('failed');
  });

  it('cannot return more than is allowed', async () => {
    expect(await run('() => "x".repeat(2_000_000)')).toMatchObject({ error: 'Handler.ResultTooLarge' });
  });

  it('is told when its promise can never be settled', async () => {
    expect(await run('() => new Promise(() => {})')).toMatchObject({ error: 'Handler.NeverSettled' });
  });

  it.each([
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'importScripts',
    'self',
    'window',
    'document',
    'postMessage',
    'process',
    'require',
    'setTimeout',
    'indexedDB',
    'Worker',
    'WebAssembly',
  ])('finds no %s', async (name) => {
    expect(await returned(`() => [typeof ${name}, ${JSON.stringify(name)} in globalThis]`)).toEqual([
      'undefined',
      false,
    ]);
  });

  it('reaches nothing but its own globals by way of constructors', async () => {
    const found = await returned(
      '() => { const all = (0).constructor.constructor("return this")(); return [all === globalThis, typeof all.fetch, typeof all.process] }',
    );
    expect(found).toEqual([true, 'undefined', 'undefined']);
    expect(await run('async () => { await import("https://example.com/x.js") }')).toMatchObject({
      type: 'failed',
    });
  });

  it('leaves nothing behind: neither for the next call nor outside', async () => {
    await returned(
      '() => { Object.prototype.leak = 1; Array.prototype.map = null; JSON.stringify = () => "pwned"; globalThis.kept = 1; return 1 }',
    );
    expect(await returned('() => [typeof kept, ({}).leak === undefined, [1].map(String)]')).toEqual([
      'undefined',
      true,
      ['1'],
    ]);
    expect('leak' in {}).toBe(false);
    expect(await returned('(input) => input', JSON.parse('{"__proto__":{"leak":1}}'))).toEqual(
      JSON.parse('{"__proto__":{"leak":1}}'),
    );
  });

  it('is heard up to a point', async () => {
    const { lines, dropped } = await run(
      '() => { for (let i = 0; i < 250; i++) console.log("y".repeat(3000)); return 1 }',
    );
    expect([lines.length, dropped]).toEqual([100, 150]);
    expect(lines[0]).toHaveLength(1001);
  });
});
