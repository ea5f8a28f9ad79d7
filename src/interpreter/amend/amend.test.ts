import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../asl';
import { arbitraryDefinition } from '../../asl/testing/arbitraryDefinition';
import { createExecution } from '../execution';
import type { CallService, Execution, ManualChange } from '../execution.types';
import { runToEnd } from '../run';
import { forkExecution } from '../testing/forkExecution';
import { eventsOf, LAMBDA, machine, play, programOf, settingsOf, types } from '../testing/play';

const MOST = { maxTransitions: 2000 };
/** Fails and answers by what it is asked alone, so that any part of a run gets what the whole got. */
const services: CallService = ({ stateName, attempt, mapIndex }) =>
  (stateName.length + attempt + mapIndex.length) % 3 === 0
    ? { type: 'fail', error: 'Boom', after: 1 as never }
    : { type: 'succeed', output: { from: stateName, attempt }, submitted: {}, after: (attempt * 2) as never };
const OK: CallService = ({ stateName }) => ({ type: 'succeed', output: stateName });

const recordingOf = (definition: object, execution: Execution, input: Json = {}) => ({
  program: programOf(definition),
  settings: settingsOf(),
  input,
  journal: execution.journal,
});

async function fork(definition: object, execution: Execution, position: number, input: Json = {}) {
  const forked = await forkExecution(recordingOf(definition, execution, input), position);
  if (!forked) throw new Error('no state is entered there');
  return forked;
}

const entered = ({ timeline: all }: Execution): readonly number[] =>
  Array.from({ length: all.length }, (_, position) => position).filter((position) =>
    all.record(position).type.endsWith('StateEntered'),
  );

/** Stands before the named state, the first time it comes. */
async function standingBefore(
  definition: object,
  name: string,
  input: Json = {},
  call = OK,
): Promise<Execution> {
  const execution = play(definition, { input, services: call });
  const at = eventsOf(execution).findIndex((event) =>
    JSON.stringify(event).includes(`"stateEnteredEventDetails":{"name":"${name}"`),
  );
  return (await fork(definition, execution, at, input)).execution;
}

const end = async (execution: Execution, call = OK): Promise<Execution> => {
  await runToEnd(execution, call, MOST);
  return execution;
};

const timeline = ({ timeline: all }: Execution): readonly unknown[] =>
  Array.from({ length: all.length }, (_, position) => all.event(position));

describe('A fork', () => {
  it('anywhere, which goes on as it was, has the same history', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDefinition(), fc.nat(200), async (definition, at) => {
        const whole = await end(createExecution(programOf(definition), settingsOf(), {}), services);
        whole.deliver({ type: 'stop', at: whole.now });
        const places = entered(whole);
        const position = places[at % places.length] ?? 0;
        const forked = await fork(definition, whole, position);
        expect(timeline(forked.execution)).toEqual(timeline(whole).slice(0, position));
        await runToEnd(forked.execution, services, {
          maxTransitions: MOST.maxTransitions - forked.execution.transitions,
        });
        forked.execution.deliver({ type: 'stop', at: forked.execution.now });
        expect(timeline(forked.execution)).toEqual(timeline(whole));
      }),
      { numRuns: 60 },
    );
  });

  it('of a run that was changed by hand and redriven has the history that was', async () => {
    const input = fc.jsonValue().map((value) => ({ x: value }) as Json);
    await fc.assert(
      fc.asyncProperty(
        arbitraryDefinition(),
        arbitraryDefinition(),
        fc.array(fc.record({ at: fc.nat(12), input, kind: fc.nat(4) }), { maxLength: 5 }),
        async (definition, other, changes) => {
          const execution = createExecution(programOf(definition), settingsOf(), {});
          await runToEnd(execution, services, { maxTransitions: 0 });
          for (const { at, input: value, kind } of changes) {
            await runToEnd(execution, services, { maxTransitions: at });
            execution.change(changeOf(kind, value, other, definition));
            if (kind === 4) execution.deliver({ type: 'stop', at: execution.now });
            if (execution.status !== 'RUNNING') execution.deliver({ type: 'redrive', at: execution.now });
          }
          await runToEnd(execution, services, { maxTransitions: 300 });
          const last = entered(execution).at(-1) ?? 0;
          const forked = await fork(definition, execution, last);
          expect(timeline(forked.execution)).toEqual(timeline(execution).slice(0, last));
          expect(forked.execution.timeline.marks).toEqual(
            execution.timeline.marks.filter(({ position }) => position <= last),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('Amending', () => {
  const each = machine({
    Each: {
      Type: 'Map',
      MaxConcurrency: 1,
      ItemProcessor: machine({
        Rate: { Type: 'Pass', Assign: { rate: 2 }, Next: 'Charge' },
        Charge: { Type: 'Pass', Parameters: { 'v.$': 'States.Array($.x, $rate)' }, End: true },
      }),
      End: true,
    },
  });
  it('gives the state that is entered next another input and other variables, in one iteration', async () => {
    const input = [{ x: 1 }, { x: 2 }];
    const execution = await standingBefore(each, 'Charge', input);
    expect(execution.change({ type: 'amend', input: { x: 9 }, variables: { rate: 7 } })).toBeUndefined();
    await end(execution);
    expect(execution.output).toEqual([{ v: [9, 7] }, { v: [2, 2] }]);
    const [mark] = execution.timeline.marks;
    expect(mark).toMatchObject({ type: 'amend', changesInput: true, variables: { rate: 7 } });
    expect(execution.timeline.record(mark?.position ?? 0)).toMatchObject({ stateName: 'Charge' });
    expect(execution.journal[0]).toMatchObject({ type: 'amend', afterEvent: mark?.position });
  });
  it('is refused where no state comes next', () => {
    const ended = play(machine({ A: { Type: 'Pass', End: true } }));
    expect(ended.change({ type: 'amend', input: 1 })).toBe('The run does not stand before a state.');
    expect(ended.journal).toEqual([]);
  });
});

describe('A forced Choice', () => {
  const loop = machine({
    Which: {
      Type: 'Choice',
      Choices: [
        { Variable: '$.n', NumericEquals: 1, Next: 'One', Assign: { by: 'rule' } },
        { Variable: '$.n', NumericEquals: 2, Next: 'Two' },
      ],
      Default: 'One',
    },
    One: { Type: 'Pass', Parameters: { n: 2 }, Next: 'Which' },
    Two: { Type: 'Pass', End: true },
  });
  it('goes the way of the rule, for that visit alone', async () => {
    const execution = await standingBefore(loop, 'Which', { n: 2 });
    expect(execution.change({ type: 'forceChoice', rule: 0 })).toBeUndefined();
    await end(execution);
    expect(execution.status).toBe('SUCCEEDED');
    expect(types(execution).filter((type) => type === 'PassStateEntered')).toHaveLength(2);
    expect(execution.timeline.marks).toEqual([
      { type: 'forceChoice', position: 1, state: '/States/Which', rule: 0 },
    ]);
  });
  it('does not evaluate what would fail', async () => {
    const execution = await standingBefore(loop, 'Which', {});
    expect(execution.change({ type: 'forceChoice', rule: 'default' })).toBeUndefined();
    expect((await end(execution)).status).toBe('SUCCEEDED');
  });
  it.each([
    [{ type: 'forceChoice', rule: 5 }, '“Which” has no such rule.'],
    [{ type: 'rebase', text: '{', format: 'json' }, 'The edited definition cannot be read.'],
  ] as const)('is refused: %j', async (change, reason) => {
    const execution = await standingBefore(loop, 'Which', { n: 2 });
    expect(execution.change(change)).toBe(reason);
  });
});

describe('Another definition', () => {
  const to = (definition: object): ManualChange => ({
    type: 'rebase',
    text: JSON.stringify(definition),
    format: 'json',
  });
  const first = machine({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', Result: 1, End: true } });
  it('is followed from the state that comes next, which may have become anything', async () => {
    const execution = await standingBefore(first, 'B');
    const edited = machine({
      A: { Type: 'Pass', Next: 'B' },
      B: { Type: 'Task', Resource: LAMBDA, Next: 'C' },
      C: { Type: 'Succeed' },
    });
    expect(execution.change(to(edited))).toBeUndefined();
    expect((await end(execution)).output).toBe('B');
    expect(types(execution)).toContain('SucceedStateEntered');
  });
  it('is refused, and nothing is changed, when it lacks the state', async () => {
    const execution = await standingBefore(first, 'B');
    const reason = execution.change(to(machine({ A: { Type: 'Succeed' } })));
    expect(reason).toBe('The edited definition has no state “B” where the run stands at one.');
    expect((await end(execution)).output).toBe(1);
  });

  const parallel = (one: object, two: object): object =>
    machine({ Both: { Type: 'Parallel', End: true, Branches: [machine({ T: one }), machine({ U: two })] } });
  const task = (Resource: string) => ({ Type: 'Task', Resource, End: true });
  const wait = { Type: 'Wait', Seconds: 1, End: true };
  it.each([
    ['another type', parallel(wait, task(LAMBDA)), '“T” has begun and is of another type'],
    ['another service', parallel(task('arn:aws:states:::dynamodb:getItem'), wait), '“T” waits for an answer'],
    [
      'fewer branches',
      machine({ Both: { Type: 'Parallel', End: true, Branches: [machine({ T: task(LAMBDA) })] } }),
      '“Both” has begun and has another number of branches',
    ],
  ])('is refused with %s for what has begun', async (_, edited, reason) => {
    const definition = parallel(task(LAMBDA), wait);
    const execution = createExecution(programOf(definition), settingsOf(), {});
    void execution.run();
    expect(execution.change(to(edited))).toContain(reason);
  });

  it.each(['INLINE', 'DISTRIBUTED'])('repairs a %s Map for its redrive', async (Mode) => {
    const map = (Arguments: object): object =>
      machine({
        Each: {
          Type: 'Map',
          ItemProcessor: {
            ProcessorConfig: { Mode, ExecutionType: 'STANDARD' },
            ...machine({ T: { ...task(LAMBDA), Parameters: Arguments } }),
          },
          End: true,
        },
      });
    const call: CallService = ({ arguments: sent, mapIndex }) => {
      const good = (sent as JsonObject).good === true || (sent as JsonObject).x === 1;
      return good ? { type: 'succeed', output: mapIndex.length } : { type: 'fail', error: 'Bad' };
    };
    const execution = await end(createExecution(programOf(map({ 'x.$': '$' })), settingsOf(), [1, 2]), call);
    expect(execution.status).toBe('FAILED');
    expect(execution.change(to(map({ good: true })))).toBeUndefined();
    execution.deliver({ type: 'redrive', at: execution.now });
    expect((await end(execution, call)).status).toBe('SUCCEEDED');
  });
  it('puts another state in the place of a Fail for a redrive', async () => {
    const execution = play(machine({ A: { Type: 'Fail', Error: 'No' } }));
    expect(execution.change(to(machine({ A: { Type: 'Pass', Result: 'yes', End: true } })))).toBeUndefined();
    execution.deliver({ type: 'redrive', at: execution.now });
    expect((await end(execution)).output).toBe('yes');
  });
});

function changeOf(kind: number, input: Json, other: object, same: object): ManualChange {
  switch (kind) {
    case 0:
      return { type: 'amend', input };
    case 1:
      return { type: 'amend', variables: { x: input, y: 1 } };
    case 2:
      return { type: 'forceChoice', rule: 'default' };
    default:
      return { type: 'rebase', text: JSON.stringify(kind === 3 ? other : same), format: 'json' };
  }
}
