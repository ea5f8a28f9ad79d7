import { describe, expect, it } from 'vitest';
import { buildModel, parseText } from '../../asl';
import { jsonataNames } from './jsonataNames';
import { jsonPathNames } from './jsonPathNames';
import { variableReferences } from './variableReferences';

const referencesOf = (definition: object) =>
  variableReferences(buildModel(parseText(JSON.stringify(definition), 'json')));

describe('variables that a path reads', () => {
  it.each([
    ['$name', ['name']],
    ['$name.first[0]', ['name']],
    ['$.name', []],
    ['$$.State.Name', []],
    ["States.Format('{} {}', $a, States.MathAdd($b.n, 1))", ['a', 'b']],
    ['$.items[?(@.price < $limit)]', ['limit']],
    ['no path', []],
  ])('%s', (text, names) => {
    expect(jsonPathNames(text)).toEqual(names);
  });
});

describe('variables that an expression reads', () => {
  it.each([
    ['$x + $y.z', ['x', 'y']],
    ['$states.input.x', []],
    ['$sum($numbers)', ['numbers']],
    ['$map($items, function($v) { $v.price * $rate })', ['items', 'rate']],
    ['($local := $outer; $local + 1)', ['outer']],
    ['$names ~> $map($uppercase)', ['names']],
    ['$items[$.id = $wanted]', ['items', 'wanted']],
    ['this is + not', []],
  ])('%s', (text, names) => {
    expect(jsonataNames(text)).toEqual(names);
  });
});

describe('the variable references of a machine', () => {
  it('are listed by state, sorted, once each; states that read none are left out', () => {
    expect(
      referencesOf({
        StartAt: 'A',
        States: {
          A: { Type: 'Pass', Assign: { x: 1 }, Next: 'B' },
          B: {
            Type: 'Pass',
            InputPath: '$z',
            Parameters: { 'k.$': '$b', 'l.$': '$a.c', m: '$n' },
            Next: 'C',
          },
          C: {
            Type: 'Choice',
            Choices: [{ Variable: '$q', StringEqualsPath: '$p', Next: 'D' }],
            Default: 'D',
          },
          D: { Type: 'Fail', ErrorPath: "States.Format('{}', $e)", Cause: '$c' },
        },
      }),
    ).toEqual({ B: ['a', 'b', 'z'], C: ['p', 'q'], D: ['e'] });
  });

  it('stand under the name of the nested state that reads them, in its own query language', () => {
    expect(
      referencesOf({
        StartAt: 'M',
        States: {
          M: {
            Type: 'Map',
            ItemsPath: '$list',
            ItemProcessor: {
              StartAt: 'P',
              States: {
                P: {
                  Type: 'Pass',
                  QueryLanguage: 'JSONata',
                  Output: { v: ['{% $deep %}', '$no'] },
                  End: true,
                },
              },
            },
            Catch: [{ ErrorEquals: ['States.ALL'], Assign: { 'was.$': '$before' }, Next: 'E' }],
            End: true,
          },
          E: { Type: 'Succeed' },
        },
      }),
    ).toEqual({ M: ['before', 'list'], P: ['deep'] });
  });
});
