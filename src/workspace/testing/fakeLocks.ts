import type { Locks } from '../holding';

interface FakePage {
  readonly locks: Locks;
  /** The page is closed: the browser lets go of all it held. */
  leave(): void;
}

/** The locks of a browser, as each of its pages has them. */
export function createFakeLocks() {
  const held = new Set<string>();
  const waiting: { readonly name: string; readonly take: () => void }[] = [];

  const letGo = (name: string) => {
    held.delete(name);
    const at = waiting.findIndex((each) => each.name === name);
    for (const next of at < 0 ? [] : waiting.splice(at, 1)) next.take();
  };

  const open = (): FakePage => {
    const gone: (() => void)[] = [];
    return {
      locks: {
        async request(name, options, use) {
          if (held.has(name)) {
            if (options.ifAvailable) return use(null);
            options.signal?.throwIfAborted();
            await new Promise<void>((take, refuse) => {
              waiting.push({ name, take });
              options.signal?.addEventListener('abort', () => refuse(options.signal?.reason));
            });
          }
          held.add(name);
          await Promise.race([use({ name }), new Promise<void>((leave) => gone.push(leave))]);
          letGo(name);
        },
      },
      leave() {
        for (const each of gone.splice(0)) each();
      },
    };
  };
  return { open };
}
