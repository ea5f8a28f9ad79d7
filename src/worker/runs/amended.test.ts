import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allStates, buildModel, type EpochMs, parseText, type Seconds, type StatePath } from '../../asl';
import { arbitraryDefinition } from '../../asl/testing/arbitraryDefinition';
import { type CallService, defaultSettings } from '../../interpreter';
import type { StateMock } from '../../services';
import type { RunRequest, ServiceChoice } from '../run.types';
import { keptBench, turns } from '../testing/keptBench';
import { MemoryRuns } from '../testing/memoryRuns';

const NO_STOPS = { breakpoints: [] };
/** Runs that go on for ever are stopped. */
const MOST = 150;
/** Milliseconds a look at the clock takes: much, so that a run that goes on for ever is soon heard of, and stopped. */
const GLANCE = 1;

const request = (definition: object, input: unknown = {}): RunRequest => ({
  text: JSON.stringify(definition),
  format: 'json',
  input: JSON.stringify(input),
  settings: defaultSettings({ startTime: 1_700_000_000_000 as EpochMs, seed: 7, executionName: 'run' }),
});

/** What a call is answered with, by nothing but the call. */
const FICKLE: CallService = ({ invocation, stateName }) => {
  const after = ((invocation % 3) * 2) as Seconds;
  if ((invocation * 7 + stateName.length) % 4 === 1) return { type: 'fail', error: 'Busy', after };
  if (invocation % 2 === 1) return Promise.resolve({ type: 'succeed', output: { n: invocation }, after });
  return { type: 'succeed', output: { n: invocation }, after };
};

type Bench = ReturnType<typeof keptBench>;
type Hand = { readonly kind: number; readonly at: number };

const about = (startedAt: number) => ({ name: `Run ${startedAt}`, document: 'd', startedAt });
const marks = async ({ client }: Bench) =>
  (await client.getEvents(0, 2000)).rows.map(({ mark, visit, state }) => ({ mark, visit, state }));
const history = async ({ client }: Bench): Promise<unknown> => JSON.parse(await client.exportHistory());

/** Until the run has ended, or stands if that will do; one that would go on for ever is stopped. */
async function end(on: Bench, run: string, mayStand = false): Promise<void> {
  for (let turn = 0; turn < 3000; turn++) {
    const { control, transitions = 0 } = on.last.get(run) ?? {};
    if (control === 'ended' || (mayStand && control !== 'running')) return;
    if (transitions > MOST || turn > 1000) await on.client.stop();
    await turns(1);
  }
  throw new Error('it did not end');
}

/** Other services than there were, often: mocks of all Tasks. */
function servicesBy(at: number, text: string): ServiceChoice | undefined {
  const mock = MOCKS[at % (MOCKS.length + 1)];
  if (mock === undefined) return undefined;
  return { mockedTasks: allStates(buildModel(parseText(text))).map(({ path: state }) => ({ state, mock })) };
}

const MOCKS: readonly StateMock[] = [
  { kind: 'fixed', outcome: { type: 'return', value: '{"mocked":1}' } },
  { kind: 'fixed', outcome: { type: 'throw', error: 'Busy', cause: '', latency: 1 } },
  { kind: 'fixed', outcome: { type: 'never' } },
  { kind: 'rate', rate: 0.5, error: 'Busy', cause: '', latency: { from: 0, to: 3 } },
];

/** Takes a hand in the run on show. @returns the run that is on show then */
async function take(on: Bench, run: string, { kind, at }: Hand, number: number, other: object) {
  const { total } = await on.client.getEvents(0, 1);
  const definition = { text: JSON.stringify(other), format: 'json' } as const;
  const services = servicesBy(at, definition.text);
  const play = {
    speed: 'instant',
    stops: NO_STOPS,
    ...(services === undefined ? {} : { services }),
  } as const;
  if (kind === 0) {
    on.last.delete(run);
    const redriven = await on.client.ask('redrive', at % 2 === 0 ? play : { ...play, definition });
    if (redriven.ok) await end(on, run);
    return run;
  }
  const entry = await on.client.ask('findEntry', { event: 1 + (at % total) });
  if (!entry) return run;
  const name = `${run}-${number}`;
  const branched = await on.client.ask('branch', {
    branch: {
      visit: entry,
      name,
      arn: `arn:${name}`,
      ...(kind === 1 ? { input: '{"other":1}', variables: '{"v":[2]}' } : {}),
      ...(kind === 2 ? { definition } : {}),
      ...(services === undefined ? {} : { services }),
    },
    about: about(number),
    paused: true,
    speed: 'instant',
    stops: NO_STOPS,
  });
  if (!branched.ok) return run;
  if (kind === 3) {
    const forced = await on.client.ask('forceChoice', { rule: 'default', ...play });
    if (forced.ok) await end(on, name, true);
  }
  await on.client.continue();
  if (kind === 4) await on.client.stop();
  await end(on, name);
  return name;
}

describe('a run that was stopped, branched, changed, forced or redriven', () => {
  it('is the same when it is brought back from its journal', async () => {
    let hands = 0;
    await fc.assert(
      fc.asyncProperty(
        arbitraryDefinition(),
        arbitraryDefinition(),
        fc.array(fc.record({ kind: fc.nat(4), at: fc.nat(40) }), { minLength: 1, maxLength: 4 }),
        async (definition, other, taken) => {
          const store = new MemoryRuns();
          let on = keptBench(store, FICKLE, GLANCE);
          const begun = await on.client.start(
            request({ ...definition, TimeoutSeconds: 900 }, { items: [1, 2], n: 1 }),
            'instant',
            false,
            NO_STOPS,
            about(0),
          );
          if (!begun.ok) return;
          await end(on, 'run');
          let run = 'run';
          for (const [number, hand] of taken.entries()) {
            const before = run;
            run = await take(on, run, hand, number, number % 2 === 0 ? other : definition);
            if (run !== before) hands++;
            const [events, marked] = [await history(on), await marks(on)];
            await turns(5);
            on.kill();
            on = keptBench(store, FICKLE, GLANCE);
            const shown = await on.client.showRun(run, 'instant', NO_STOPS, true);
            expect(shown).toMatchObject({ progress: { control: 'ended' } });
            expect(await history(on)).toEqual(events);
            expect(await marks(on)).toEqual(marked);
          }
        },
      ),
      { numRuns: 100 },
    );
    // The hands that are taken are not all refused.
    expect(hands).toBeGreaterThan(20);
  }, 120_000);

  it('says where a branch comes from, also when it is brought back', async () => {
    const store = new MemoryRuns();
    const first = keptBench(store);
    const pass = { Type: 'Pass', End: true };
    const definition = { StartAt: 'A', States: { A: { ...pass, End: false, Next: 'B' }, B: pass } };
    await first.client.start(request(definition), 'instant', false, NO_STOPS, about(0));
    await end(first, 'run');
    const visit = { state: '/States/B' as StatePath, number: 0 };
    const branch = { visit, name: 'branch', arn: 'arn:branch', input: '{"x":1}' };
    const play = { speed: 'instant', stops: NO_STOPS } as const;
    await first.client.ask('branch', { branch, about: about(1), paused: false, ...play });
    await end(first, 'branch');
    await turns(5);
    first.kill();
    const later = keptBench(store);
    const shown = await later.client.showRun('branch', 'instant', NO_STOPS, false);
    expect(shown).toMatchObject({
      record: { name: 'Run 1', branched: { parent: 'run', event: 4, changed: ['input'] } },
      progress: { result: { output: '{"x":1}' } },
    });
    // And it can be branched again.
    const again = { ...branch, name: 'again', arn: 'arn:again', input: '{"x":2}' };
    await later.client.ask('branch', { branch: again, about: about(2), paused: false, ...play });
    await end(later, 'again');
    expect(later.last.get('again')?.result?.output).toBe('{"x":2}');
  });
});
