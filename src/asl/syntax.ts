import type { Brand } from './brand';
import type { Json } from './json';

/**
 * The syntax tree both notations (JSON, YAML) are parsed into. Offsets are UTF-16 code units into the
 * text, so `text.slice(node.start, node.end)` is the node as the user typed it. What a YAML alias or merge
 * key brings in has the ranges of the anchor's text, outside its parent's range; the alias itself has its own.
 */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export interface PropertyNode extends TextRange {
  readonly key: string;
  readonly keyRange: TextRange;
  /** Absent while the user is still typing the value. */
  readonly value: SyntaxNode | undefined;
}

export interface ObjectNode extends TextRange {
  readonly kind: 'object';
  /** In text order; duplicate keys are all kept, the last one counts. */
  readonly properties: readonly PropertyNode[];
}
export interface ArrayNode extends TextRange {
  readonly kind: 'array';
  readonly items: readonly SyntaxNode[];
}
export interface ScalarNode extends TextRange {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
}
export type SyntaxNode = ObjectNode | ArrayNode | ScalarNode;

export type TextFormat = 'json' | 'yaml';

/** What is known about a text after a parse that never throws. */
export interface ParsedText {
  readonly text: string;
  readonly format: TextFormat;
  /** Absent when nothing could be read (an empty text). A broken text may still have a partial tree. */
  readonly root: SyntaxNode | undefined;
  /**
   * Syntax findings. Without one of severity `error`, `root` is the whole text; warnings and infos tell of what
   * was tolerated (comments, duplicate keys, placeholders outside strings).
   */
  readonly problems: readonly Diagnostic[];
}

export type Severity = 'error' | 'warning' | 'info';

/** A finding about the definition's text: where, what is wrong, what to do. */
export interface Diagnostic {
  /** Stable, e.g. `MISSING_TRANSITION_TARGET`; AWS's code where AWS has one. */
  readonly code: string;
  readonly severity: Severity;
  /** A sentence for the user that says what to do. */
  readonly message: string;
  readonly range: TextRange;
  /** The state the finding is about, when there is one. */
  readonly state?: StatePath;
  /** Ways to make it go away, the likeliest first; absent when only the user knows what to do. */
  readonly fixes?: readonly QuickFix[];
}

/** A change that makes a finding go away and brings no other. */
export interface QuickFix {
  /** What sort of change it is, e.g. `addEnd`: fixes of one kind are applied together. */
  readonly kind: string;
  /** What it does to this place: `Rename to “Next”`. */
  readonly title: string;
  /** It does what was surely meant: a tool may apply it without asking. */
  readonly safe: boolean;
  readonly change: FixChange;
}

/** Places are JSON Pointers of the text before the change. */
export type FixChange =
  | { readonly type: 'write'; readonly steps: readonly FixStep[] }
  | { readonly type: 'moveItem'; readonly list: string; readonly from: number; readonly to: number }
  | { readonly type: 'deleteState'; readonly state: StatePath }
  | { readonly type: 'renameState'; readonly state: StatePath; readonly name: string };

export type FixStep =
  | { readonly type: 'set'; readonly object: string; readonly name: string; readonly value: Json }
  | { readonly type: 'remove'; readonly object: string; readonly name: string }
  | { readonly type: 'renameKey'; readonly object: string; readonly name: string; readonly to: string }
  | { readonly type: 'insertItem'; readonly list: string; readonly at: number; readonly value: Json }
  | { readonly type: 'removeItem'; readonly list: string; readonly at: number };

/**
 * Identity of a state: the JSON Pointer of its object in the definition, e.g.
 * `/States/Ship`, `/States/Each/ItemProcessor/States/Charge`, `/States/Both/Branches/0/States/A~1B`.
 */
export type StatePath = Brand<string, 'StatePath'>;
/** Identity of a scope (an object with StartAt and States): its JSON Pointer; `''` is the machine itself. */
export type ScopePath = Brand<string, 'ScopePath'>;
