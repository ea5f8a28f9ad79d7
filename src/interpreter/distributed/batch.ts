import type { Json, JsonObject } from '../../asl';
import { jsonSize } from '../flow/jsonSize';

/** ItemBatcher, evaluated. Source: states.md 9.2. */
export interface Batching {
  readonly maxItems: number | undefined;
  /** Of the child's whole input, BatchInput included. */
  readonly maxInputBytes: number | undefined;
  readonly batchInput: Json | undefined;
}

/** A child's input. Recorded: assign/MAP_STATE_REFERENCE_IN_MAX_PER_BATCH_PATH. */
export const batchInput = (items: readonly Json[], { batchInput: common }: Batching): JsonObject =>
  common === undefined ? { Items: items } : { BatchInput: common, Items: items };

/** Bytes of an input without items. */
export const emptyBatchBytes = (batching: Batching): number => jsonSize(batchInput([], batching));
/** Bytes that an item adds to an input, its comma included. */
export const itemBytes = (item: Json): number => jsonSize(item) + 1;

/**
 * Whether a batch that is not empty has no room for another item.
 *
 * @param bytes of the input with the item
 */
export function isFull(count: number, bytes: number, { maxItems, maxInputBytes }: Batching): boolean {
  if (maxItems !== undefined && count >= maxItems) return true;
  return maxInputBytes !== undefined && bytes > maxInputBytes;
}
