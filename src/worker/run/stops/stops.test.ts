import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EpochMs, Json, StatePath } from '../../../asl';
import { defaultSettings } from '../../../interpreter';
import { stubAnswer } from '../../../services';
import type { Breakpoint, StepKind } from '../../breakpoint.types';
import { connectExecutionClient } from '../../executionClient';
import { createExecutionHost } from '../../executionHost';
import type { ProgressBatch, Speed } from '../../run.types';
import { createFakePulse } from '../../testing/fakePulse';
import { InProcessPort } from '../../testing/inProcessPort';
import { watched } from '../../testing/watched';

const ITEMS = {
  StartAt: 'Each',
  States: {
    Each: {
      Type: 'Map',
      ItemsPath: '$.items',
      MaxConcurrency: 1,
      ItemProcessor: {
        StartAt: 'Charge',
        States: {
          Charge: {
            Type: 'Task',
            Resource: 'fn',
            Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 2, IntervalSeconds: 1 }],
            Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Sorry' }],
            Next: 'Note',
          },
          Note: { Type: 'Pass', Assign: { 'last.$': '$.n' }, End: true },
          Sorry: { Type: 'Pass', End: true },
        },
      },
      Next: 'Both',
    },
    Both: {
      Type: 'Parallel',
      Branches: [
        {
          StartAt: 'Left',
          States: { Left: { Type: 'Pass', Next: 'Left 2' }, 'Left 2': { Type: 'Pass', End: true } },
        },
        { StartAt: 'Right', States: { Right: { Type: 'Wait', Seconds: 5, End: true } } },
      ],
      Next: 'Count',
    },
    Count: { Type: 'Pass', Assign: { total: 3 }, Next: 'Done' },
    Done: { Type: 'Succeed' },
  },
};
const INPUT = { items: [{ n: 0 }, { n: 1, busy: true }, { n: 2 }, { n: 3, broken: true }] };
const INNER = '/States/Each/ItemProcessor/States';
const at = (path: string) => path as StatePath;

const stop = (
  part: Omit<Partial<Breakpoint>, 'kind'> & { readonly kind?: string; readonly state?: string },
): Breakpoint => ({ id: 1, enabled: true, kind: 'entry', ...part }) as Breakpoint;

/** A run in its worker's host, in this thread. */
function bench() {
  const pulse = createFakePulse(0.01);
  const batches: ProgressBatch[] = [];
  const tries = new Map<Json, number>();
  const client = watched(
    connectExecutionClient(
      () =>
        new InProcessPort((post) =>
          createExecutionHost({
            post,
            pulse,
            callService: (call) => {
              const { n, busy, broken } = call.arguments as { n: number; busy?: boolean; broken?: boolean };
              const before = tries.get(n) ?? 0;
              tries.set(n, before + 1);
              if (busy && before === 0) return { type: 'fail', error: 'Busy', after: 1 as never };
              if (broken) return { type: 'fail', error: 'Broken' };
              return stubAnswer(call);
            },
          }),
        ),
      () => () => {},
    ),
  );
  client.subscribe((news) => {
    if (news.type === 'progress') batches.push(news.batch);
  });
  const rests = async () => {
    const told = batches.length;
    for (let turn = 0; turn < 3000; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      const last = batches.at(-1);
      if (batches.length > told && last && last.control !== 'running') return last;
    }
    throw new Error('it went on and on');
  };
  return {
    client,
    async start(
      breakpoints: readonly Breakpoint[],
      { paused = false, speed = 'instant', definition = ITEMS, target }: Start = {},
    ) {
      const settings = defaultSettings({ startTime: 1_700_000_000_000 as EpochMs, executionName: 'run' });
      const text = JSON.stringify(definition);
      const run = { text, format: 'json', input: JSON.stringify(INPUT), settings } as const;
      const stops = { breakpoints, ...(target === undefined ? {} : { target: at(target) }) };
      expect(await client.start(run, speed, paused, stops)).toEqual({ ok: true });
      return rests();
    },
    async goOn(target?: string) {
      await client.continue(target === undefined ? undefined : at(target));
      return rests();
    },
    async step(kind: StepKind) {
      await client.step(kind);
      return rests();
    },
  };
}

interface Start {
  readonly paused?: boolean;
  readonly speed?: Speed;
  readonly definition?: object;
  readonly target?: string;
}

const reasonOf = ({ reason }: ProgressBatch) => reason;
const placeOf = ({ at: state, control }: ProgressBatch) =>
  control === 'ended' ? 'ended' : state?.split('/').at(-1);

describe('a breakpoint', () => {
  it('on entry stops before the state, in every iteration', async () => {
    const on = bench();
    const first = await on.start([stop({ state: `${INNER}/Note` })]);
    expect(first).toMatchObject({ control: 'paused', at: `${INNER}/Note`, visit: 0 });
    expect(reasonOf(first)).toBe('Paused before Note: breakpoint (item 0)');
    const second = await on.goOn();
    expect(second).toMatchObject({ visit: 1 });
    expect(reasonOf(second)).toBe('Paused before Note: breakpoint (item 1)');
    expect(reasonOf(await on.goOn())).toBe('Paused before Note: breakpoint (item 2)');
    expect(await on.goOn()).toMatchObject({ control: 'ended', result: { status: 'SUCCEEDED' } });
  });

  it('shows nothing that comes after', async () => {
    const on = bench();
    const { events } = await on.start([stop({ state: `${INNER}/Charge`, item: 2 })]);
    const { rows } = await on.client.getEvents(0, 1000);
    expect(rows).toHaveLength(events);
    expect(rows.at(-1)?.event.type).toBe('TaskStateEntered');
  });

  it.each([
    [stop({ state: `${INNER}/Charge`, item: 3 }), 'Paused before Charge: breakpoint on item 3'],
    [stop({ state: `${INNER}/Charge`, hits: 3 }), 'Paused before Charge: breakpoint (item 2), hit 3'],
    [stop({ kind: 'exit', state: '/States/Count' }), 'Paused after Count: breakpoint'],
    [stop({ kind: 'retry', state: `${INNER}/Charge` }), 'Paused in Charge: breakpoint on retry (item 1)'],
    [
      stop({ kind: 'error', state: `${INNER}/Charge`, item: 3 }),
      'Paused in Charge: breakpoint on error on item 3',
    ],
    [stop({ kind: 'iteration', state: '/States/Each', item: 2 }), 'Paused in Each: item 2 begins'],
    [
      { id: 1, enabled: true, kind: 'variable', variable: 'total' } as const,
      'Paused after Count: the variable total changed',
    ],
    [
      stop({ state: `${INNER}/Charge`, condition: '$.n > 1 and $.broken is not present' }),
      'Paused before Charge: breakpoint (item 2), $.n > 1 and $.broken is not present',
    ],
    [
      stop({ state: `${INNER}/Charge`, condition: '$.missing > 1' }),
      expect.stringContaining('the condition of its breakpoint cannot be evaluated. Invalid path'),
    ],
    [
      stop({ state: '/States/Both', condition: '$total == 3' }),
      expect.stringContaining('cannot be evaluated'),
    ],
    [
      stop({ state: '/States/Done', condition: '$total == 3' }),
      'Paused before Done: breakpoint, $total == 3',
    ],
  ])('%j', async (breakpoint, reason) => {
    expect(reasonOf(await bench().start([breakpoint]))).toEqual(reason);
  });

  it('that is off, or whose condition does not hold, stops nothing', async () => {
    const on = bench();
    const off = stop({ state: '/States/Done', enabled: false });
    expect(
      (await on.start([off, stop({ id: 2, state: '/States/Done', condition: '$total > 3' })])).control,
    ).toBe('ended');
  });

  it('evaluates JSONata with the input and the variables of the state', async () => {
    const definition = {
      QueryLanguage: 'JSONata',
      StartAt: 'A',
      States: {
        A: { Type: 'Pass', Assign: { x: 2 }, Next: 'B' },
        B: { Type: 'Pass', Next: 'C' },
        C: { Type: 'Succeed' },
      },
    };
    const on = bench();
    const [b, c] = ['/States/B', '/States/C'];
    const met = await on.start(
      [
        stop({ state: b, condition: '$x = 3' }),
        stop({ id: 2, state: c, condition: '{% $count($states.input.items[n >= $x]) = 2 %}' }),
      ],
      { definition },
    );
    expect(met).toMatchObject({ control: 'paused', at: c });
  });

  it('stops on failures without an event of their own, caught or not', async () => {
    const broken = (more: object) => ({
      StartAt: 'A',
      States: {
        A: {
          Type: 'Parallel',
          Branches: [{ StartAt: 'B', States: { B: { Type: 'Pass', ...more } } }],
          End: true,
        },
        C: { Type: 'Succeed' },
      },
    });
    const inner = '/States/A/Branches/0/States/B';
    const definition = broken({ InputPath: '$.missing', End: true });
    const on = bench();
    expect(await on.start([stop({ kind: 'error', state: inner })], { definition })).toMatchObject({
      at: inner,
      reason: 'Paused in B: breakpoint on error',
    });
    expect((await on.goOn()).control).toBe('ended');
  });

  it.each(['Map', 'Parallel'])('on an error stops at a %s that is retried, each time', async (Type) => {
    const scope = { StartAt: 'B', States: { B: { Type: 'Fail', Error: 'E' } } };
    const inner = Type === 'Map' ? { ItemsPath: '$.items', ItemProcessor: scope } : { Branches: [scope] };
    const Retry = [{ ErrorEquals: ['E'], MaxAttempts: 1, IntervalSeconds: 5 }];
    const Catch = [{ ErrorEquals: ['E'], Next: 'C' }];
    const definition = {
      StartAt: 'A',
      States: { A: { Type, ...inner, Retry, Catch, End: true }, C: { Type: 'Succeed' } },
    };
    const on = bench();
    const first = await on.start([stop({ kind: 'error', state: '/States/A' })], { definition });
    expect(reasonOf(first)).toBe('Paused in A: breakpoint on error');
    const { rows } = await on.client.getEvents(0, 1000);
    expect(rows.at(-1)?.event.type).toBe(`${Type}StateStarted`);
    expect(reasonOf(await on.goOn())).toBe('Paused in A: breakpoint on error');
    expect(await on.goOn()).toMatchObject({ control: 'ended', result: { status: 'SUCCEEDED' } });
  });

  it('may come and go while the run is paused', async () => {
    const on = bench();
    await on.start([stop({ state: '/States/Each' })]);
    await on.client.setBreakpoints([stop({ id: 2, state: '/States/Done' })]);
    expect(placeOf(await on.goOn())).toBe('Done');
  });

  it('stops at a slow speed, too', async () => {
    const on = bench();
    expect(placeOf(await on.start([stop({ state: '/States/Each' })], { speed: 1 }))).toBe('Each');
  });
});

describe('a step', () => {
  it('over takes a container as a whole', async () => {
    const on = bench();
    expect(placeOf(await on.start([], { paused: true }))).toBe('Each');
    expect(placeOf(await on.step('over'))).toBe('Both');
    expect(placeOf(await on.step('over'))).toBe('Count');
    expect(placeOf(await on.step('over'))).toBe('Done');
    expect(placeOf(await on.step('over'))).toBe('ended');
  });

  it('over goes on in its own branch, and ends with it', async () => {
    const on = bench();
    await on.start([stop({ state: '/States/Both' })]);
    expect(placeOf(await on.step('into'))).toBe('Left');
    const second = await on.step('over');
    expect(placeOf(second)).toBe('Left 2');
    expect(placeOf(await on.step('over'))).toBe('Both');
    expect(placeOf(await on.step('over'))).toBe('Count');
  });

  it('out leads to the end of the iteration, then of the Map', async () => {
    const on = bench();
    await on.start([stop({ state: `${INNER}/Charge`, item: 1 })]);
    await on.client.setBreakpoints([]);
    expect(placeOf(await on.step('out'))).toBe('Each');
    const { rows } = await on.client.getEvents(0, 1000);
    expect(rows.at(-1)?.event).toMatchObject({ type: 'PassStateExited' });
    expect(placeOf(await on.step('into'))).toBe('Charge');
    expect(placeOf(await on.step('out'))).toBe('Each');
    expect(placeOf(await on.step('over'))).toBe('Both');
    expect(placeOf(await on.step('out'))).toBe('ended');
  });

  it('to a state stops there once, from the start or from where it is paused', async () => {
    const on = bench();
    const met = await on.start([], { target: `${INNER}/Note` });
    expect(met).toMatchObject({ at: `${INNER}/Note`, reason: 'Paused before Note: run to here' });
    expect(placeOf(await on.goOn('/States/Count'))).toBe('Count');
    expect(placeOf(await on.goOn())).toBe('ended');
  });
});

describe('stopping changes nothing', () => {
  const states = [
    '/States/Each',
    `${INNER}/Charge`,
    `${INNER}/Note`,
    `${INNER}/Sorry`,
    '/States/Both',
    '/States/Count',
  ];
  const breakpoint = fc.record(
    {
      kind: fc.constantFrom('entry', 'exit', 'error', 'retry', 'iteration'),
      state: fc.constantFrom(...states),
      item: fc.nat(4),
      hits: fc.integer({ min: 1, max: 3 }),
      condition: fc.constantFrom('$.n > 1', '$.n is present', 'not a condition'),
    },
    { requiredKeys: ['kind', 'state'] },
  );
  const move = fc.constantFrom('into', 'over', 'out', 'continue', ...states);

  it('however a run is stopped and stepped, its history is that of a run that was not', async () => {
    const plain = bench();
    await plain.start([]);
    const history = await plain.client.exportHistory();
    await fc.assert(
      fc.asyncProperty(
        fc.array(breakpoint, { maxLength: 4 }),
        fc.array(move, { maxLength: 12 }),
        fc.boolean(),
        fc.constantFrom<Speed>('instant', 100_000),
        async (breakpoints, moves, paused, speed) => {
          const on = bench();
          const stops = breakpoints.map((each, id) => stop({ ...each, id } as never));
          let last = await on.start(stops, { paused, speed });
          for (const each of moves) {
            if (last.control === 'ended') break;
            if (each === 'continue') last = await on.goOn();
            else if (each === 'into' || each === 'over' || each === 'out') last = await on.step(each);
            else last = await on.goOn(each);
          }
          while (last.control !== 'ended') {
            await on.client.setBreakpoints([]);
            last = await on.goOn();
          }
          expect(await on.client.exportHistory()).toBe(history);
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});
