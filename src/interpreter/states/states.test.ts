import { describe, expect, it } from 'vitest';
import { answers, details, LAMBDA, lines, machine, play, seconds, types } from '../testing/play';

const pass = (fields: object = {}): object => ({ Type: 'Pass', End: true, ...fields });

describe('Pass', () => {
  it('[S1] goes through its fields in order', () => {
    const definition = machine({
      A: pass({
        InputPath: '$.inner',
        Parameters: { 'x.$': '$.value' },
        ResultPath: '$.result',
        OutputPath: '$.result.x',
      }),
    });
    expect(play(definition, { input: { inner: { value: 7 } } }).output).toBe(7);
  });
  it('[S1] applies ResultPath to the raw input, not to what InputPath selected', () => {
    const definition = machine({ A: pass({ InputPath: '$.inner', ResultPath: '$.r' }) });
    expect(play(definition, { input: { inner: 1 } }).output).toEqual({ inner: 1, r: 1 });
  });
  it('gives {} for InputPath null and OutputPath null', () => {
    expect(play(machine({ A: pass({ InputPath: null }) }), { input: [1] }).output).toEqual({});
    expect(play(machine({ A: pass({ OutputPath: null }) }), { input: [1] }).output).toEqual({});
  });
  it('[S3] keeps a Result as it is written', () => {
    const Result = { 'a.$': '$.b', c: 'States.UUID()' };
    expect(play(machine({ A: pass({ Result, Parameters: { x: 1 } }) })).output).toEqual(Result);
  });
  it('keeps hostile keys as own properties', () => {
    const input = JSON.parse('{"__proto__": {"polluted": 1}, "constructor": 2}');
    const output = play(machine({ A: pass({ ResultPath: '$.x' }) }), { input }).output;
    expect(JSON.stringify(output)).toBe(
      '{"__proto__":{"polluted":1},"constructor":2,"x":{"__proto__":{"polluted":1},"constructor":2}}',
    );
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe('Choice', () => {
  const choice = (fields: object): object =>
    machine({
      C: {
        Type: 'Choice',
        Choices: [
          { Variable: '$.n', NumericGreaterThan: 1, Next: 'First' },
          { Variable: '$.n', NumericGreaterThan: 0, Next: 'Second' },
        ],
        ...fields,
      },
      First: pass({ Result: 'first' }),
      Second: pass({ Result: 'second' }),
      Other: pass({ Result: 'other' }),
    });
  it('[S4] takes the first rule that holds, else Default', () => {
    const outputs = [2, 1, 0].map((n) => play(choice({ Default: 'Other' }), { input: { n } }).output);
    expect(outputs).toEqual(['first', 'second', 'other']);
  });
  it('[S4] fails when nothing holds and there is no Default', () => {
    const execution = play(choice({}), { input: { n: 0 } });
    expect(types(execution)).toEqual(['ExecutionStarted', 'ChoiceStateEntered', 'ExecutionFailed']);
    expect(execution.error).toBe('States.Runtime');
    expect(execution.cause).toBe(
      "An error occurred while executing the state 'C' (entered at the event id #2). Failed to transition out of the state. The state does not point to a next state.",
    );
  });
});

describe('Wait', () => {
  const wait = (fields: object): object => machine({ W: { Type: 'Wait', End: true, ...fields } });
  it('[S5] takes virtual time', () => {
    expect(seconds(play(wait({ Seconds: 90 })))).toBe(90);
    expect(seconds(play(wait({ SecondsPath: '$.s' }), { input: { s: 3 } }))).toBe(3);
    expect(seconds(play(wait({ Timestamp: '2025-01-01T00:01:00Z' })))).toBe(60);
    expect(seconds(play(wait({ TimestampPath: '$.t' }), { input: { t: '2025-01-01T01:00:30+01:00' } }))).toBe(
      30,
    );
  });
  it('[S5] ends at once when the instant has passed', () => {
    expect(seconds(play(wait({ Timestamp: '2001-01-01T00:00:00Z' })))).toBe(0);
  });
  it('[S5] cannot wait longer than 2^31-1 seconds', () => {
    expect(play(wait({ Timestamp: '2093-01-20T00:00:00Z' })).cause).toMatch(
      /Wait state delay is too long\.$/,
    );
  });
  it.each([
    [{ s: -1 }, 'The SecondsPath parameter references a negative value: $.s == -1'],
    [{ s: 1.5 }, 'The SecondsPath parameter cannot be parsed as a long value: $.s == 1.5'],
    [{}, 'The SecondsPath parameter does not reference an input value: $.s'],
  ])('[E7] says what is wrong with %j, and where', (input, cause) => {
    const execution = play(wait({ SecondsPath: '$.s' }), { input });
    expect(execution.cause).toBe(
      `An error occurred while executing the state 'W' (entered at the event id #2). ${cause}`,
    );
  });
});

describe('Succeed and Fail', () => {
  it('Succeed ends only the branch it stands in', () => {
    const definition = machine({
      P: {
        Type: 'Parallel',
        Branches: [machine({ S: { Type: 'Succeed', OutputPath: '$.a' } }), machine({ T: pass() })],
        Next: 'After',
      },
      After: pass(),
    });
    expect(play(definition, { input: { a: 1 } }).output).toEqual([1, { a: 1 }]);
  });
  it('[S6] Fail says only what it declares', () => {
    const fail = (fields: object): unknown =>
      details(play(machine({ F: { Type: 'Fail', ...fields } }), { input: { e: 'X' } }), 'ExecutionFailed');
    expect(fail({})).toEqual({});
    expect(fail({ Error: 'E' })).toEqual({ error: 'E' });
    expect(fail({ ErrorPath: '$.e', CausePath: "States.Format('no {}', $.e)" })).toEqual({
      error: 'X',
      cause: 'no X',
    });
  });
});

describe('Parallel', () => {
  it('[S7] gives every branch the same input, and results in branch order', () => {
    const slow = machine({ W: { Type: 'Wait', Seconds: 5, Next: 'R' }, R: pass({ Result: 'slow' }) });
    const definition = machine({
      P: {
        Type: 'Parallel',
        Parameters: { 'v.$': '$.a' },
        Branches: [slow, machine({ Q: pass() })],
        End: true,
      },
    });
    expect(play(definition, { input: { a: 1 } }).output).toEqual(['slow', { v: 1 }]);
  });
  it('[S7] [H3] lets branches take turns', () => {
    const branch = (name: string): object =>
      machine({ [`${name}1`]: { Type: 'Pass', Next: `${name}2` }, [`${name}2`]: pass() });
    const order = lines(
      play(machine({ P: { Type: 'Parallel', Branches: [branch('A'), branch('B')], End: true } })),
    );
    expect(order.slice(3, -3)).toEqual([
      '4<-3 PassStateEntered A1',
      '5<-4 PassStateExited A1',
      '6<-3 PassStateEntered B1',
      '7<-6 PassStateExited B1',
      '8<-5 PassStateEntered A2',
      '9<-8 PassStateExited A2',
      '10<-7 PassStateEntered B2',
      '11<-10 PassStateExited B2',
    ]);
    expect(order.slice(-3)).toEqual([
      '12<-11 ParallelStateSucceeded P',
      '13<-11 ParallelStateExited P',
      '14<-13 ExecutionSucceeded',
    ]);
  });
  it('[S2] keeps the variables of branches apart', () => {
    const branch = (name: string, value: number): object =>
      machine({
        [`${name}set`]: { Type: 'Pass', Assign: { x: value }, Next: `${name}get` },
        [`${name}get`]: pass({ Parameters: { 'x.$': '$x', 'outer.$': '$o' } }),
      });
    const definition = machine({
      Set: { Type: 'Pass', Assign: { o: 0 }, Next: 'P' },
      P: { Type: 'Parallel', Branches: [branch('A', 1), branch('B', 2)], Next: 'Gone' },
      Gone: pass({ Parameters: { 'x.$': '$x' } }),
    });
    const execution = play(definition);
    expect(execution.error).toBe('States.Runtime');
    const exited = types(execution).lastIndexOf('ParallelStateExited');
    expect(execution.history.value(exited)).toEqual([
      { x: 1, outer: 0 },
      { x: 2, outer: 0 },
    ]);
  });
});

describe('Map', () => {
  const map = (fields: object, processor: object = machine({ I: pass() })): object =>
    machine({ M: { Type: 'Map', ItemProcessor: processor, End: true, ...fields } });
  it('[H2] runs one after the other with MaxConcurrency 1', () => {
    expect(lines(play(map({ MaxConcurrency: 1 }), { input: ['a', 'b'] }))).toEqual([
      '1<-0 ExecutionStarted',
      '2<-0 MapStateEntered M',
      '3<-2 MapStateStarted M',
      '4<-3 MapIterationStarted M[0]',
      '5<-4 PassStateEntered I[0]',
      '6<-5 PassStateExited I[0]',
      '7<-6 MapIterationSucceeded M[0]',
      '8<-6 MapIterationStarted M[1]',
      '9<-8 PassStateEntered I[1]',
      '10<-9 PassStateExited I[1]',
      '11<-10 MapIterationSucceeded M[1]',
      '12<-11 MapStateSucceeded M',
      '13<-11 MapStateExited M',
      '14<-13 ExecutionSucceeded',
    ]);
  });
  it('[H2] ends at once without items', () => {
    expect(lines(play(map({}), { input: [] })).slice(2, 5)).toEqual([
      '3<-2 MapStateStarted M',
      '4<-3 MapStateSucceeded M',
      '5<-3 MapStateExited M',
    ]);
  });
  it.each([
    [0, 100, 40],
    [3, 100, 3],
    [99, 100, 40],
    [0, 5, 5],
  ])('[S8] MaxConcurrency %i over %i items starts %i at once', (MaxConcurrency, length, width) => {
    const definition = map({ MaxConcurrency }, machine({ W: { Type: 'Wait', Seconds: 1, End: true } }));
    const execution = play(definition, { input: Array.from({ length }, (_, i) => i) });
    const first = types(execution).slice(3);
    expect(first.findIndex((type) => type !== 'MapIterationStarted')).toBe(width);
    expect(seconds(execution)).toBe(Math.ceil(length / width));
    expect(execution.output).toEqual(Array.from({ length }, (_, i) => i));
  });
  it('gives each iteration its item through ItemSelector', () => {
    const definition = map({
      ItemsPath: '$.list',
      ItemSelector: { 'item.$': '$$.Map.Item.Value', 'at.$': '$$.Map.Item.Index', 'all.$': '$.n' },
      ResultPath: '$.out',
    });
    expect(play(definition, { input: { list: ['x', 'y'], n: 2 } }).output).toEqual({
      list: ['x', 'y'],
      n: 2,
      out: [
        { item: 'x', at: 0, all: 2 },
        { item: 'y', at: 1, all: 2 },
      ],
    });
  });
  it('shows the inner item inside nested Maps', () => {
    const inner = machine({
      I: {
        Type: 'Map',
        ItemProcessor: machine({ V: pass({ Parameters: { 'v.$': '$$.Map.Item.Value' } }) }),
        End: true,
      },
    });
    const execution = play(map({ MaxConcurrency: 1 }, inner), { input: [[1], [2, 3]] });
    expect(execution.output).toEqual([[{ v: 1 }], [{ v: 2 }, { v: 3 }]]);
    expect(lines(execution).filter((line) => line.includes('PassStateEntered'))).toEqual([
      '8<-7 PassStateEntered V[0.0]',
      '19<-17 PassStateEntered V[1.0]',
      '22<-18 PassStateEntered V[1.1]',
    ]);
  });
  it('keeps no variable of an iteration that has ended', () => {
    const processor = machine({
      First: {
        Type: 'Choice',
        Choices: [{ Variable: '$', NumericEquals: 0, Next: 'Set' }],
        Default: 'Get',
      },
      Set: pass({ Assign: { x: 1 } }),
      Get: pass({ Parameters: { 'x.$': '$x' } }),
    });
    expect(play(map({ MaxConcurrency: 1 }, processor), { input: [0, 1] }).error).toBe('States.Runtime');
  });
  it('says when there is nothing to iterate over', () => {
    expect(play(map({ ItemsPath: '$.a' }), { input: { a: 1 } }).cause).toMatch(
      /Reference path "\$\.a" must point to array\.$/,
    );
  });
});

describe('a state that cannot run', () => {
  it('fails only the execution that reaches it', () => {
    const definition = machine({ A: { Type: 'Pass', Next: 'Nowhere' } });
    expect(play(definition).error).toBe('States.Runtime');
    expect(play(machine({ A: { Type: 'Sleep', End: true } })).error).toBe('States.Runtime');
    expect(play({ StartAt: 'Gone', States: { A: pass() } }).error).toBe('States.Runtime');
  });
});

describe('Task', () => {
  it('calls its service with the payload, the visit and the iteration', () => {
    const calls: unknown[] = [];
    play(
      machine({
        M: {
          Type: 'Map',
          MaxConcurrency: 1,
          ItemProcessor: machine({
            T: { Type: 'Task', Resource: LAMBDA, Parameters: { 'n.$': '$' }, End: true },
          }),
          End: true,
        },
      }),
      {
        input: [7, 8],
        services: ({ stateName, arguments: payload, attempt, invocation, mapIndex }) => {
          calls.push({ stateName, payload, attempt, invocation, mapIndex });
          return { type: 'succeed', output: null };
        },
      },
    );
    expect(calls).toEqual([
      { stateName: 'T', payload: { n: 7 }, attempt: 0, invocation: 0, mapIndex: [0] },
      { stateName: 'T', payload: { n: 8 }, attempt: 0, invocation: 1, mapIndex: [1] },
    ]);
  });
  it('[L2] fails when its result is too large, and can catch that by name', () => {
    const definition = machine({
      T: {
        Type: 'Task',
        Resource: LAMBDA,
        Catch: [{ ErrorEquals: ['States.DataLimitExceeded'], Next: 'Caught' }],
        End: true,
      },
      Caught: pass(),
    });
    const services = answers({ type: 'succeed', output: 'x'.repeat(262_144) });
    expect(play(definition, { services }).output).toEqual({
      Error: 'States.DataLimitExceeded',
      Cause: `The state/task '${LAMBDA}' returned a result with a size exceeding the maximum number of bytes service limit.`,
    });
  });
  it('[L2] lets a state fail whose output is too large, without Exited', () => {
    const definition = machine({ A: pass({ Parameters: { 'a.$': '$.t', 'b.$': '$.t' } }) });
    const execution = play(definition, { input: { t: 'x'.repeat(140_000) } });
    expect(types(execution)).toEqual(['ExecutionStarted', 'PassStateEntered', 'ExecutionFailed']);
    expect(execution.error).toBe('States.DataLimitExceeded');
  });
});
