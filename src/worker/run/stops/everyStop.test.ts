import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allStates, buildGraph, buildModel, type EpochMs, parseText, type Seconds } from '../../../asl';
import { arbitraryDefinition } from '../../../asl/testing/arbitraryDefinition';
import {
  type CallService,
  compileProgram,
  createExecution,
  defaultSettings,
  type Execution,
} from '../../../interpreter';
import { AskedCalls, stubAnswer, TaskInbox } from '../../../services';
import type { Breakpoint } from '../../breakpoint.types';
import { Fold } from '../../fold/fold';
import { StateTable } from '../../fold/stateTable';
import type { Speed } from '../../run.types';
import { createFakePulse } from '../../testing/fakePulse';
import { RunSession } from '../runSession';
import { Stops } from './stops';

/** Stops that are looked at of a run. */
const MOST = 30;
/** States that are entered by it. */
const MOST_STATES = 500;

/** What a call is answered with, by nothing but the call; some answers take real time. */
const FICKLE: CallService = ({ invocation, stateName }) => {
  const after = ((invocation % 3) * 2) as Seconds;
  if ((invocation * 7 + stateName.length) % 4 === 1) return { type: 'fail', error: 'Busy', after };
  if (invocation % 2 === 1) return Promise.resolve({ type: 'succeed', output: { n: invocation }, after });
  return { type: 'succeed', output: { n: invocation }, after };
};

interface Place {
  readonly position: number;
  readonly visit: number;
  readonly reason: string | undefined;
}
interface Choice {
  readonly kind: Breakpoint['kind'];
  /** Which state, or variable. */
  readonly state: number;
  readonly hits: number | undefined;
  readonly item: number | undefined;
  readonly condition: string | undefined;
}

const breakpoint: fc.Arbitrary<Choice> = fc.record({
  kind: fc.constantFrom('entry', 'entry', 'exit', 'error', 'retry', 'iteration', 'variable'),
  state: fc.nat(20),
  hits: fc.constantFrom(undefined, undefined, 1, 2, 3, 12),
  item: fc.constantFrom(undefined, undefined, 0, 1),
  condition: fc.constantFrom(
    undefined,
    undefined,
    '$.n',
    '$.n > 0',
    '{% $n > 0 %}',
    '{% $states.input.n = 1 %}',
  ),
});

/** States that were entered from an event on: the execution is so many ahead of what is shown. */
function statesEntered({ timeline }: Execution, from: number): number {
  let entered = 0;
  for (let event = from; event < timeline.length; event++)
    if (timeline.record(event).type.endsWith('StateEntered')) entered++;
  return entered;
}

/** Runs a definition to its end, from stop to stop. */
async function run(definition: object, chosen: readonly Choice[], speed: Speed) {
  const machine = buildModel(parseText(JSON.stringify(definition), 'json'));
  const settings = defaultSettings({ startTime: 1_700_000_000_000 as EpochMs, seed: 7 });
  const execution = createExecution(compileProgram(machine).program, settings, { items: [1, 2, 3], n: 1 });
  const table = new StateTable(buildGraph(machine));
  const states = allStates(machine).map(({ path }) => path);
  const breakpoints = chosen.flatMap(({ kind, state: at, ...rest }, id): Breakpoint[] => {
    const narrowed = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    const state = states[at % states.length];
    if (kind === 'variable')
      return [{ id, enabled: true, ...narrowed, kind, variable: ['v', 'n', 'x'][at % 3] ?? '' }];
    return state === undefined ? [] : [{ id, enabled: true, ...narrowed, kind, state }];
  });
  const asked = new AskedCalls(execution, new TaskInbox(machine, stubAnswer), stubAnswer);
  const fold = new Fold(execution.timeline, table);
  const stops = new Stops(machine, execution, fold, { breakpoints });
  const pulse = createFakePulse(1);
  const met: Place[] = [];
  let ahead = 0;
  let told: { readonly control: string; readonly reason?: string } = { control: 'running' };
  const session: RunSession = new RunSession(
    execution,
    fold,
    stops,
    { callService: FICKLE, asked },
    pulse,
    (batch) => {
      told = batch;
    },
    speed,
    'running',
  );
  const played = session.play();
  while (!session.isOver) {
    await pulse.pass(20);
    if (told.control === 'paused') {
      ahead += statesEntered(execution, fold.position);
      met.push({ position: fold.position, visit: session.standing, reason: told.reason });
      told = { control: 'running' };
      session.continue();
    }
    // Some go on for ever.
    if (met.length >= MOST || fold.entered > MOST_STATES) session.giveUp();
  }
  await played;
  // Whether it stops with the event shown last may not have been asked any more.
  const isBefore = ({ position }: Place) => position < fold.position || execution.status !== 'RUNNING';
  return { ahead, met: met.filter(isBefore), expected: (await everyStop(fold.position)).filter(isBefore) };

  /** Where a run stops whose events are looked at one by one. */
  async function everyStop(length: number): Promise<readonly Place[]> {
    const seen = new Fold(execution.timeline, table);
    const asking = new Stops(machine, execution, seen, { breakpoints });
    const found: Place[] = [];
    while (seen.position < length && seen.advanceOne()) {
      const stop = await asking.check(seen.position - 1);
      if (stop) found.push({ position: seen.position, visit: stop.visit, reason: stop.reason });
    }
    return found;
  }
}

describe('a run that is driven in bulk', () => {
  it('stops wherever it would if its events were looked at one by one', async () => {
    let stopped = 0;
    await fc.assert(
      fc.asyncProperty(
        arbitraryDefinition(),
        fc.array(breakpoint, { minLength: 1, maxLength: 5 }),
        fc.constantFrom<Speed>('instant', 'instant', 100_000),
        async (definition, chosen, speed) => {
          const { met, expected, ahead } = await run(definition, chosen, speed);
          expect(met).toEqual(expected);
          expect(ahead).toBe(0);
          stopped += met.length;
        },
      ),
      // Most of what is drawn stops nowhere, and some of it often: a hundred of them may be all but passed by.
      { numRuns: 400 },
    );
    // They are not all passed by.
    expect(stopped).toBeGreaterThan(50);
  }, 120_000);
});
