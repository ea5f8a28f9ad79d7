/** Items by what they cost, the cheapest first; of equal ones the first that came. */
export interface Heap {
  push(item: number, cost: number): void;
  /** -1 when there is none. */
  pop(): number;
}

export function createHeap(): Heap {
  const items: number[] = [];
  const costs: number[] = [];
  const swap = (a: number, b: number) => {
    [items[a], items[b]] = [items[b] ?? 0, items[a] ?? 0];
    [costs[a], costs[b]] = [costs[b] ?? 0, costs[a] ?? 0];
  };
  const cost = (at: number) => costs[at] ?? Number.POSITIVE_INFINITY;
  return {
    push(item, cheap) {
      let at = items.push(item) - 1;
      costs.push(cheap);
      for (let parent = (at - 1) >> 1; at > 0 && cost(parent) > cost(at); parent = (at - 1) >> 1) {
        swap(at, parent);
        at = parent;
      }
    },
    pop() {
      const [first = -1] = items;
      const last = items.length - 1;
      swap(0, last);
      items.length = Math.max(0, last);
      costs.length = items.length;
      for (let at = 0; ; ) {
        const left = 2 * at + 1;
        const least = cost(left + 1) < cost(left) ? left + 1 : left;
        if (cost(least) >= cost(at)) return first;
        swap(at, least);
        at = least;
      }
    },
  };
}
