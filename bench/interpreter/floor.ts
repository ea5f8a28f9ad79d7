import type { Json } from '../../src/asl';
import type { EventRecord } from '../../src/interpreter';

/**
 * The least any interpreter could do: a loop that pushes as many event records as the real run recorded, of
 * the same shape, and follows one pointer per event. It decides nothing, so it bounds and does not compare.
 */
export function floorRun(events: number, input: Json): number {
  const log: (EventRecord & { readonly data: Json })[] = [];
  let node = RING;
  for (let i = 0; i < events; i++) {
    node = node.next;
    log.push({
      type: node.type,
      previousEventId: i,
      time: 0 as EventRecord['time'],
      state: undefined,
      stateName: node.name,
      data: input,
    });
  }
  return log.length;
}

interface RingNode {
  readonly type: EventRecord['type'];
  readonly name: string;
  next: RingNode;
}

const RING: RingNode = ring();

function ring(): RingNode {
  const first = { type: 'PassStateEntered', name: 'S0' } as RingNode;
  const second: RingNode = { type: 'PassStateExited', name: 'S0', next: first };
  first.next = second;
  return first;
}
