/** A transition between the scope's nodes, by their numbers. */
export interface Link {
  readonly from: number;
  readonly to: number;
}

export interface Ranks {
  /** Row of each node, from 0. */
  readonly rank: Int32Array;
  /** Links that lead up or stay: loops, and ways from unreachable states back into the workflow. */
  readonly back: readonly boolean[];
}

const NEW = 0;
const OPEN = 1;
const DONE = 2;

/**
 * Rows by the longest way from the start, loops left out. What cannot be reached stands under everything
 * else, in rows of its own.
 *
 * @param out  links leaving each node, in the order they are read (rule order)
 * @param end  the End node, or -1; it stands under all that can be reached
 */
export function rankNodes(
  links: readonly Link[],
  out: readonly (readonly number[])[],
  start: number,
  end: number,
): Ranks {
  const count = out.length;
  const back = links.map(() => false);
  const color = new Uint8Array(count);
  const visit = createVisitor(links, out, color, back);

  const reached = visit(start);
  const rank = new Int32Array(count);
  longestWays(reached, links, out, back, rank);
  let last = reached.reduce((most, node) => (node === end ? most : Math.max(most, rank[node] ?? 0)), 0);
  if (end >= 0) {
    rank[end] = last + 1;
    color[end] = DONE;
    last++;
  }

  const isReached = new Uint8Array(count);
  for (const node of reached) isReached[node] = 1;
  if (end >= 0) isReached[end] = 1;
  const rest: number[] = [];
  for (const root of unreachableRoots(links, color)) {
    if (color[root] === NEW) rest.push(...visit(root).reverse());
  }
  links.forEach(({ from, to }, index) => {
    if (!isReached[from] && isReached[to]) back[index] = true;
  });
  for (const node of rest) rank[node] = last + 1;
  longestWays(topological(rest, links, out, back), links, out, back, rank);
  return { rank, back };
}

/** Depth first without recursion; marks links to a node still open as back. @returns the nodes it came to, in topological order */
function createVisitor(
  links: readonly Link[],
  out: readonly (readonly number[])[],
  color: Uint8Array,
  back: boolean[],
): (root: number) => number[] {
  return (root) => {
    const finished: number[] = [];
    const stack = [{ node: root, next: 0 }];
    color[root] = OPEN;
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const index = out[top.node]?.[top.next++];
      if (index === undefined) {
        color[top.node] = DONE;
        finished.push(top.node);
        stack.pop();
        continue;
      }
      const to = links[index]?.to ?? root;
      if (color[to] === OPEN) back[index] = true;
      else if (color[to] === NEW) {
        color[to] = OPEN;
        stack.push({ node: to, next: 0 });
      }
    }
    return finished.reverse();
  };
}

function longestWays(
  order: readonly number[],
  links: readonly Link[],
  out: readonly (readonly number[])[],
  back: readonly boolean[],
  rank: Int32Array,
): void {
  for (const node of order) {
    for (const index of out[node] ?? []) {
      const to = links[index]?.to;
      if (to !== undefined && !back[index]) rank[to] = Math.max(rank[to] ?? 0, (rank[node] ?? 0) + 1);
    }
  }
}

/** Unreachable nodes, those nothing leads to first. */
function unreachableRoots(links: readonly Link[], color: Uint8Array): readonly number[] {
  const targets = new Set(links.filter(({ from, to }) => from !== to).map(({ to }) => to));
  const loose = Array.from(color.keys()).filter((node) => color[node] === NEW);
  return [...loose.filter((node) => !targets.has(node)), ...loose.filter((node) => targets.has(node))];
}

/** Kahn's order of some nodes by the links among them that lead down. */
function topological(
  nodes: readonly number[],
  links: readonly Link[],
  out: readonly (readonly number[])[],
  back: readonly boolean[],
): readonly number[] {
  const waiting = new Map(nodes.map((node) => [node, 0]));
  const down = (node: number) =>
    (out[node] ?? []).flatMap((index) => {
      const to = links[index]?.to;
      return to !== undefined && !back[index] && waiting.has(to) ? [to] : [];
    });
  for (const node of nodes) for (const to of down(node)) waiting.set(to, (waiting.get(to) ?? 0) + 1);
  const order = nodes.filter((node) => waiting.get(node) === 0);
  for (let i = 0; i < order.length; i++) {
    for (const to of down(order[i] ?? -1)) {
      const left = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, left);
      if (left === 0) order.push(to);
    }
  }
  return order;
}
