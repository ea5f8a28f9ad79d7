import type { Blueprint } from './edits/templates/catalogue';
import type { TransitionId } from './graph';
import type { Json } from './json';
import type { ScopePath, StatePath, TextRange } from './syntax';

/** Replace `[range.start, range.end)` by `text`. A list of edits is sorted, does not overlap, and refers to the text before any of them. */
export interface TextEdit {
  readonly range: TextRange;
  readonly text: string;
}

/** The definition of a state machine, by the name that its ARN ends with. */
export interface KnownMachineText {
  readonly name: string;
  readonly text: string;
}

/** What a user wants done to the workflow; each becomes minimal text edits. */
export type EditIntent =
  | { readonly type: 'renameState'; readonly state: StatePath; readonly name: string }
  /** Predecessors are joined to the state's Next (the chain heals). */
  | { readonly type: 'deleteState'; readonly state: StatePath }
  /** Point a transition (start, next, choice, default, catch, end) at another state of its scope, or at End. */
  | {
      readonly type: 'retarget';
      readonly transition: TransitionId;
      readonly to: { readonly state: StatePath } | { readonly end: ScopePath };
    }
  /** Insert something new on a transition: source -> new -> old target. */
  | { readonly type: 'insertState'; readonly on: TransitionId; readonly blueprint: Blueprint }
  /**
   * Add something new to a scope. A transition of that scope is led to it, wherever it led before; without one nothing
   * leads to it, but that it becomes StartAt when the scope is empty.
   */
  | {
      readonly type: 'addState';
      readonly scope: ScopePath;
      readonly blueprint: Blueprint;
      readonly from?: TransitionId;
    }
  /** Put a copy of a state, with its inside, after it. */
  | { readonly type: 'duplicateState'; readonly state: StatePath }
  /** Put copied states (an object of states by name, JSON or YAML) after a state, else into the machine's own scope. */
  | { readonly type: 'pasteStates'; readonly text: string; readonly after?: StatePath }
  /** As `duplicateState`, of several states of one scope; they are copied with what they say of each other. */
  | { readonly type: 'duplicateStates'; readonly states: readonly StatePath[] }
  | { readonly type: 'deleteStates'; readonly states: readonly StatePath[] }
  /** Take a state out of its chain and put it on a transition, in its own scope or another one. */
  | {
      readonly type: 'moveState';
      readonly state: StatePath;
      readonly onto: TransitionId;
      /** Put a copy there instead. */
      readonly copy?: boolean;
    }
  /** Put states of one scope into a new container. */
  | {
      readonly type: 'wrapStates';
      readonly states: readonly StatePath[];
      readonly container: 'Parallel' | 'Map';
      /** What follows gets what it got before: the container hands on the result of its one branch. */
      readonly kept?: boolean;
      /** Of a Map: the path of the list whose items it is for, `$` being the input. */
      readonly items?: string;
    }
  /** Put what is inside a Parallel or Map in its place. */
  | { readonly type: 'unwrapState'; readonly state: StatePath }
  /** Put what a Parallel of one branch holds, or the machine that a Task starts, in its place. */
  | {
      readonly type: 'inlineState';
      readonly state: StatePath;
      /** The machines that are known; a Task names the one it starts. */
      readonly machines?: readonly KnownMachineText[];
    }
  /** Retry what the state does, as AWS advises for its resource. */
  | { readonly type: 'addRetry'; readonly state: StatePath }
  /** Catch every error of the state: `to` a state of its scope, else a new Fail that hands it on. */
  | { readonly type: 'addCatch'; readonly state: StatePath; readonly to?: StatePath }
  /** Put an item of a list where another one stands: rules, branches, retriers, catchers. */
  | {
      readonly type: 'reorderItems';
      /** JSON Pointer of the list. */
      readonly list: string;
      readonly from: number;
      readonly to: number;
    }
  /** Give fields of an object other values; a field without a value is taken away. */
  | {
      readonly type: 'setFields';
      /** JSON Pointer of the machine (`''`), a state, or an object inside one. */
      readonly object: string;
      readonly fields: readonly { readonly name: string; readonly value?: Json | undefined }[];
      /** For the undo menu; made from the fields' names when absent. */
      readonly label?: string | undefined;
    };

export type EditResult =
  | {
      readonly ok: true;
      readonly edits: readonly TextEdit[];
      /** For the undo menu: `Rename “Bill” to “Invoice”`. */
      readonly label: string;
      /** The state to select afterwards, by its path in the new text. */
      readonly select?: StatePath;
      /** Of new states: the transition that goes on from them, in the new text. More can be inserted there. */
      readonly onward?: TransitionId;
    }
  /** Why it may not be done, and what to do instead. */
  | { readonly ok: false; readonly reason: string };
