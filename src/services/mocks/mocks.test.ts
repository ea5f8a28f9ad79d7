import { describe, expect, it } from 'vitest';
import type { Json } from '../../asl';
import type { ServiceCall } from '../../interpreter';
import { type MockConfig, readMockConfig } from './mockConfig';
import { mockedServices } from './mockedServices';

const FILE = {
  StateMachines: { Orders: { TestCases: { declined: { Charge: 'Declined' }, fine: {} } } },
  MockedResponses: {
    Declined: {
      '0': { Throw: { Error: 'Busy', Cause: 'try again' } },
      '1-2': { Throw: { Error: 'Busy' } },
      '3': { Return: { charged: true } },
    },
  },
};

function read(file: Json): MockConfig {
  const result = readMockConfig(file);
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result.config;
}

const problems = (file: Json): readonly string[] => {
  const result = readMockConfig(file);
  return result.ok ? [] : result.problems;
};

const call = (stateName: string, invocation: number) => ({ stateName, invocation }) as ServiceCall;
const others = () => ({ type: 'succeed', output: 'real' }) as const;

describe('a mock configuration', () => {
  it('answers by invocation, ranges included', () => {
    const services = mockedServices(read(FILE), 'Orders', 'declined', others);
    const answers = [0, 1, 2, 3].map((invocation) => services?.(call('Charge', invocation)));
    expect(answers).toEqual([
      { type: 'fail', error: 'Busy', cause: 'try again' },
      { type: 'fail', error: 'Busy' },
      { type: 'fail', error: 'Busy' },
      { type: 'succeed', output: { charged: true } },
    ]);
  });

  it('passes on what the test case does not name', () => {
    expect(mockedServices(read(FILE), 'Orders', 'fine', others)?.(call('Charge', 0))).toEqual(others());
    expect(mockedServices(read(FILE), 'Orders', 'declined', others)?.(call('Ship', 0))).toEqual(others());
  });

  it('fails an invocation that no outcome is given for', () => {
    expect(mockedServices(read(FILE), 'Orders', 'declined', others)?.(call('Charge', 4))).toMatchObject({
      type: 'fail',
      error: 'States.Runtime',
      cause: expect.stringContaining('invocation 4'),
    });
  });

  it('is not used for a machine or a case it does not have', () => {
    expect(mockedServices(read(FILE), 'Orders', 'nope', others)).toBeUndefined();
    expect(mockedServices(read(FILE), 'Nope', 'fine', others)).toBeUndefined();
  });

  it.each<[string, Json, RegExp]>([
    ['no object', [], /The file: must be an object/],
    ['an unknown part', { Mocks: {} }, /^Mocks: only/],
    ['a response that is not there', { StateMachines: { M: { TestCases: { c: { S: 'R' } } } } }, /“R”/],
    ['no test cases', { StateMachines: { M: {} } }, /M\.TestCases: is missing/],
    ['a bad invocation', { MockedResponses: { R: { x: { Return: 1 } } } }, /R\.x: must be an invocation/],
    ['a range that runs backwards', { MockedResponses: { R: { '3-1': { Return: 1 } } } }, /R\.3-1: must be/],
    [
      'an overlap',
      { MockedResponses: { R: { '0-2': { Return: 1 }, '1': { Return: 2 } } } },
      /answered already/,
    ],
    [
      'both outcomes',
      { MockedResponses: { R: { '0': { Return: 1, Throw: { Error: 'E' } } } } },
      /either Return or Throw/,
    ],
    ['a throw without a name', { MockedResponses: { R: { '0': { Throw: {} } } } }, /Throw\.Error/],
  ])('is refused with the place that is wrong: %s', (_, file, message) => {
    expect(problems(file).join('\n')).toMatch(message);
  });
});
