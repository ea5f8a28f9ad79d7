import { expect, it } from 'vitest';
import { mockChoice, planMocks } from './mocks';
import { readStored } from './readStored';

const text = JSON.stringify({
  StateMachines: {
    First: { TestCases: { one: {} } },
    orders: { TestCases: { fine: { Pay: 'Pays' }, broken: { Pay: 'Fails' } } },
  },
  MockedResponses: {
    Pays: { '1-2': { Throw: { Error: 'Busy' } }, '0': { Return: {} } },
    Fails: { '0': { Throw: { Error: 'No' } } },
  },
});

it('takes the machine named as the document, and its first test case, unless others are chosen', () => {
  expect(mockChoice({ text }, 'orders')).toEqual({ text, machine: 'orders', testCase: 'fine' });
  expect(mockChoice({ text }, 'else')).toMatchObject({ machine: 'First', testCase: 'one' });
  expect(mockChoice({ text, machine: 'orders', testCase: 'broken' }, 'else')).toMatchObject({
    testCase: 'broken',
  });
  expect(mockChoice({ text, machine: 'gone', testCase: 'gone' }, 'orders')).toMatchObject({
    testCase: 'fine',
  });
  expect(mockChoice(undefined, 'orders')).toBeUndefined();
});

it('says what each invocation gets, in order', () => {
  const plan = planMocks({ text }, 'orders');
  expect(plan.ok && plan.states.get('Pay')).toEqual({
    response: 'Pays',
    outcomes: ['0: returns', '1–2: throws Busy'],
  });
});

it.each([
  ['{', /^The file is not JSON/],
  ['{"StateMachines": {}}', /names no state machine/],
  ['{"StateMachines": {"A": {"TestCases": {}}}}', /has no test case/],
  ['{"StateMachines": {"A": {"TestCases": {"x": {"S": "r"}}}}}', /there is no mocked response “r”/],
])('%s cannot be used', (broken, problem) => {
  const plan = planMocks({ text: broken }, 'orders');
  expect(plan.ok ? [] : plan.problems).toEqual([expect.stringMatching(problem)]);
  expect(mockChoice({ text: broken }, 'orders')).toBeUndefined();
});

it('comes back from storage; what another version stored amiss does not', () => {
  const stored = (services: unknown) =>
    readStored({
      document: undefined,
      settings: undefined,
      run: undefined,
      input: { input: '{}', type: 'STANDARD', inputOrigin: 'user', services },
    }).input?.services;
  const object = { bucket: 'b', key: 'k', body: 't' };
  expect(
    stored({
      mocks: { text, machine: 'orders', testCase: 3 },
      objects: [object, { bucket: 1 }],
      ask: { callbacks: true },
    }),
  ).toEqual({
    mocks: { text, machine: 'orders' },
    ask: { tasks: false, callbacks: true },
    tasks: [],
    objects: [{ ...object, id: 0 }],
    machines: [],
  });
  expect(stored({ mocks: 'x', objects: 7 })).toEqual({
    mocks: undefined,
    tasks: [],
    ask: { tasks: false, callbacks: false },
    objects: [],
    machines: [],
  });
  const machine = { name: 'Child', text: '{}', type: 'EXPRESS' };
  expect(stored({ machines: [machine, { ...machine, type: 'OTHER' }] })?.machines).toEqual([
    { ...machine, id: 0 },
  ]);
  expect(stored('nothing')).toBeUndefined();
});
