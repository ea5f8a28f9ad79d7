import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../analyze';
import type { Json, JsonObject } from '../json';
import { arbitraryDefinition } from '../testing/arbitraryDefinition';
import { DIAGNOSTIC_CODES } from './codes';

/** Each finding as `severity CODE ‹text it covers› message`, of a machine made of these states. */
function findings(States: JsonObject, rest: JsonObject = {}): readonly string[] {
  return findingsOf({ StartAt: Object.keys(States)[0] ?? 'A', States, ...rest });
}
function findingsOf(definition: Json): readonly string[] {
  const text = JSON.stringify(definition);
  return analyze(text).diagnostics.map(
    ({ severity, code, range, message }) =>
      `${severity} ${code} ‹${text.slice(range.start, range.end)}› ${message}`,
  );
}

const leaf = (name: string): JsonObject => ({ StartAt: name, States: { [name]: { Type: 'Succeed' } } });
const pass = (Next: string): JsonObject => ({ Type: 'Pass', Next });
const end: JsonObject = { Type: 'Pass', End: true };
const task = (rest: JsonObject): JsonObject => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  End: true,
  ...rest,
});

describe('diagnose', () => {
  it.each<[string, Json, readonly string[]]>([
    [
      'a machine without anything',
      {},
      [
        'error SCHEMA_VALIDATION_FAILED ‹{› The state machine has no States. Add an object with its states by name.',
        'error SCHEMA_VALIDATION_FAILED ‹{› The state machine has no StartAt. Add it, with the name of its first state.',
      ],
    ],
    [
      'a machine without StartAt',
      { States: { A: end } },
      [
        'error SCHEMA_VALIDATION_FAILED ‹{› The state machine has no StartAt. Add it, with the name of its first state, such as “A”.',
      ],
    ],
    [
      'empty States',
      { StartAt: 'A', States: {} },
      [
        'error MISSING_TRANSITION_TARGET ‹"A"› StartAt names “A”, which does not exist. Add that state, or name another.',
        'error SCHEMA_VALIDATION_FAILED ‹"States"› The state machine has no states yet. Add one and name it in StartAt.',
      ],
    ],
    [
      'a StartAt that names nobody',
      { StartAt: 'Shpi', States: { Ship: end } },
      [
        'error MISSING_TRANSITION_TARGET ‹"Shpi"› StartAt names “Shpi”, which does not exist. Did you mean “Ship”?',
      ],
    ],
    [
      'a StartAt of the wrong type',
      { StartAt: 1, States: { A: end } },
      ['error SCHEMA_VALIDATION_FAILED ‹1› “StartAt” must be a string, but this is a number.'],
    ],
    [
      'no object',
      [],
      [
        'error SCHEMA_VALIDATION_FAILED ‹[]› A definition is an object with StartAt and States, but this is a list.',
      ],
    ],
  ])('finds %s', (_, definition, expected) => {
    expect(findingsOf(definition)).toEqual(expected);
  });

  it.each<[string, JsonObject, readonly string[]]>([
    [
      'a Next that names nobody',
      { ShipOrder: pass('Bil'), Bill: end, B2: pass('Bill') },
      [
        'error MISSING_TRANSITION_TARGET ‹"Bil"› “ShipOrder” goes to “Bil”, which does not exist. Did you mean “Bill”?',
        'error MISSING_TRANSITION_TARGET ‹"Bill"› Nothing leads to “Bill”. Name it in a Next, Default or Catch, or delete it.',
        'error MISSING_TRANSITION_TARGET ‹"B2"› Nothing leads to “B2”. Name it in a Next, Default or Catch, or delete it.',
      ],
    ],
    [
      'a Default and a rule that name nobody',
      { C: { Type: 'Choice', Choices: [{ Variable: '$.x', IsNull: true, Next: 'Q' }], Default: 'R' } },
      [
        'error MISSING_END_STATE ‹"States"› No state ends this state machine. Give one End: true, or add a Succeed or Fail state.',
        'error MISSING_TRANSITION_TARGET ‹"Q"› Rule #1 of “C” goes to “Q”, which does not exist. Add that state, or name another.',
        'error MISSING_TRANSITION_TARGET ‹"R"› The Default of “C” goes to “R”, which does not exist. Add that state, or name another.',
      ],
    ],
    [
      'a Catch that names nobody',
      { T: task({ Catch: [{ ErrorEquals: ['A'], Next: 'X' }] }) },
      [
        'error MISSING_TRANSITION_TARGET ‹"X"› Catch #1 of “T” goes to “X”, which does not exist. Add that state, or name another.',
      ],
    ],
    [
      'a target in another scope',
      { P: { Type: 'Parallel', Branches: [{ StartAt: 'I', States: { I: pass('Z') } }], Next: 'Z' }, Z: end },
      [
        'error MISSING_TRANSITION_TARGET ‹"Z"› “I” goes to “Z”, which is not in the same scope. A transition cannot enter or leave a branch or an item processor.',
      ],
    ],
    [
      'a branch and a processor without their parts',
      {
        P: { Type: 'Parallel', Branches: [{ StartAt: 'X' }, leaf('I')], Next: 'M' },
        M: { Type: 'Map', Iterator: { States: { J: end } }, End: true },
      },
      [
        'error SCHEMA_VALIDATION_FAILED ‹{› Branch 1 of “P” has no States. Add an object with its states by name.',
        'error MISSING_TRANSITION_TARGET ‹"X"› StartAt inside “P” names “X”, which does not exist. Add that state, or name another.',
        'error SCHEMA_VALIDATION_FAILED ‹{› The item processor of “M” has no StartAt. Add it, with the name of its first state, such as “J”.',
      ],
    ],
    [
      'what nothing leads to, at any level',
      { M: { Type: 'Map', ItemProcessor: { StartAt: 'I', States: { I: end, J: end } }, End: true }, Z: end },
      [
        'error MISSING_TRANSITION_TARGET ‹"J"› Nothing leads to “J”. Name it in a Next, Default or Catch, or delete it.',
        'error MISSING_TRANSITION_TARGET ‹"Z"› Nothing leads to “Z”. Name it in a Next, Default or Catch, or delete it.',
      ],
    ],
    [
      'a machine that no state ends, and then nothing of reachability',
      { A: pass('B'), B: pass('A'), C: pass('A') },
      [
        'error MISSING_END_STATE ‹"States"› No state ends this state machine. Give one End: true, or add a Succeed or Fail state.',
      ],
    ],
    [
      'Next beside End',
      { A: { ...end, Next: 'A' } },
      [
        'error SCHEMA_VALIDATION_FAILED ‹"Next"› “A” has both Next and End. Remove End if it leads to another state, else Next.',
      ],
    ],
    [
      'neither Next nor End',
      { A: pass('B'), B: { Type: 'Wait', Seconds: 1, End: false }, C: end },
      [
        'error SCHEMA_VALIDATION_FAILED ‹"B"› “B” leads nowhere. Add Next with the name of a state, or End: true.',
        'error MISSING_TRANSITION_TARGET ‹"C"› Nothing leads to “C”. Name it in a Next, Default or Catch, or delete it.',
      ],
    ],
    [
      'names used twice in the machine',
      { A: { Type: 'Parallel', Branches: [leaf('A'), leaf('B'), leaf('B')], End: true } },
      [
        'error DUPLICATE_STATE_NAME ‹"A"› There is another state “A” at the top level. Names must be unique in the whole state machine: rename one of them.',
        'error DUPLICATE_STATE_NAME ‹"B"› There is another state “B” inside “A”. Names must be unique in the whole state machine: rename one of them.',
      ],
    ],
    [
      'a name of 81 characters',
      { ['é'.repeat(81)]: end },
      [
        `error INVALID_STATE_NAME ‹"${'é'.repeat(81)}"› This name has 81 characters; a state's name may have 80. Shorten it.`,
      ],
    ],
    [
      'a Choice without Default, as a hint',
      { C: { Type: 'Choice', Choices: [{ Variable: '$.x', IsNull: true, Next: 'E' }] }, E: end },
      [
        'info CHOICE_WITHOUT_DEFAULT ‹"C"› If no rule of “C” matches, the execution fails with States.NoChoiceMatched. Add a Default.',
      ],
    ],
    [
      'an unknown Type',
      { A: { Type: 'Tsk' } },
      [
        'error SCHEMA_VALIDATION_FAILED ‹"Tsk"› “Tsk” is not a state type. Did you mean “Task”? There are Pass, Task, Choice, Wait, Succeed, Fail, Parallel, Map.',
      ],
    ],
    [
      'a Task without Resource',
      { A: { Type: 'Task', End: true } },
      ['error SCHEMA_VALIDATION_FAILED ‹"A"› “A” has no Resource. Add the ARN of what it calls.'],
    ],
    [
      'a Parallel without branches',
      { A: { Type: 'Parallel', Branches: [], End: true } },
      ['error SCHEMA_VALIDATION_FAILED ‹"A"› “A” has no branches. Add one to Branches.'],
    ],
    [
      'a Map without processor',
      { A: { Type: 'Map', End: true } },
      ['error SCHEMA_VALIDATION_FAILED ‹"A"› “A” has no ItemProcessor. Add one, with StartAt and States.'],
    ],
    [
      'a Choice without rules',
      { A: { Type: 'Choice', Default: 'B' }, B: end },
      ['error SCHEMA_VALIDATION_FAILED ‹"A"› “A” has no rules. Add one to Choices.'],
    ],
    [
      'rules, retriers and catchers that lack a field',
      {
        A: { Type: 'Choice', Choices: [{ Variable: '$.x', IsNull: true }], Default: 'B' },
        B: task({ Retry: [{}], Catch: [{}] }),
      },
      [
        'error SCHEMA_VALIDATION_FAILED ‹{"Variable":"$.x","IsNull":true}› Rule #1 of “A” has no Next. Add the name of the state it leads to.',
        'error SCHEMA_VALIDATION_FAILED ‹{}› Retry #1 of “B” has no ErrorEquals. Add the list of error names it is for.',
        'error SCHEMA_VALIDATION_FAILED ‹{}› Catch #1 of “B” has no ErrorEquals. Add the list of error names it is for.',
        'error SCHEMA_VALIDATION_FAILED ‹{}› Catch #1 of “B” has no Next. Add the name of the state it leads to.',
      ],
    ],
  ])('finds %s', (_, states, expected) => {
    expect([...findings(states)].sort()).toEqual([...expected].sort());
  });

  it.each<[string, JsonObject]>([
    [
      'loops, a state that leads to itself',
      {
        A: { Type: 'Choice', Choices: [{ Variable: '$.x', IsNull: true, Next: 'A' }], Default: 'B' },
        B: end,
      },
    ],
    ['End: false beside Next', { A: { Type: 'Pass', End: false, Next: 'B' }, B: end }],
    [
      'a branch that loops for ever',
      {
        A: {
          Type: 'Parallel',
          Branches: [{ StartAt: 'I', States: { I: pass('J'), J: pass('I') } }],
          End: true,
        },
      },
    ],
    ['a name of 80 characters, counted as people do', { ['😀'.repeat(80)]: end }],
    [
      'a rule that is always true instead of a Default',
      { A: { Type: 'Choice', QueryLanguage: 'JSONata', Choices: [{ Condition: true, Next: 'B' }] }, B: end },
    ],
    ['the older Iterator', { A: { Type: 'Map', Iterator: leaf('I'), End: true } }],
    ['a Default instead of End in a scope that fails', { A: { Type: 'Fail' } }],
    ['placeholders as target, which may be any state', { A: pass(`\${next}`), B: end }],
    ['a placeholder as name', { [`\${${'n'.repeat(100)}}`]: end }],
    [
      'placeholders as values',
      { A: { Type: 'Task', Resource: `\${arn}`, Retry: `\${retry}`, End: `\${end}` } },
    ],
    ['fields that it does not know', { A: { Type: 'Pass', Fancy: 1, End: true } }],
  ])('finds nothing wrong with %s', (_, states) => {
    expect(findings(states)).toEqual([]);
  });

  it('tells which state a finding is about', () => {
    const text = JSON.stringify({ StartAt: 'A', States: { A: pass('X') } });
    expect(analyze(text).diagnostics.find(({ code }) => code === 'MISSING_TRANSITION_TARGET')?.state).toBe(
      '/States/A',
    );
  });

  /** Advice; and a definition made up at random may well have handlers and rules that are never asked. */
  const MADE_UP = /^info |SHADOWED_HANDLER|DEAD_CHOICE_RULE/;

  it('finds nothing wrong in any valid definition, but what a handler or a name hides', () => {
    fc.assert(
      fc.property(arbitraryDefinition(), (definition) => {
        expect(findingsOf(definition).filter((line) => !MADE_UP.test(line))).toEqual([]);
      }),
    );
  });
});

describe('DIAGNOSTIC_CODES', () => {
  it('names the source of each code', () => {
    for (const source of Object.values(DIAGNOSTIC_CODES))
      expect(source).toMatch(/^(AWS|ASL specification|RFC \d+|YAML 1\.2|Terraform)/);
  });
});
