import { isDeepStrictEqual } from 'node:util';
import { StateMachine } from 'aws-local-stepfunctions';
import type { Json } from '../../src/asl';
import type { PeerOverrides, Scenario } from './scenario.types';

type Definition = ConstructorParameters<typeof StateMachine>[0];
type PeerInput = Parameters<StateMachine['run']>[0];

/** An error by which the peer's retriers know it. */
export class PeerError extends Error {
  constructor(override readonly name: string) {
    super(name);
  }
}

/**
 * One execution of a scenario by aws-local-stepfunctions, with its events read into a list, as ours are kept.
 * It validates nothing while the clock runs, as we do not.
 *
 * @param expected what the first execution has to give; anything else is thrown out
 */
export function peerRun(
  { name, definition, input }: Scenario,
  { waits = [], retries = [], tasks }: PeerOverrides,
  expected: Json | undefined,
): () => Promise<void> {
  letTasksRun();
  const machine = new StateMachine(definition as unknown as Definition, {
    validationOptions: { noValidate: true },
  });
  const waitTimeOverrides = Object.fromEntries(waits.map((state) => [state, 0]));
  const retryIntervalOverrides = Object.fromEntries(retries.map((state) => [state, 0]));
  let isChecked = false;
  return async () => {
    const { result, eventLogs } = machine.run(input as PeerInput, {
      overrides: {
        waitTimeOverrides,
        retryIntervalOverrides,
        taskResourceLocalHandlers: (tasks?.() ?? {}) as Record<string, () => PeerInput>,
      },
    });
    const events: unknown[] = [];
    for await (const event of eventLogs) events.push(event);
    const output = await result;
    if (!isChecked && !isDeepStrictEqual(output, expected)) throw new Error(`the peer fails at ${name}`);
    isChecked = true;
  };
}

/** The peer is written for Node 22: its Task states use a function that Node 20 does not have. */
function letTasksRun(): void {
  if ('withResolvers' in Promise) return;
  Object.defineProperty(Promise, 'withResolvers', {
    configurable: true,
    writable: true,
    value: () => {
      let resolve: unknown;
      let reject: unknown;
      const promise = new Promise((resolved, rejected) => {
        resolve = resolved;
        reject = rejected;
      });
      return { promise, resolve, reject };
    },
  });
}
