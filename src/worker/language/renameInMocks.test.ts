import { expect, it } from 'vitest';
import { renameInMocks } from './renameInMocks';

const TEXT = `{
  "StateMachines": {
    "other": { "TestCases": { "one": { "Pay": "Pays" } } },
    "test": {
      "TestCases": {
        "fine":   { "Pay" : "Pays", "Ship": "Pays" },
        "broken": { "P\\u0061y": "Pays" },
        "taken":  { "Pay": "Pays", "Charge": "Pays" }
      }
    }
  },
  "MockedResponses": { "Pays": { "0": { "Return": { "Pay": 1 } } } }
}
`;

it('renames the state in the test cases of the machine, and nothing else', () => {
  expect(renameInMocks(TEXT, { machine: 'test', from: 'Pay', to: 'Charge' })).toBe(
    TEXT.replace('{ "Pay" : "Pays", "Ship"', '{ "Charge" : "Pays", "Ship"').replace(
      '"P\\u0061y"',
      '"Charge"',
    ),
  );
});

it('writes any name as JSON', () => {
  expect(renameInMocks(TEXT, { machine: 'other', from: 'Pay', to: 'Say "pay"' })).toBe(
    TEXT.replace('"one": { "Pay"', '"one": { "Say \\"pay\\""'),
  );
});

it.each([
  [TEXT, { machine: 'test', from: 'Else', to: 'Charge' }],
  [TEXT, { machine: 'gone', from: 'Pay', to: 'Charge' }],
  ['{ "Pay"', { machine: 'test', from: 'Pay', to: 'Charge' }],
])('leaves a text alone in which nothing is to be renamed', (text, rename) => {
  expect(renameInMocks(text, rename)).toBe(text);
});
