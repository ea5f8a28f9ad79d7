import { describe, expect, test } from 'vitest';
import type { EditIntent } from '../edit.types';
import { buildModel } from '../modelling/buildModel';
import { parseText } from '../parse/parseText';
import type { StatePath } from '../syntax';
import { extractMachine } from './extractMachine';
import { planEdit } from './planEdit';
import { applyEdits } from './textEdits';

const at = (path: string) => path as StatePath;

function sourceOf(definition: object) {
  const parsed = parseText(JSON.stringify(definition));
  return { parsed, machine: buildModel(parsed) };
}

function done(definition: object, intent: EditIntent) {
  const source = sourceOf(definition);
  const plan = planEdit(source, intent);
  return plan.ok ? JSON.parse(applyEdits(source.parsed.text, plan.edits)) : plan.reason;
}

const chain = {
  StartAt: 'A',
  States: {
    A: { Type: 'Pass', Next: 'B' },
    B: { Type: 'Pass', Next: 'C' },
    C: { Type: 'Pass', Next: 'D' },
    D: { Type: 'Succeed' },
  },
};

describe('extracting and inlining a state machine', () => {
  const { plan, definition } = extractMachine(sourceOf(chain), [at('/States/B'), at('/States/C')], 'child');
  const outer = plan.ok ? JSON.parse(applyEdits(JSON.stringify(chain), plan.edits)) : undefined;

  test('the states are a machine, and a Task starts it', () => {
    expect(definition).toEqual({
      StartAt: 'B',
      States: { B: { Type: 'Pass', Next: 'C' }, C: { Type: 'Pass', End: true } },
    });
    expect(outer.States.A.Next).toBe('child');
    expect(outer.States.child).toEqual({
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution.sync:2',
      Parameters: {
        StateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:child',
        'Input.$': '$',
      },
      OutputPath: '$.Output',
      Next: 'D',
    });
  });

  test('inlined again, everything is as before', () => {
    const machines = [{ name: 'child', text: JSON.stringify(definition) }];
    const back = done(outer, { type: 'inlineState', state: at('/States/child'), machines });
    expect(back).toEqual(chain);
  });

  test('names become others where they are taken, and a Retry stays around the states', () => {
    const retried = {
      ...outer,
      States: { ...outer.States, child: { ...outer.States.child, Retry: [{ ErrorEquals: ['States.ALL'] }] } },
    };
    const machines = [{ name: 'child', text: '{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}' }];
    const after = done(retried, { type: 'inlineState', state: at('/States/child'), machines });
    expect(after.States.child).toMatchObject({
      Type: 'Parallel',
      Branches: [{ StartAt: 'A (2)', States: { 'A (2)': { Type: 'Pass', End: true } } }],
      ResultSelector: { 'Output.$': '$[0]' },
      OutputPath: '$.Output',
      Retry: [{ ErrorEquals: ['States.ALL'] }],
      Next: 'D',
    });
  });

  test.each([
    ['a machine that is not known', outer, '/States/child', 'not known'],
    ['a state without states', chain, '/States/A', 'holds no states'],
    [
      'a Map',
      { StartAt: 'M', States: { M: { Type: 'Map', ItemProcessor: chain, End: true } } },
      '/States/M',
      'once for each item',
    ],
    [
      'two branches',
      { StartAt: 'P', States: { P: { Type: 'Parallel', Branches: [chain, chain], End: true } } },
      '/States/P',
      '2 branches',
    ],
  ])('%s is refused', (_, definition, path, words) => {
    expect(done(definition, { type: 'inlineState', state: at(path) })).toContain(words);
  });
});

test('a Parallel around states hands their result on, and is inlined again', () => {
  const states = [at('/States/B'), at('/States/C')];
  const wrapped = done(chain, { type: 'wrapStates', states, container: 'Parallel', kept: true });
  expect(wrapped.States.Parallel).toMatchObject({ OutputPath: '$[0]', Next: 'D' });
  expect(done(wrapped, { type: 'inlineState', state: at('/States/Parallel') })).toEqual(chain);
});

test('a Map around states says which list it is for', () => {
  const wrapped = done(chain, {
    type: 'wrapStates',
    states: [at('/States/B')],
    container: 'Map',
    items: '$.orders',
  });
  expect(wrapped.States.Map).toMatchObject({ ItemsPath: '$.orders' });
});

describe('handlers', () => {
  const task = (more: object = {}) => ({
    StartAt: 'T',
    States: {
      T: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true, ...more },
      E: { Type: 'Fail' },
    },
  });
  test('a Lambda function is retried as AWS advises, once', () => {
    const after = done(task(), { type: 'addRetry', state: at('/States/T') });
    expect(after.States.T.Retry).toEqual([
      expect.objectContaining({ MaxAttempts: 3, BackoffRate: 2, JitterStrategy: 'FULL' }),
    ]);
    expect(done(after, { type: 'addRetry', state: at('/States/T') })).toContain('already');
  });
  test('a Catch leads to a state, or to a new Fail that says what was caught', () => {
    const to = done(task(), { type: 'addCatch', state: at('/States/T'), to: at('/States/E') });
    expect(to.States.T.Catch).toEqual([{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'E' }]);
    const fresh = done(task(), { type: 'addCatch', state: at('/States/T') });
    expect(fresh.States['T failed']).toEqual({
      Type: 'Fail',
      ErrorPath: '$.error.Error',
      CausePath: '$.error.Cause',
    });
  });
});
