import { describe, expect, it } from 'vitest';
import type { StatePath } from '../../asl';
import type { CallService, ServiceAnswer } from '../../interpreter';
import type { ShownRun } from '../run/shownRun';
import type { StateProgress } from '../run.types';
import { recordRun } from '../testing/recordRun';

const path = (name: string) => `/States/${name}` as StatePath;
const inMap = (map: string, name: string) => `/States/${map}/ItemProcessor/States/${name}` as StatePath;
const inBranch = (branch: number, name: string) =>
  `/States/Both/Branches/${branch}/States/${name}` as StatePath;

const machine = (States: object, StartAt = 'A') => ({ StartAt, States });
const pass = (Next?: string) => ({ Type: 'Pass', ...(Next ? { Next } : { End: true }) });
const task = (rest: object = { End: true }) => ({ Type: 'Task', Resource: 'fn', ...rest });
const ALL = ['States.ALL'];
const fail: ServiceAnswer = { type: 'fail', error: 'Boom', cause: 'it did' };
const fine: ServiceAnswer = { type: 'succeed', output: 'fine' };
/** Fails the first calls of each state, one answer a call. */
const failFirst =
  (count: number): CallService =>
  ({ invocation }) =>
    invocation < count ? fail : fine;

/** All changes since the start, by path and by transition. */
function look(run: ShownRun) {
  const { states, taken, last } = run.fold.takeChanges();
  return {
    states: Object.fromEntries(states.map((state) => [state.path, state])) as Record<string, StateProgress>,
    taken: Object.fromEntries(taken.map(({ id, count }) => [id, count])),
    last,
  };
}

describe('statuses and counts', () => {
  it('counts visits and transitions of a loop, the rule of the Choice and the way out', () => {
    const count = { Type: 'Pass', Parameters: { 'n.$': 'States.MathAdd($.n, 1)' }, Next: 'Enough?' };
    const enough = {
      Type: 'Choice',
      Choices: [{ Variable: '$.n', NumericLessThan: 3, Next: 'A' }],
      Default: 'Done',
    };
    const { run } = recordRun(machine({ A: count, 'Enough?': enough, Done: { Type: 'Succeed' } }), { n: 0 });
    const { states, taken, last } = look(run);
    expect(states[path('A')]).toMatchObject({ status: 'succeeded', visits: 3, succeeded: 3, open: 0 });
    expect(taken).toEqual({
      'start:#start': 1,
      '/States/A#next': 3,
      '/States/Enough?#choice:0': 2,
      '/States/Enough?#default': 1,
      '/States/Done#end': 1,
    });
    expect(last).toBe('/States/Done#end');
  });

  it('counts a retry, and success after it', () => {
    const Retry = [{ ErrorEquals: ALL, IntervalSeconds: 5 }];
    const { run } = recordRun(machine({ A: task({ Retry, End: true }) }), {}, failFirst(2));
    expect(look(run).states[path('A')]).toMatchObject({ status: 'succeeded', visits: 1, retries: 2 });
  });

  it('shows a caught failure and the catcher that was taken', () => {
    const A = task({ Catch: [{ ErrorEquals: ALL, Next: 'Sorry' }], Next: 'Sorry' });
    const { run } = recordRun(machine({ A, Sorry: pass() }), {}, () => fail);
    const { states, taken } = look(run);
    expect(states[path('A')]).toMatchObject({ status: 'caught', caught: 1, failed: 0 });
    expect(taken).toMatchObject({ '/States/A#catch:0': 1 });
    expect(taken).not.toHaveProperty(['/States/A#next']);
  });

  it('shows a failure that has no event of its own and is caught', () => {
    const A = {
      Type: 'Parallel',
      Branches: [machine({ X: pass() }, 'X')],
      ResultSelector: { 'x.$': "States.StringToJson('{')" },
      Catch: [{ ErrorEquals: ALL, Next: 'Sorry' }],
      End: true,
    };
    const { run, execution } = recordRun(machine({ A, Sorry: pass() }));
    expect(execution.status).toBe('SUCCEEDED');
    const { states, taken } = look(run);
    expect(states[path('A')]?.status).toBe('caught');
    expect(taken['/States/A#catch:0']).toBe(1);
    expect(taken['/States/A#end'] ?? 0).toBe(0);
  });

  it('fails the state where the execution failed, whether or not an event says so', () => {
    const lost = recordRun(machine({ A: { ...pass(), InputPath: '$.missing' } }));
    expect(look(lost.run).states[path('A')]?.status).toBe('failed');
    const failed = recordRun(machine({ A: pass('F'), F: { Type: 'Fail', Error: 'No' } }));
    const { states, taken } = look(failed.run);
    expect(states[path('A')]?.status).toBe('succeeded');
    expect(states[path('F')]).toMatchObject({ status: 'failed', failed: 1, open: 0 });
    expect(taken['/States/F#end']).toBe(1);
  });

  it('fails the branch that failed, aborts the other, and catches with the Parallel', () => {
    const Both = {
      Type: 'Parallel',
      Branches: [
        machine({ Bad: task() }, 'Bad'),
        machine({ Slow: { Type: 'Wait', Seconds: 60, End: true } }, 'Slow'),
      ],
      Catch: [{ ErrorEquals: ALL, Next: 'Sorry' }],
      Next: 'Sorry',
    };
    const { run } = recordRun(machine({ Both, Sorry: pass() }, 'Both'), {}, () => fail);
    const { states } = look(run);
    expect(states[inBranch(0, 'Bad')]?.status).toBe('failed');
    expect(states[inBranch(1, 'Slow')]?.status).toBe('aborted');
    expect(states[path('Both')]?.status).toBe('caught');
    expect(states[path('Sorry')]?.status).toBe('succeeded');
  });

  it('fails a Wait in a branch that could not wait, which AWS records as aborted', () => {
    const bad = { Type: 'Wait', SecondsPath: '$.missing', End: true };
    const slow = { Type: 'Wait', Seconds: 60, End: true };
    const Both = {
      Type: 'Parallel',
      Branches: [machine({ Bad: bad }, 'Bad'), machine({ Slow: slow }, 'Slow')],
      End: true,
    };
    const { states } = look(recordRun(machine({ Both }, 'Both')).run);
    expect(states[inBranch(0, 'Bad')]).toMatchObject({ status: 'failed', failed: 1, aborted: 0 });
    expect(states[inBranch(1, 'Slow')]).toMatchObject({ status: 'aborted', failed: 0, aborted: 1 });
  });

  it('tells the iterations of a Map apart and fails only the one that failed', () => {
    const Each = {
      Type: 'Map',
      ItemProcessor: machine({ T: task({ Next: 'P' }), P: pass() }, 'T'),
      End: true,
    };
    const { run } = recordRun(machine({ Each }, 'Each'), [0, 1, 2], ({ mapIndex }) =>
      mapIndex[0] === 1 ? fail : fine,
    );
    const { states, taken } = look(run);
    expect(states[inMap('Each', 'T')]).toMatchObject({ status: 'failed', visits: 3, failed: 1 });
    expect(states[path('Each')]?.status).toBe('failed');
    expect(taken['start:/States/Each/ItemProcessor#start']).toBe(3);
  });

  it('begins a retried Map anew: what was open inside ended, the retry is counted on the Map', () => {
    const Each = {
      Type: 'Map',
      ItemProcessor: machine({ T: task() }, 'T'),
      Retry: [{ ErrorEquals: ALL }],
      End: true,
    };
    const { run, execution } = recordRun(machine({ Each }, 'Each'), [0], failFirst(1));
    expect(execution.status).toBe('SUCCEEDED');
    const { states } = look(run);
    expect(states[path('Each')]).toMatchObject({ status: 'succeeded', visits: 1, retries: 1 });
    expect(states[inMap('Each', 'T')]).toMatchObject({ visits: 2, failed: 1, succeeded: 1, open: 0 });
    expect(run.visit(path('Each'), 0)?.tries).toMatchObject([
      { outcome: 'failed' },
      { outcome: 'succeeded' },
    ]);
  });

  it('keeps nested iterations apart, one after the other or all at once', () => {
    for (const MaxConcurrency of [0, 1]) {
      const inner = {
        Type: 'Map',
        MaxConcurrency,
        ItemProcessor: machine({ T: task({ Next: 'P' }), P: pass() }, 'T'),
        End: true,
      };
      const outer = {
        Type: 'Map',
        MaxConcurrency,
        ItemProcessor: machine({ Inner: inner }, 'Inner'),
        End: true,
      };
      const { run } = recordRun(machine({ Outer: outer }, 'Outer'), [[1, 2], [3], []]);
      const P = '/States/Outer/ItemProcessor/States/Inner/ItemProcessor/States/P' as StatePath;
      const iterations = run.visits(P, 0, 10).visits.map(({ iteration }) => iteration.join('.'));
      expect([...iterations].sort()).toEqual(['0.0', '0.1', '1.0']);
      expect(look(run).states[path('Outer')]?.status).toBe('succeeded');
    }
  });

  it('says of changes only what changed', () => {
    const { run } = recordRun(machine({ A: pass() }));
    expect(look(run).states).toHaveProperty([path('A')]);
    expect(run.fold.takeChanges()).toMatchObject({ states: [], taken: [] });
  });

  it('aborts what is open when the execution is stopped or times out', () => {
    const late = { TimeoutSeconds: 10, ...machine({ A: { Type: 'Wait', Seconds: 60, End: true } }) };
    const { run, execution } = recordRun(late);
    expect(execution.status).toBe('TIMED_OUT');
    expect(look(run).states[path('A')]).toMatchObject({ status: 'aborted', aborted: 1, open: 0 });
  });
});

describe('visits', () => {
  it('have input, output, times and attempts with what was asked and answered', () => {
    const A = task({ Retry: [{ ErrorEquals: ALL, IntervalSeconds: 5 }], Next: 'B' });
    const { run } = recordRun(machine({ A, B: pass() }), { x: 1 }, failFirst(1));
    const visit = run.visit(path('A'), 0);
    expect(visit).toMatchObject({
      status: 'succeeded',
      number: 0,
      iteration: [],
      enteredEventId: 2,
      input: '{"x":1}',
      output: '"fine"',
      attempts: 2,
      tries: [
        { number: 0, outcome: 'failed', error: 'Boom', cause: 'it did', parameters: '{"x":1}' },
        { number: 1, outcome: 'succeeded', output: '"fine"' },
      ],
    });
    expect(visit?.error).toBeUndefined();
    expect((visit?.tries[1]?.scheduledAt ?? 0) - (visit?.enteredAt ?? 0)).toBe(5000);
    expect(run.visit(path('B'), 0)?.tries).toEqual([]);
    expect(run.visit(path('B'), 1)).toBeNull();
  });

  it('say why they failed', () => {
    const caught = recordRun(
      machine({ A: task({ Catch: [{ ErrorEquals: ALL, Next: 'B' }], End: true }), B: pass() }),
      {},
      () => fail,
    );
    expect(caught.run.visit(path('A'), 0)).toMatchObject({
      status: 'caught',
      error: 'Boom',
      cause: 'it did',
    });
    const lost = recordRun(machine({ A: { ...pass(), InputPath: '$.missing' } }));
    expect(lost.run.visit(path('A'), 0)).toMatchObject({ status: 'failed', error: 'States.Runtime' });
    const failed = recordRun(machine({ A: { Type: 'Fail', Error: 'No', Cause: 'way' } }));
    expect(failed.run.visit(path('A'), 0)).toMatchObject({ status: 'failed', error: 'No', cause: 'way' });
  });

  it('show what a job was submitted with', () => {
    const A = { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', End: true };
    const { run } = recordRun(
      machine({ A: { ...A, Parameters: { MessageBody: { 't.$': '$$.Task.Token' } } } }),
    );
    expect(run.visit(path('A'), 0)?.tries[0]).toMatchObject({
      outcome: 'succeeded',
      submitted: expect.stringContaining('MessageId'),
    });
  });

  it('know the variables they found: not those of a container that has ended, the inner one first', () => {
    const assign = (values: object, Next?: string) => ({ ...pass(Next), Assign: values });
    const inside = machine({ P: assign({ item: 1, total: 9 }, 'Q'), Q: pass() }, 'P');
    const Each = { Type: 'Map', ItemProcessor: inside, Next: 'B' };
    const { run } = recordRun(
      machine({ A: assign({ total: 0, n: 1 }, 'Again'), Again: assign({ n: 2 }, 'Each'), Each, B: pass() }),
      [1, 2],
    );
    expect(run.visit(path('A'), 0)?.variables).toEqual({});
    expect(run.visit(path('Each'), 0)?.variables).toEqual({ total: '0', n: '2' });
    expect(run.visit(inMap('Each', 'Q'), 1)?.variables).toMatchObject({ item: '1', n: '2' });
    expect(run.visit(path('B'), 0)?.variables).toEqual({ total: '0', n: '2' });
  });

  it('come in pages, in the order they were entered', () => {
    const Each = { Type: 'Map', ItemProcessor: machine({ P: pass() }, 'P'), End: true };
    const { run } = recordRun(machine({ Each }, 'Each'), [...Array(30).keys()]);
    const page = run.visits(inMap('Each', 'P'), 10, 5);
    expect(page).toMatchObject({ from: 10, total: 30 });
    expect(page.visits.map(({ iteration }) => iteration[0])).toEqual([10, 11, 12, 13, 14]);
    expect(run.visits(inMap('Each', 'P'), 28, 5).visits).toHaveLength(2);
    expect(run.visits(path('Nowhere'), 0, 5)).toMatchObject({ total: 0, visits: [] });
  });
});
