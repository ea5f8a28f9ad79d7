import type { ExecutionType } from '../../../workspace';

/**
 * List prices of us-east-1 (N. Virginia) in dollars, of the first tier, without the free tier. Standard pays for state
 * transitions, of which a retry is one, too; Express for requests, and for time by memory, begun 100 ms and 64 MB
 * counted whole. Other regions and tiers, and what the called services cost, are not in it.
 */
const TRANSITION = 0.025 / 1000;
const REQUEST = 1 / 1_000_000;
const GIGABYTE_SECOND = 0.00001667;
const BILLED_STEP_MS = 100;
/** An execution of little data takes one chunk of memory. */
const CHUNK_GB = 64 / 1024;

export interface Consumption {
  readonly type: ExecutionType;
  readonly transitions: number;
  readonly retries: number;
  readonly milliseconds: number;
}

/** What an execution has cost so far, in dollars. */
export function costOf({ type, transitions, retries, milliseconds }: Consumption): number {
  if (type === 'STANDARD') return (transitions + retries) * TRANSITION;
  const billed = Math.max(1, Math.ceil(milliseconds / BILLED_STEP_MS)) * BILLED_STEP_MS;
  return REQUEST + (billed / 1000) * CHUNK_GB * GIGABYTE_SECOND;
}

/** `$0.00025`: two digits that say something, however small. */
export function dollars(amount: number): string {
  if (amount >= 1) return `$${amount.toFixed(2)}`;
  if (amount === 0) return '$0';
  const digits = Math.min(9, 1 - Math.floor(Math.log10(amount)));
  return `$${amount.toFixed(digits)}`;
}
