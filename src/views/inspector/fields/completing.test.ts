import { describe, expect, it } from 'vitest';
import type { Suggestion, Suggestions } from '../../../worker';
import { offered, stillOffered, type Typed, typedOn, withChosen } from './completing';

const item = (filter: string, insert = filter): Suggestion => ({
  kind: 'data',
  label: filter,
  detail: '',
  filter,
  insert,
});

/** `|` is the caret. */
const typed = (marked: string): Typed => ({ text: marked.replace('|', ''), caret: marked.indexOf('|') });
const shown = ({ text, caret }: Typed) => `${text.slice(0, caret)}|${text.slice(caret)}`;
const replacing = (start: number, end: number, ...items: readonly Suggestion[]): Suggestions => ({
  replace: { start, end },
  items,
});

describe('what is offered', () => {
  it('begins with what is typed, then what has it inside', () => {
    const found = replacing(0, 3, item('"xDyn'), item('"dynamo'), item('"sqs'));
    expect(offered(found, typed('"dy|'))?.items.map(({ label }) => label)).toEqual(['"dynamo', '"xDyn']);
    expect(offered(found, typed('no|'))).toBeUndefined();
  });
  it('is narrowed down while the user types on', () => {
    const before = typed('a.i|');
    const found = replacing(2, 3, item('id'), item('items'));
    const now = typed('a.it|');
    expect(offered(typedOn(found, before, now), now)?.items.map(({ label }) => label)).toEqual(['items']);
    const left = typed('|a.i');
    expect(offered(typedOn(found, before, left), left)).toBeUndefined();
  });
});

describe('what is chosen', () => {
  it('takes the place of all that was typed, also since the list was drawn', () => {
    const before = typed('order.c|');
    const now = typed('order.ci|');
    const city = item('city');
    const found = replacing(6, 7, item('colour'), city);
    const still = stillOffered(found, before, now, city);
    expect(still && shown(withChosen(now.text, still.there, still.item))).toBe('order.city|');
    expect(stillOffered(found, before, now, item('colour'))?.item).toBe(city);
    expect(stillOffered(found, before, typed('order.cx|'), city)).toBeUndefined();
  });
  const take = (marked: string, found: Suggestions): string => {
    const now = typed(marked);
    const open = offered(found, now);
    const first = open?.items[0];
    return open && first ? shown(withChosen(now.text, open, first)) : '';
  };
  it('leaves the caret at the first stop, else behind it', () => {
    expect(take('{% $su| %}', replacing(3, 6, item('$sum(', '\\$sum($1)')))).toBe('{% $sum(|) %}');
    expect(take('$.a| + 1', replacing(2, 3, item('ab')))).toBe('$.ab| + 1');
    expect(take('|', replacing(0, 0, item('{%', '{% $1 %\\}')))).toBe('{% | %}');
  });
  it('stands under the line it begins on', () => {
    const retry = item('"Retry', '"Retry": [\n  $1\n]');
    expect(take('{\n  "Re|\n}', replacing(4, 7, retry))).toBe('{\n  "Retry": [\n    |\n  ]\n}');
  });
  it('brings the comma that is missing before', () => {
    const found = { ...replacing(9, 10, item('"b', '"b": $1')), comma: 8 };
    expect(take('{ "a": 1 "|', { ...found, replace: { start: 9, end: 10 } })).toBe('{ "a": 1, "b": |');
  });
});
