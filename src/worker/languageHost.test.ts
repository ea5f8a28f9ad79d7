import { describe, expect, it } from 'vitest';
import type { StatePath, TransitionId } from '../asl';
import { PLAIN_OPTIONS } from './analysis.types';
import type { LanguageClient } from './client.types';
import { connectLanguageClient } from './languageClient';
import { createLanguageHost } from './languageHost';
import { InProcessPort } from './testing/inProcessPort';

const TEXT =
  '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Succeed" } } }';

const connect = (): LanguageClient =>
  connectLanguageClient(() => new InProcessPort((post) => createLanguageHost(post)));

describe('the language worker', () => {
  it('analyses a text', async () => {
    const result = await connect().analyse(TEXT, 'json', PLAIN_OPTIONS, 'STANDARD');
    expect(result).toMatchObject({ readable: true, analysis: { outline: [{ name: 'A' }, { name: 'B' }] } });
  });

  it('plans an edit, or says why it may not be done', async () => {
    const client = connect();
    const plan = await client.planEdit(TEXT, 'json', {
      type: 'renameState',
      state: '/States/B' as StatePath,
      name: 'C',
    });
    expect(plan).toMatchObject({ ok: true, select: '/States/C' });
    const refused = await client.planEdit(TEXT, 'json', {
      type: 'insertState',
      on: '/States/Nowhere#next' as TransitionId,
      blueprint: { kind: 'state', stateType: 'Pass' },
    });
    expect(refused).toEqual({ ok: false, reason: expect.any(String) });
  });

  it('formats, and turns one notation into the other', async () => {
    const client = connect();
    expect(await client.format(TEXT, 'json', 'json')).toMatchObject({
      ok: true,
      text: expect.stringMatching(/^\{\n {2}"StartAt": "A",\n/),
    });
    expect(await client.format(TEXT, 'json', 'yaml')).toMatchObject({
      ok: true,
      text: expect.stringMatching(/^StartAt: A\n/),
    });
    expect(await client.format('{', 'json', 'yaml')).toMatchObject({ ok: false });
  });

  it('compares two texts in any notation, and says where one cannot be read', async () => {
    const client = connect();
    const before = { text: TEXT, format: 'json' } as const;
    const yaml = 'States:\n  B: {Type: Succeed}\n  A: {Next: B, Type: Pass, Comment: now}\nStartAt: A\n';
    const result = await client.compare(before, { text: yaml, format: 'yaml' }, 'down');
    if (!result.readable) throw new Error('it can be read');
    expect(result.comparison.states.map(({ status }) => status)).toEqual(['same', 'changed']);
    expect(Object.keys(result.layout.nodes)).toContain('/States/A');
    expect(await client.compare(before, { text: '{\n "A": ', format: 'json' }, 'down')).toMatchObject({
      readable: false,
      before: undefined,
      after: { line: 2 },
    });
  });
});
