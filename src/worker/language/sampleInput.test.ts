import { expect, it } from 'vitest';
import { buildModel, parseText } from '../../asl';
import { sampleInput } from './sampleInput';

const sample = (definition: object): unknown =>
  JSON.parse(sampleInput(buildModel(parseText(JSON.stringify(definition), 'json'))));
const machine = (States: object, StartAt = 'A') => ({ StartAt, States });

it('is an empty object when nothing is read', () => {
  expect(sample(machine({ A: { Type: 'Succeed' } }))).toEqual({});
});

it('has every place that the first states read, with values that fit', () => {
  const A = {
    Type: 'Pass',
    Parameters: {
      'id.$': '$.order.orderId',
      'sum.$': 'States.MathAdd($.order.total, 1)',
      'me.$': '$$.State.Name',
    },
    ResultPath: '$.made',
    Next: 'B',
  };
  const B = { Type: 'Wait', SecondsPath: '$.delay', Next: 'C' };
  const C = { Type: 'Pass', Parameters: { 'x.$': '$.made.id', 'to.$': '$.email' }, End: true };
  expect(sample(machine({ A, B, C }))).toEqual({
    order: { orderId: 'orderId-1', total: 1 },
    delay: 1,
    email: 'someone@example.com',
  });
});

it('takes the first rule of a Choice', () => {
  const A = {
    Type: 'Choice',
    Choices: [
      {
        And: [
          { Variable: '$.kind', StringEquals: 'gold' },
          { Variable: '$.total', NumericGreaterThan: 100 },
        ],
        Next: 'B',
      },
      { Variable: '$.kind', StringEquals: 'silver', Next: 'B' },
    ],
    Default: 'B',
  };
  expect(sample(machine({ A, B: { Type: 'Succeed' } }))).toEqual({ kind: 'gold', total: 101 });
});

it('has an item for a Map, with what its first state reads', () => {
  const each = machine({ A: { Type: 'Pass', Parameters: { 'q.$': '$.quantity' }, End: true } });
  const A = { Type: 'Map', ItemsPath: '$.cart.items', ItemProcessor: each, End: true };
  expect(sample(machine({ A }))).toEqual({ cart: { items: [{ quantity: 1 }] } });
});

it('looks into the branches of a Parallel', () => {
  const branch = machine({
    A: { Type: 'Choice', Choices: [{ Variable: '$.ok', BooleanEquals: true, Next: 'A' }] },
  });
  expect(sample(machine({ A: { Type: 'Parallel', Branches: [branch], End: true } }))).toEqual({ ok: true });
});

it('stops where the input is gone', () => {
  const A = { Type: 'Task', Resource: 'x', Next: 'B' };
  const B = { Type: 'Pass', InputPath: '$.result', Parameters: { 'y.$': '$.y' }, End: true };
  expect(sample(machine({ A, B }))).toEqual({});
});

it('reads JSONata', () => {
  const A = { Type: 'Task', Resource: 'x', Arguments: { id: '{% $states.input.user.id %}' }, End: true };
  expect(sample({ QueryLanguage: 'JSONata', ...machine({ A }) })).toEqual({ user: { id: 'id-1' } });
});

it('keeps hostile names as members', () => {
  const A = { Type: 'Pass', Parameters: { 'x.$': "$['__proto__'].polluted" }, End: true };
  expect(JSON.stringify(sample(machine({ A })))).toBe('{"__proto__":{"polluted":"polluted"}}');
});
