import { describe, expect, it } from 'vitest';
import { layoutGraph, type StatePath } from '../../../asl';
import { graphOf, node, scopeOf } from '../testing';
import { boxOfState, insideWords, isClosed, standIn } from './closed';
import { stateAt } from './graphIndex';

const path = (text: string) => text as StatePath;
const index = graphOf({
  Both: {
    Type: 'Parallel',
    Branches: [
      scopeOf({
        Each: { Type: 'Map', ItemProcessor: scopeOf({ One: { Type: 'Pass', End: true } }), End: true },
      }),
      scopeOf({ Two: { Type: 'Pass', End: true } }),
    ],
    Next: 'After',
  },
  After: { Type: 'Succeed' },
});
const one = path('/States/Both/Branches/0/States/Each/ItemProcessor/States/One');
const each = path('/States/Both/Branches/0/States/Each');
const drawn = (...collapsed: readonly StatePath[]) =>
  layoutGraph(index.graph, { direction: 'down', collapsed: new Set(collapsed) });
const both = () => stateAt(index, node('Both')) ?? expect.fail('not there');

describe('a closed container', () => {
  it('is as large as any state, and nothing inside has a place', () => {
    const layout = drawn(path('/States/Both'));
    expect(isClosed(index, layout, both())).toBe(true);
    expect(layout.nodes[node('Both')]).toMatchObject({ width: 208, height: 56 });
    expect(Object.keys(layout.nodes).filter((id) => id.includes('Branches'))).toEqual([]);
    expect(Object.keys(layout.edges).filter((id) => id.includes('Branches'))).toEqual([]);
  });
  it('stands for what is inside', () => {
    expect(standIn(index, drawn(path('/States/Both')), one)?.name).toBe('Both');
    expect(standIn(index, drawn(each), one)?.name).toBe('Each');
    expect(standIn(index, drawn(), one)?.name).toBe('One');
    expect(boxOfState(index, drawn(each), one)).toEqual(drawn(each).nodes[each as never]);
  });
  it('leaves the others open', () => {
    expect(isClosed(index, drawn(each), both())).toBe(false);
    expect(isClosed(index, drawn(), both())).toBe(false);
  });
  it('says how much is inside', () => {
    expect(insideWords(index, both())).toBe('2 branches, 3 states');
  });
});
