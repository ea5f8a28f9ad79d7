import type { Box, Layout, ScopePath, StateNode, StatePath } from '../../../asl';
import { type GraphIndex, isContainer, stateAt } from './graphIndex';

/** Is the inside of a container left out of the drawing? */
export function isClosed(index: GraphIndex, layout: Layout, node: StateNode): boolean {
  const [scope] = node.children.map((child) => index.scopes.get(child));
  return isContainer(node) && scope !== undefined && layout.nodes[scope.start] === undefined;
}

/** The state itself where it is drawn, else the closed container that stands for it. */
export function standIn(
  index: GraphIndex,
  layout: Layout,
  path: StatePath | undefined,
): StateNode | undefined {
  let state = stateAt(index, path);
  while (state && !layout.nodes[state.id]) state = stateAt(index, index.scopes.get(state.scope)?.parent);
  return state;
}

/** Where a state is to be seen. */
export function boxOfState(index: GraphIndex, layout: Layout, path: StatePath | undefined): Box | undefined {
  const shown = standIn(index, layout, path);
  return shown && layout.nodes[shown.id];
}

/** What a closed container says of its inside: `2 branches, 5 states`. */
export function insideWords(index: GraphIndex, node: StateNode): string {
  const states = node.children.reduce((sum, scope) => sum + statesIn(index, scope), 0);
  const branches = node.type === 'Parallel' ? `${counted(node.children.length, 'branch', 'es')}, ` : '';
  return branches + counted(states, 'state', 's');
}

function statesIn(index: GraphIndex, scope: ScopePath): number {
  let count = 0;
  for (const node of index.scopes.get(scope)?.nodes ?? []) {
    if (node.kind === 'state')
      count += 1 + node.children.reduce((sum, child) => sum + statesIn(index, child), 0);
  }
  return count;
}

const counted = (count: number, noun: string, plural: string): string =>
  `${count} ${noun}${count === 1 ? '' : plural}`;
