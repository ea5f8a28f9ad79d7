import { describe, expect, it } from 'vitest';
import type { EpochMs, Json, StatePath } from '../../asl';
import { type CallService, defaultSettings } from '../../interpreter';
import { type MockOutcome, stubAnswer } from '../../services';
import type { BranchRequest } from '../amend.types';
import { connectExecutionClient } from '../executionClient';
import { createExecutionHost } from '../executionHost';
import type { ProgressBatch, ServiceChoice } from '../run.types';
import { createFakePulse } from '../testing/fakePulse';
import { InProcessPort } from '../testing/inProcessPort';
import { watched } from '../testing/watched';

const CHARGES = {
  StartAt: 'Each',
  States: {
    Each: {
      Type: 'Map',
      MaxConcurrency: 1,
      ItemProcessor: {
        StartAt: 'Rate',
        States: {
          Rate: { Type: 'Pass', Assign: { rate: 2 }, Next: 'Charge' },
          Charge: { Type: 'Pass', Parameters: { 'v.$': 'States.Array($.x, $rate)' }, End: true },
        },
      },
      End: true,
    },
  },
};
const WHICH = {
  StartAt: 'Which',
  States: {
    Which: {
      Type: 'Choice',
      Choices: [
        { Variable: '$.n', NumericGreaterThan: 5, Next: 'Big' },
        {
          And: [
            { Variable: '$.n', IsPresent: true },
            { Variable: '$.m', NumericEqualsPath: '$.n' },
          ],
          Next: 'Big',
        },
      ],
      Default: 'Small',
    },
    Big: { Type: 'Pass', Result: 'big', End: true },
    Small: { Type: 'Pass', Result: 'small', Next: 'Other' },
    Other: { Type: 'Pass', End: true },
  },
};
const call = (fields: object = {}) => ({
  StartAt: 'T',
  States: { T: { Type: 'Task', Resource: 'fn', End: true, ...fields } },
});
const inside = (name: string) => `/States/Each/ItemProcessor/States/${name}` as StatePath;
const state = (name: string) => `/States/${name}` as StatePath;
const NO_STOPS = { breakpoints: [] };

function bench(callService: CallService = stubAnswer) {
  const batches: ProgressBatch[] = [];
  const crashes: string[] = [];
  const client = watched(
    connectExecutionClient(
      () => new InProcessPort((post) => createExecutionHost({ post, pulse: createFakePulse(), callService })),
      () => () => {},
    ),
  );
  client.subscribe((news) => {
    if (news.type === 'progress') batches.push(news.batch);
    else if (news.type === 'crashed') crashes.push(news.message);
  });
  const until = async (control: ProgressBatch['control'], run = 'run'): Promise<ProgressBatch> => {
    for (let turn = 0; turn < 3000; turn++) {
      const last = batches.at(-1);
      if (last?.control === control && last.run === run) return last;
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    throw new Error(`it is not ${control}: ${JSON.stringify([batches.at(-1), crashes])}`);
  };
  const start = async (
    definition: object,
    input: Json = {},
    stops = NO_STOPS,
    type: 'STANDARD' | 'EXPRESS' = 'STANDARD',
    services: ServiceChoice = {},
  ) => {
    const settings = defaultSettings({ startTime: 1_700_000_000_000 as EpochMs, executionName: 'run', type });
    const run = {
      text: JSON.stringify(definition),
      format: 'json',
      input: JSON.stringify(input),
      settings,
      ...services,
    } as const;
    expect(await client.start(run, 'instant', false, stops)).toEqual({ ok: true });
  };
  const branch = (request: Omit<BranchRequest, 'name' | 'arn'>, paused = false, stops = NO_STOPS) => {
    batches.length = 0;
    return client.ask('branch', {
      branch: { name: 'branch', arn: 'arn:branch', ...request },
      about: { name: 'Run 2', document: 'd', startedAt: 0 },
      speed: 'instant',
      paused,
      stops,
    });
  };
  return { client, batches, until, start, branch };
}

const edited = (definition: object) => ({ text: JSON.stringify(definition), format: 'json' }) as const;

describe('A branch', () => {
  it('goes on with other data from a visit of an ended run', async () => {
    const on = bench();
    await on.start(CHARGES, [{ x: 1 }, { x: 2 }, { x: 3 }]);
    await on.until('ended');
    const at = { state: inside('Charge'), number: 1 };
    expect(await on.branch({ visit: at, input: '{"x":9}', variables: '{"rate":7}' })).toEqual({
      ok: true,
      state: inside('Charge'),
      event: 13,
    });
    const { result } = await on.until('ended', 'branch');
    expect(JSON.parse(result?.output ?? '')).toEqual([{ v: [1, 2] }, { v: [9, 7] }, { v: [3, 2] }]);
    const visit = await on.client.getVisit(at.state, 1);
    expect(visit).toMatchObject({ input: '{"x":9}', variables: { rate: '7' }, mark: 'amend' });
    expect((await on.client.getVisit(at.state, 2))?.variables).toEqual({ rate: '2' });
    expect(await on.client.ask('explain', at)).toEqual({ changed: { input: true, variables: ['rate'] } });
    const page = await on.client.getEvents(12, 1);
    expect(page.rows[0]).toMatchObject({ mark: 'amend', event: { type: 'PassStateEntered' } });
  });
  it('shows the variables that were changed, after the next states, too', async () => {
    const on = bench();
    const pass = (Next: string) => ({ Type: 'Pass', Next });
    await on.start({
      StartAt: 'R',
      States: {
        R: { ...pass('X'), Assign: { rate: 2 } },
        X: pass('Y'),
        Y: { Type: 'Pass', Parameters: { 'v.$': '$rate' }, End: true },
      },
    });
    await on.until('ended');
    expect((await on.client.getData(['$rate'])).watched).toEqual([{ ok: true, text: '2' }]);
    await on.branch({ visit: { state: state('X'), number: 0 }, variables: '{"rate":7}' });
    expect((await on.until('ended', 'branch')).result?.output).toBe('{"v":7}');
    expect(await on.client.getData(['$rate'])).toEqual({
      variables: { rate: '7' },
      watched: [{ ok: true, text: '7' }],
    });
  });
  it('shows the variables that a state assigned before the definition was edited', async () => {
    const on = bench();
    const states = { X: { Type: 'Pass', Next: 'Y' }, Y: { Type: 'Pass', End: true } };
    const first = { Type: 'Pass', Next: 'X' };
    await on.start({ StartAt: 'R', States: { R: { ...first, Assign: { rate: 2 } }, ...states } });
    await on.until('ended');
    const definition = edited({ StartAt: 'R', States: { R: first, ...states } });
    await on.branch({ visit: { state: state('X'), number: 0 }, definition });
    await on.until('ended', 'branch');
    expect((await on.client.getData([])).variables).toEqual({ rate: '2' });
  });
  it('stands at the visit, where breakpoints and steps work', async () => {
    const on = bench();
    await on.start(CHARGES, [{ x: 1 }, { x: 2 }, { x: 3 }]);
    await on.until('ended');
    const stops = { breakpoints: [{ id: 1, enabled: true, kind: 'entry', state: inside('Rate') }] } as const;
    await on.branch({ visit: { state: inside('Charge'), number: 0 } }, true, stops as never);
    expect(await on.until('paused', 'branch')).toMatchObject({ at: inside('Charge') });
    await on.client.continue();
    for (let turn = 0; turn < 500 && on.batches.at(-1)?.at !== inside('Rate'); turn++)
      await new Promise((resolve) => setTimeout(resolve, 0));
    expect(on.batches.at(-1)).toMatchObject({ control: 'paused', at: inside('Rate') });
    await on.client.step('out');
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(on.batches.at(-1)).toMatchObject({ control: 'paused', at: state('Each') });
  });
  it('of a branch follows the edited definition', async () => {
    const on = bench();
    await on.start(WHICH, { n: 1, m: 2 });
    await on.until('ended');
    await on.branch({ visit: { state: state('Which'), number: 0 }, input: '{"n":7}' });
    expect((await on.until('ended', 'branch')).result?.output).toBe('"big"');
    const definition = { ...WHICH, States: { ...WHICH.States, Big: { Type: 'Succeed' } } };
    await on.branch({ visit: { state: state('Big'), number: 0 }, definition: edited(definition) });
    expect((await on.until('ended', 'branch')).result?.output).toBe('{"n":7}');
  });
  it.each([
    [{ visit: { state: state('Which'), number: 4 } }, 'The run does not stand at a state.'],
    [
      { visit: { state: state('Small'), number: 0 }, variables: '[]' },
      'The variables are not a JSON object.',
    ],
    [{ visit: { state: state('Small'), number: 0 }, definition: edited(call()) }, 'has no state “Small”'],
  ] as const)('is refused in words: %j', async (request, reason) => {
    const on = bench();
    await on.start(WHICH, { n: 1, m: 2 });
    await on.until('ended');
    expect(await on.branch(request)).toMatchObject({ ok: false, reason: expect.stringContaining(reason) });
  });
  it('begins at the next state that is entered after an event', async () => {
    const on = bench();
    await on.start(WHICH, { n: 1, m: 2 });
    await on.until('ended');
    expect(await on.client.ask('findEntry', { event: 3 })).toEqual({
      state: state('Small'),
      number: 0,
      event: 4,
    });
    expect(await on.client.ask('findEntry', { event: 99 })).toBeNull();
  });
});

describe('A forced Choice', () => {
  it('goes on in the same run, stops after the step and is marked', async () => {
    const on = bench();
    const stops = { breakpoints: [{ id: 1, enabled: true, kind: 'entry', state: state('Which') }] };
    await on.start(WHICH, { n: 1, m: 1 }, stops as never);
    await on.until('paused');
    const place = { state: state('Which'), number: 0 };
    expect(await on.client.ask('explain', place)).toMatchObject({
      choice: {
        taken: 1,
        isForced: false,
        canForce: true,
        default: 'Small',
        rules: [
          { words: '$.n > 5', answer: false, next: 'Big' },
          {
            answer: true,
            comparisons: [
              { words: '$.n is present', answer: true, operands: [{ text: '$.n', value: 1 }] },
              {
                answer: true,
                operands: [
                  { text: '$.m', value: 1 },
                  { text: '$.n', value: 1 },
                ],
              },
            ],
          },
        ],
      },
    });
    const force = { rule: 'default', speed: 'instant', stops: NO_STOPS } as const;
    expect(await on.client.ask('forceChoice', force)).toEqual({ ok: true });
    for (let turn = 0; turn < 500 && on.batches.at(-1)?.at !== state('Small'); turn++)
      await new Promise((resolve) => setTimeout(resolve, 0));
    expect(on.batches.at(-1)).toMatchObject({ control: 'paused', run: 'run', at: state('Small') });
    expect(await on.client.ask('explain', place)).toMatchObject({
      choice: { taken: 'default', isForced: true, canForce: false },
    });
    await on.client.continue();
    expect((await on.until('ended')).result?.output).toBe('"small"');
  });
  it('is refused where the run does not stand before one', async () => {
    const on = bench();
    await on.start(WHICH, { n: 1, m: 2 });
    await on.until('ended');
    const force = { rule: 0, speed: 'instant', stops: NO_STOPS } as const;
    expect(await on.client.ask('forceChoice', force)).toMatchObject({ ok: false });
  });
});

describe('A redrive', () => {
  const failing: CallService = ({ arguments: sent }) =>
    JSON.stringify(sent).includes('good')
      ? { type: 'succeed', output: 'ok' }
      : { type: 'fail', error: 'Bad' };

  it('with the edited definition takes up the visit that failed', async () => {
    const on = bench(failing);
    await on.start(call());
    expect((await on.until('ended')).result).toEqual({ status: 'FAILED', error: 'Bad' });
    const redrive = { speed: 'instant', stops: NO_STOPS } as const;
    on.batches.length = 0;
    await on.client.ask('redrive', redrive);
    expect((await on.until('ended')).result).toMatchObject({ status: 'FAILED' });
    on.batches.length = 0;
    await on.client.ask('redrive', { ...redrive, definition: edited(call({ Parameters: { good: true } })) });
    const last = await on.until('ended');
    expect(last.result).toEqual({ status: 'SUCCEEDED', output: '"ok"' });
    expect(on.batches.flatMap(({ states }) => states).at(-1)).toMatchObject({
      status: 'succeeded',
      visits: 1,
    });
    expect(await on.client.getVisit(state('T'), 0)).toMatchObject({ status: 'succeeded', attempts: 3 });
  });
  it('with the edited definition is not followed by a branch from before it', async () => {
    const on = bench();
    const definition = (b: object) => ({
      StartAt: 'A',
      States: { A: { Type: 'Pass', Next: 'B' }, B: b, C: { Type: 'Succeed' } },
    });
    const first = definition({ Type: 'Fail', Error: 'No' });
    await on.start(first);
    await on.until('ended');
    const repaired = edited(definition({ Type: 'Pass', Next: 'C' }));
    on.batches.length = 0;
    await on.client.ask('redrive', { speed: 'instant', stops: NO_STOPS, definition: repaired });
    expect((await on.until('ended')).result?.status).toBe('SUCCEEDED');
    const branched = async (fields: { readonly definition?: typeof repaired }) => {
      await on.client.showRun('run', 'instant', NO_STOPS, false);
      const made = await on.branch({ visit: { state: state('A'), number: 0 }, ...fields });
      const { result } = await on.until('ended', 'branch');
      const shown = await on.client.showRun('branch', 'instant', NO_STOPS, false);
      const earlier = made.ok ? made.earlier : undefined;
      return [result?.status, typeof shown === 'string' ? shown : shown.text, earlier];
    };
    expect(await branched({})).toEqual(['FAILED', JSON.stringify(first), edited(first)]);
    expect(await branched({ definition: repaired })).toEqual(['SUCCEEDED', repaired.text, undefined]);
    await on.client.showRun('run', 'instant', NO_STOPS, false);
    await on.branch({ visit: { state: state('C'), number: 0 } });
    expect((await on.until('ended', 'branch')).result?.status).toBe('SUCCEEDED');
    expect(await on.client.showRun('branch', 'instant', NO_STOPS, false)).toMatchObject(repaired);
  });
  it('takes up the iterations of a Map where they belong', async () => {
    let healed = false;
    const on = bench(() => (healed ? { type: 'succeed', output: 1 } : { type: 'fail', error: 'Bad' }));
    const map = { StartAt: 'Each', States: { Each: { Type: 'Map', ItemProcessor: call(), End: true } } };
    await on.start(map, [1, 2]);
    await on.until('ended');
    healed = true;
    on.batches.length = 0;
    await on.client.ask('redrive', { speed: 'instant', stops: NO_STOPS });
    await on.until('ended');
    const visits = await on.client.getVisits(inside('T'), 0, 9);
    expect(visits.visits.map(({ status, iteration }) => [status, iteration])).toEqual([
      ['succeeded', [0]],
      ['succeeded', [1]],
    ]);
    const each = await on.client.getVisit(state('Each'), 0);
    expect(each?.status).toBe('succeeded');
    expect(each?.tries).toHaveLength(1);
    expect(each?.tries[0]).toMatchObject({ outcome: 'succeeded' });
    expect(each?.tries[0]).not.toHaveProperty('error');
  });
  it('asks the services that there are now, and a branch does', async () => {
    const on = bench();
    const mocked = (outcome: MockOutcome): ServiceChoice => ({
      mockedTasks: [{ state: state('T'), mock: { kind: 'fixed', outcome } }],
    });
    const returns = (value: string) => mocked({ type: 'return', value });
    const throws = mocked({ type: 'throw', error: 'Down', cause: '' });
    await on.start(call(), {}, NO_STOPS, 'STANDARD', throws);
    expect((await on.until('ended')).result).toMatchObject({ status: 'FAILED', error: 'Down' });
    const redrive = { speed: 'instant', stops: NO_STOPS } as const;
    const redriven = async (services?: ServiceChoice) => {
      on.batches.length = 0;
      await on.client.ask('redrive', services === undefined ? redrive : { ...redrive, services });
      return (await on.until('ended')).result;
    };
    expect(await redriven()).toMatchObject({ error: 'Down' });
    expect(await redriven(mocked({ type: 'throw', error: 'Still', cause: '' }))).toMatchObject({
      error: 'Still',
    });
    expect(await redriven()).toMatchObject({ error: 'Still' });
    expect(await redriven(returns('"up"'))).toMatchObject({ output: '"up"' });
    await on.branch({ visit: { state: state('T'), number: 0 }, services: returns('"other"') });
    expect((await on.until('ended', 'branch')).result).toMatchObject({ output: '"other"' });
  });
  it('does not let the services of now decide what happened before', async () => {
    const on = bench();
    const mocked = (outcome: MockOutcome): ServiceChoice => ({
      mockedTasks: [{ state: state('T'), mock: { kind: 'fixed', outcome } }],
    });
    const definition = call({ TimeoutSeconds: 5 });
    await on.start(definition, {}, NO_STOPS, 'STANDARD', mocked({ type: 'never' }));
    expect((await on.until('ended')).result).toMatchObject({ error: 'States.Timeout' });
    const before = (await on.client.getEvents(0, 99)).rows;
    on.batches.length = 0;
    const services = mocked({ type: 'return', value: '1' });
    await on.client.ask('redrive', { speed: 'instant', stops: NO_STOPS, services });
    expect((await on.until('ended')).result).toMatchObject({ output: '1' });
    expect((await on.client.getEvents(0, before.length)).rows).toEqual(before);
  });
  it('starts the child executions that there are now, and reads the objects', async () => {
    const on = bench();
    const parent = {
      StartAt: 'Read',
      States: {
        Read: {
          Type: 'Task',
          Resource: 'arn:aws:states:::aws-sdk:s3:getObject',
          Parameters: { Bucket: 'b', Key: 'k' },
          ResultPath: '$.read',
          Next: 'Child',
        },
        Child: {
          Type: 'Task',
          Resource: 'arn:aws:states:::states:startExecution.sync:2',
          Parameters: { StateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:Child' },
          OutputPath: '$.Output',
          End: true,
        },
      },
    };
    const child = (only: object) => ({
      machines: [
        {
          name: 'Child',
          type: 'STANDARD' as const,
          text: JSON.stringify({ StartAt: 'Only', States: { Only: only } }),
        },
      ],
    });
    const other = { objects: [{ bucket: 'b', key: 'other', body: '' }] };
    const failing = child({ Type: 'Fail', Error: 'No' });
    await on.start(parent, {}, NO_STOPS, 'STANDARD', { ...other, ...failing });
    expect((await on.until('ended')).result).toMatchObject({ error: 'S3.NoSuchKeyException' });
    const there = { objects: [...other.objects, { bucket: 'b', key: 'k', body: 'x' }] };
    const redriven = async (services: ServiceChoice) => {
      on.batches.length = 0;
      await on.client.ask('redrive', { speed: 'instant', stops: NO_STOPS, services });
      return (await on.until('ended')).result;
    };
    expect(await redriven({ ...there, ...failing })).toMatchObject({ error: 'States.TaskFailed' });
    const mended = child({ Type: 'Pass', Result: 'mended', End: true });
    expect(await redriven({ ...there, ...mended })).toMatchObject({ output: '"mended"' });
    const { rows } = await on.client.getEvents(0, 99);
    const children = rows.flatMap(({ child: arn }) => (arn === undefined ? [] : [arn]));
    const texts: unknown[] = [];
    for (const arn of new Set(children)) {
      const shown = await on.client.showChild('run', arn);
      texts.push(typeof shown === 'string' ? shown : shown.text);
      await on.client.showRun('run', 'instant', NO_STOPS, false);
    }
    expect(texts).toEqual([failing.machines[0]?.text, mended.machines[0]?.text]);
  });
  it('is not for Express, and says so', async () => {
    const on = bench(failing);
    await on.start(call(), {}, NO_STOPS, 'EXPRESS');
    const reason = 'Execution is EXPRESS and cannot be redriven';
    expect((await on.until('ended')).result).toMatchObject({ notRedrivable: reason });
    expect(await on.client.ask('redrive', { speed: 'instant', stops: NO_STOPS })).toEqual({
      ok: false,
      reason: `${reason}.`,
    });
  });
});

describe('What a failure came to', () => {
  it('is told of retriers with their delays, and of catchers', async () => {
    const on = bench(() => ({ type: 'fail', error: 'Bad' }));
    await on.start({
      StartAt: 'T',
      States: {
        T: {
          ...call().States.T,
          Retry: [
            { ErrorEquals: ['Other'] },
            { ErrorEquals: ['Bad'], IntervalSeconds: 2, MaxAttempts: 2, MaxDelaySeconds: 3 },
          ],
          Catch: [
            { ErrorEquals: ['Other'], Next: 'Done' },
            { ErrorEquals: ['States.ALL'], Next: 'Done' },
          ],
        },
        Done: { Type: 'Succeed' },
      },
    });
    await on.until('ended');
    expect(await on.client.ask('explain', { state: state('T'), number: 0 })).toEqual({
      failure: {
        error: 'Bad',
        isUnmatchable: false,
        retriers: [
          { errorEquals: ['Other'], matches: false, maxAttempts: 3, delays: [] },
          {
            errorEquals: ['Bad'],
            matches: true,
            maxAttempts: 2,
            delays: [
              { interval: 2, rate: 2, power: 0, cap: 3, delay: 2, jitter: false, waited: 2 },
              { interval: 2, rate: 2, power: 1, cap: 3, delay: 3, jitter: false, waited: 3 },
            ],
          },
        ],
        catchers: [
          { errorEquals: ['Other'], next: 'Done', matches: false, isTaken: false },
          { errorEquals: ['States.ALL'], next: 'Done', matches: true, isTaken: true },
        ],
      },
    });
  });
});
