import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EditIntent } from '../edit.types';
import { isJsonObject, type Json } from '../json';
import { joinPointer, nodeAtPointer } from '../parse/pointer';
import { setOwn, toJson } from '../parse/toJson';
import { sameJson } from '../sameJson';
import type { SyntaxNode, TextFormat } from '../syntax';
import { arbitraryText } from './testing/arbitraryText';
import { edit, edited, lines, refusalOf, sourceOf } from './testing/edited';

type Fields = Extract<EditIntent, { type: 'setFields' }>['fields'];
const set = (object: string, ...fields: Fields): EditIntent => ({ type: 'setFields', object, fields });

const machine = lines`
  {
    "StartAt": "Pay",
    "States": {
      "Pay": {
        "Type": "Task",
        "Resource": "arn:aws:states:::lambda:invoke", // the till
        "Parameters": { "FunctionName": "pay", "Payload.$": "$" },
        "Retry": [
          { "ErrorEquals": ["A"], "MaxAttempts": 1 }, // once
          { "ErrorEquals": ["B"] }
        ],
        "End": true
      }
    }
  }
`;
const retry = (...items: readonly Json[]) => set('/States/Pay', { name: 'Retry', value: items });
const a = { ErrorEquals: ['A'], MaxAttempts: 1 };
const b = { ErrorEquals: ['B'] };
const c = { ErrorEquals: ['C'] };

describe('giving fields other values', () => {
  it('writes a value in its place, and nothing else', () => {
    expect(edited(machine, set('/States/Pay', { name: 'Resource', value: 'arn:x' }))).toBe(
      machine.replace('"arn:aws:states:::lambda:invoke"', '"arn:x"'),
    );
  });
  it('writes only the member of an object that differs', () => {
    const value = { FunctionName: 'pay', 'Payload.$': '$.order' };
    expect(edited(machine, set('/States/Pay', { name: 'Parameters', value }))).toBe(
      machine.replace('"$" }', '"$.order" }'),
    );
  });
  it('puts a new field where one would look for it', () => {
    const timed = edited(machine, set('/States/Pay', { name: 'TimeoutSeconds', value: 9 }));
    expect(timed).toContain('"TimeoutSeconds": 9,\n      "Parameters"');
    expect(edited(machine, set('/States/Pay', { name: 'Comment', value: 'x' }))).toContain(
      '"Type": "Task",\n      "Comment": "x",',
    );
    expect(edited(machine, set('', { name: 'Comment', value: 'x' }))).toMatch(/^\{\s+"Comment": "x",/);
  });
  it('takes a field away', () => {
    const text = edited(machine, set('/States/Pay', { name: 'Retry' }));
    expect(text).not.toContain('Retry');
    expect(text).toContain('"Payload.$": "$" },\n      "End": true');
  });
  it('does several at once: one field for another', () => {
    const timed = edited(machine, set('/States/Pay', { name: 'TimeoutSeconds', value: 9 }));
    const text = edited(
      timed,
      set('/States/Pay', { name: 'TimeoutSeconds' }, { name: 'TimeoutSecondsPath', value: '$.t' }),
    );
    expect(text).toBe(timed.replace('"TimeoutSeconds": 9', '"TimeoutSecondsPath": "$.t"'));
  });
  it('puts a new field in the place of one that goes', () => {
    const inline =
      '{ "States": { "Ask": { "Choices": [{ "Variable": "$.n", "IsNull": true, "Next": "A" } /* why */] } } }';
    const And = [{ Variable: '$.n', IsNull: true }];
    const fields = [{ name: 'Variable' }, { name: 'IsNull' }, { name: 'And', value: And }];
    expect(edited(inline, set('/States/Ask/Choices/0', ...fields))).toBe(
      '{ "States": { "Ask": { "Choices": [{ "And": [{ "Variable": "$.n", "IsNull": true }], "Next": "A" } /* why */] } } }',
    );
  });
  it('adds, changes and removes items of a list around those that stay', () => {
    expect(edited(machine, retry(a, b, c))).toContain('// once\n        { "ErrorEquals": ["B"] },');
    expect(edited(machine, retry(c, a, b))).toContain('"MaxAttempts": 1 }, // once\n');
    expect(edited(machine, retry({ ...a, MaxAttempts: 2 }, b))).toBe(
      machine.replace('"MaxAttempts": 1', '"MaxAttempts": 2'),
    );
    expect(edited(machine, retry(a))).not.toContain('"B"');
    expect(edited(machine, retry(b))).not.toContain('"A"');
  });
  it('writes into an object inside a state', () => {
    expect(edited(machine, set('/States/Pay/Retry/1', { name: 'BackoffRate', value: 2 }))).toContain(
      '{ "ErrorEquals": ["B"], "BackoffRate": 2 }',
    );
  });
  it('leaves the text alone when nothing differs', () => {
    expect(edited(machine, retry(a, b))).toBe(machine);
  });
  it('is refused when the object is gone', () => {
    expect(refusalOf(machine, set('/States/Gone', { name: 'Comment', value: 'x' }))).toContain(
      'no longer in the text',
    );
  });
  it('says in the undo menu what it did', () => {
    expect(edit(machine, retry(a)).label).toBe('Set Retry of “Pay”');
    expect(edit(machine, set('/States/Pay', { name: 'Retry' })).label).toBe('Remove Retry of “Pay”');
    expect(edit(machine, set('', { name: 'TimeoutSeconds', value: 1 })).label).toBe('Set TimeoutSeconds');
  });
});

function objectsOf(node: SyntaxNode | undefined, at: string): readonly string[] {
  if (node?.kind === 'object')
    return [at, ...node.properties.flatMap(({ key, value }) => objectsOf(value, joinPointer(at, key)))];
  if (node?.kind === 'array')
    return node.items.flatMap((item, index) => objectsOf(item, joinPointer(at, index)));
  return [];
}

describe.each<TextFormat>(['json', 'yaml'])('fields of any definition in any handwriting: %s', (format) => {
  it('read afterwards as they were set, the rest as before', () => {
    const value = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>;
    const change = fc.record({ which: fc.nat(), value: fc.option(value, { nil: undefined }) });
    fc.assert(
      fc.property(
        arbitraryText(format, { maxStates: 3, maxDepth: 1 }),
        fc.nat(),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        ({ text }, where, changes) => {
          const source = sourceOf(text, format);
          const objects = objectsOf(source.parsed.root, '');
          const object = objects[where % objects.length] ?? '';
          const node = nodeAtPointer(source.parsed.root, object);
          if (node?.kind !== 'object') throw new Error('An object has gone');
          const names = [...node.properties.map(({ key }) => key), 'Comment', 'Retry', 'New', '__proto__'];
          const wanted = new Map(
            changes.map(({ which, value }) => {
              const json: Json | undefined =
                value === undefined ? undefined : JSON.parse(JSON.stringify(value));
              return [names[which % names.length] ?? 'New', json] as const;
            }),
          );
          const fields = [...wanted].map(([name, value]) => ({ name, value }));
          const { text: after } = edit(text, { type: 'setFields', object, fields }, format);
          const now = nodeAtPointer(sourceOf(after, format).parsed.root, object);
          const expected: Record<string, Json> = {};
          for (const [key, member] of Object.entries(toJson(node) as Record<string, Json>)) {
            if (!wanted.has(key)) setOwn(expected, key, member);
          }
          for (const [name, value] of wanted) if (value !== undefined) setOwn(expected, name, value);
          const got = now ? toJson(now) : null;
          expect(isJsonObject(got) && sameJson(got, expected)).toBe(true);
        },
      ),
    );
  });
  it('make a state another one altogether', () => {
    fc.assert(
      fc.property(
        arbitraryText(format, { maxStates: 4, maxDepth: 1 }),
        fc.nat(),
        fc.nat(),
        ({ text }, from, to) => {
          const { parsed } = sourceOf(text, format);
          const objects = objectsOf(parsed.root, '').filter((at) => at !== '');
          const object = objects[from % objects.length] ?? '';
          const node = nodeAtPointer(parsed.root, object);
          const other = nodeAtPointer(parsed.root, objects[to % objects.length] ?? '');
          if (node?.kind !== 'object' || other?.kind !== 'object') return;
          const next = toJson(other) as Record<string, Json>;
          const names = new Set([...node.properties.map(({ key }) => key), ...Object.keys(next)]);
          const fields = [...names].map((name) => ({
            name,
            value: Object.hasOwn(next, name) ? next[name] : undefined,
          }));
          const { text: after } = edit(text, { type: 'setFields', object, fields }, format);
          const now = nodeAtPointer(sourceOf(after, format).parsed.root, object);
          expect(now && sameJson(toJson(now), next)).toBe(true);
        },
      ),
    );
  });
});
