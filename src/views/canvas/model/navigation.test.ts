import { describe, expect, it } from 'vitest';
import { graphOf, node, scopeOf } from '../testing';
import { type Direction, travel } from './navigation';

const pass = (Next?: string) => (Next ? { Type: 'Pass', Next } : { Type: 'Pass', End: true });
const index = graphOf({
  First: pass('Which'),
  Which: {
    Type: 'Choice',
    Choices: [
      { Variable: '$.a', IsPresent: true, Next: 'A' },
      { Variable: '$.b', IsPresent: true, Next: 'B' },
      { Variable: '$.again', IsPresent: true, Next: 'First' },
    ],
    Default: 'C',
  },
  A: pass('Both'),
  B: pass('Both'),
  C: pass('Both'),
  Both: {
    Type: 'Parallel',
    Branches: [scopeOf({ Left: pass() }), scopeOf({ Right: pass('Deep'), Deep: pass() })],
    Next: 'Last',
  },
  Last: pass(),
});
const inner = (branch: number, name: string) => node(`Both/Branches/${branch}/States/${name}`);
const go = (from: string, direction: Direction, cameFrom?: string) =>
  travel(index, node(from), direction, cameFrom === undefined ? undefined : node(cameFrom))?.name;

describe('travelling by arrow keys', () => {
  it('goes down along Next, and into the first rule of a Choice', () => {
    expect(go('First', 'down')).toBe('Which');
    expect(go('Which', 'down')).toBe('A');
    expect(go('Last', 'down')).toBeUndefined();
  });

  it('goes up to the predecessor, the one it came from where there are several', () => {
    expect(go('Both', 'up')).toBe('A');
    expect(go('Both', 'up', 'C')).toBe('C');
    expect(go('First', 'up')).toBe('Which');
  });

  it('goes left and right through the rules of a Choice in their order', () => {
    expect(go('A', 'right')).toBe('B');
    expect(go('B', 'left')).toBe('A');
    expect(go('A', 'left')).toBeUndefined();
    expect(go('C', 'right')).toBeUndefined();
  });

  it('goes left and right between the branches of a Parallel', () => {
    expect(travel(index, inner(0, 'Left'), 'right')?.name).toBe('Right');
    expect(travel(index, inner(1, 'Right'), 'left')?.name).toBe('Left');
    expect(travel(index, inner(1, 'Deep'), 'left')).toBeUndefined();
  });

  it('goes into a container and out of it again', () => {
    expect(go('Both', 'in')).toBe('Left');
    expect(travel(index, inner(1, 'Deep'), 'out')?.name).toBe('Both');
    expect(go('Both', 'out')).toBeUndefined();
    expect(go('First', 'in')).toBeUndefined();
  });
});
