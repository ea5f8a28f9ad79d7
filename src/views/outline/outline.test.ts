import { describe, expect, it } from 'vitest';
import { analyze, type StatePath } from '../../asl';
import { moveByKey, nameOf } from './keys';
import { idsAround, outlineRows } from './rows';

const scope = (...names: readonly string[]) => ({
  StartAt: names[0],
  States: Object.fromEntries(
    names.map((name, index) => [
      name,
      { Type: 'Pass', ...(index + 1 < names.length ? { Next: names[index + 1] } : { End: true }) },
    ]),
  ),
});
const { graph } = analyze(
  JSON.stringify({
    StartAt: 'Prepare',
    States: {
      Prepare: { Type: 'Parallel', Branches: [scope('Pack', 'Weigh'), scope('Bill')], Next: 'Each' },
      Each: { Type: 'Map', ItemProcessor: scope('Ship'), Next: 'Done' },
      Done: { Type: 'Succeed' },
    },
  }),
);
const path = (text: string) => text as StatePath;
const lines = (closed: readonly string[] = []) =>
  outlineRows(graph, new Set(closed)).map((row) => `${'  '.repeat(row.level - 1)}${nameOf(row)}`);

describe('the outline', () => {
  it('has every state, those inside beneath, and names branches where there are several', () => {
    expect(lines()).toEqual([
      'Prepare',
      '  Branch 1',
      '    Pack',
      '    Weigh',
      '  Branch 2',
      '    Bill',
      'Each',
      '  Ship',
      'Done',
    ]);
  });

  it('leaves out what is inside of what is closed', () => {
    expect(lines(['/States/Prepare'])).toEqual(['Prepare', 'Each', '  Ship', 'Done']);
    expect(lines(['/States/Prepare/Branches/0', '/States/Each'])).toEqual([
      'Prepare',
      '  Branch 1',
      '  Branch 2',
      '    Bill',
      'Each',
      'Done',
    ]);
  });

  it('says where each stands among those beside it', () => {
    const rows = outlineRows(graph, new Set());
    expect(rows.map(({ position, beside }) => `${position}/${beside}`)).toEqual(
      '1/3 1/2 1/2 2/2 2/2 1/1 2/3 1/1 3/3'.split(' '),
    );
  });

  it('knows what is around a state', () => {
    expect(idsAround(graph, path('/States/Prepare/Branches/0/States/Weigh'))).toEqual([
      '/States/Prepare',
      '/States/Prepare/Branches/0',
    ]);
    expect(idsAround(graph, path('/States/Done'))).toEqual([]);
  });
});

describe('a key in the outline', () => {
  const rows = outlineRows(graph, new Set(['/States/Each']));
  const at = (name: string) => rows.findIndex((row) => nameOf(row) === name);
  const moved = (name: string, key: string) => {
    const move = moveByKey(rows, at(name), key);
    return move && `${move.type} ${nameOf(move.row)}`;
  };

  it('goes along the lines', () => {
    expect(moved('Pack', 'ArrowDown')).toBe('to Weigh');
    expect(moved('Pack', 'ArrowUp')).toBe('to Branch 1');
    expect(moved('Pack', 'End')).toBe('to Done');
    expect(moved('Pack', 'Home')).toBe('to Prepare');
    expect(moved('Done', 'ArrowDown')).toBeUndefined();
    expect(moved('Prepare', 'ArrowUp')).toBeUndefined();
  });

  it('opens, closes, goes in and out', () => {
    expect(moved('Each', 'ArrowRight')).toBe('open Each');
    expect(moved('Prepare', 'ArrowRight')).toBe('to Branch 1');
    expect(moved('Prepare', 'ArrowLeft')).toBe('close Prepare');
    expect(moved('Weigh', 'ArrowLeft')).toBe('to Branch 1');
    expect(moved('Done', 'ArrowRight')).toBeUndefined();
    expect(moved('Each', 'ArrowLeft')).toBeUndefined();
  });

  it('goes to the next name that begins with a letter', () => {
    expect(moved('Prepare', 'p')).toBe('to Pack');
    expect(moved('Weigh', 'P')).toBe('to Prepare');
    expect(moved('Weigh', 'z')).toBeUndefined();
    expect(moved('Weigh', 'Tab')).toBeUndefined();
  });
});
