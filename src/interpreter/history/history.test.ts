import { describe, expect, it } from 'vitest';
import { answers, details, eventsOf, LAMBDA, lines, machine, play } from '../testing/play';

describe('the history', () => {
  it('[H1] starts twice at 0, then chains', () => {
    const definition = machine({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Succeed' } });
    expect(lines(play(definition))).toEqual([
      '1<-0 ExecutionStarted',
      '2<-0 PassStateEntered A',
      '3<-2 PassStateExited A',
      '4<-3 SucceedStateEntered B',
      '5<-4 SucceedStateExited B',
      '6<-5 ExecutionSucceeded',
    ]);
  });
  it('has AWS’s keys and texts', () => {
    const events = eventsOf(
      play(machine({ A: { Type: 'Pass', Result: ['é', 1.5], End: true } }), {
        input: { a: null },
        settings: { roleArn: 'arn:role' },
      }),
    );
    const timestamp = '2025-01-01T00:00:00.000Z';
    const truncated = { truncated: false };
    expect(events).toEqual([
      {
        timestamp,
        type: 'ExecutionStarted',
        id: 1,
        previousEventId: 0,
        executionStartedEventDetails: {
          input: '{"a":null}',
          inputDetails: truncated,
          roleArn: 'arn:role',
        },
      },
      {
        timestamp,
        type: 'PassStateEntered',
        id: 2,
        previousEventId: 0,
        stateEnteredEventDetails: { name: 'A', input: '{"a":null}', inputDetails: truncated },
      },
      {
        timestamp,
        type: 'PassStateExited',
        id: 3,
        previousEventId: 2,
        stateExitedEventDetails: { name: 'A', output: '["é",1.5]', outputDetails: truncated },
      },
      {
        timestamp,
        type: 'ExecutionSucceeded',
        id: 4,
        previousEventId: 3,
        executionSucceededEventDetails: { output: '["é",1.5]', outputDetails: truncated },
      },
    ]);
  });
  it('tells assigned variables as JSON texts, and nothing when none was assigned', () => {
    const exited = (Assign: object): unknown =>
      details(play(machine({ A: { Type: 'Pass', Assign, End: true } })), 'PassStateExited');
    expect(exited({ x: 1, 'y.$': '$' })).toMatchObject({
      assignedVariables: { x: '1', y: '{}' },
      assignedVariablesDetails: { truncated: false },
    });
    expect(exited({})).not.toHaveProperty('assignedVariables');
  });
  it('[D5] gives values by reference, the very ones that went in', () => {
    const input = { big: ['x'] };
    const output = { from: 'service' };
    const { history } = play(machine({ T: { Type: 'Task', Resource: LAMBDA, End: true } }), {
      input,
      services: answers({ type: 'succeed', output }),
    });
    expect(history.value(1)).toBe(input);
    expect(history.value(2)).toBe(input);
    expect(history.value(4)).toBe(output);
    expect(history.value(3)).toBeUndefined();
  });
  it('knows the iteration of every event, also after an inner Map has ended', () => {
    const inner = machine({
      Inner: { Type: 'Map', ItemProcessor: machine({ I: { Type: 'Pass', End: true } }), Next: 'After' },
      After: { Type: 'Pass', End: true },
    });
    const definition = machine({
      Outer: { Type: 'Map', MaxConcurrency: 1, ItemProcessor: inner, Next: 'Last' },
      Last: { Type: 'Pass', End: true },
    });
    const { history } = play(definition, { input: [[7], [8]] });
    const places = (name: string): unknown[] =>
      Array.from({ length: history.length }, (_, i) => i)
        .filter((i) => history.record(i).stateName === name && history.record(i).type === 'PassStateEntered')
        .map((i) => history.mapIndex(i));
    expect(places('I')).toEqual([
      [0, 0],
      [1, 0],
    ]);
    expect(places('After')).toEqual([[0], [1]]);
    expect(places('Last')).toEqual([[]]);
  });
});

describe('The input of an execution', () => {
  it('keeps the text its caller gave it for as long as nothing changes it', () => {
    const definition = machine({
      A: { Type: 'Pass', Next: 'B' },
      B: { Type: 'Pass', Parameters: { 'x.$': '$' }, End: true },
    });
    const inputText = '{ "a" : [1, 2.0] }';
    const events = eventsOf(play(definition, { input: JSON.parse(inputText), settings: { inputText } }));
    expect(events).toMatchObject([
      { executionStartedEventDetails: { input: inputText } },
      { stateEnteredEventDetails: { input: inputText } },
      { stateExitedEventDetails: { output: inputText } },
      { stateEnteredEventDetails: { input: inputText } },
      { stateExitedEventDetails: { output: '{"x":{"a":[1,2]}}' } },
      { executionSucceededEventDetails: { output: '{"x":{"a":[1,2]}}' } },
    ]);
  });
});
