import type { EditIntent, EditResult, StatePath } from '../asl';
import type { RunComparison, StateConversionReport } from '../interpreter';
import type { MachineText } from './run.types';

/** A change of how a workflow is written that is not to change what it does. */
export type Refactoring =
  /** From JSONPath to JSONata; absent states: all. */
  | { readonly type: 'convert'; readonly states?: readonly StatePath[] }
  /** States as a machine of their own, started by a Task. */
  | { readonly type: 'extractMachine'; readonly states: readonly StatePath[]; readonly name: string }
  | { readonly type: 'edit'; readonly intent: EditIntent };

export interface RefactorReport {
  readonly plan: EditResult;
  /** What the user should know before it is done: sentences. */
  readonly notes: readonly string[];
  /** The text afterwards; absent when it cannot be done. */
  readonly after?: string;
  readonly conversion?: {
    readonly states: readonly StateConversionReport[];
    /** All of the machine is in JSONata then. */
    readonly whole: boolean;
  };
  /** The machine that was taken out. */
  readonly machine?: MachineText;
}

/** How the text before and after did on one input; or why they could not be run. */
export type RefactorCheck = RunComparison | { readonly type: 'refused'; readonly reason: string };
