import type { StatePath, TextFormat, TextRange, TokenKind } from '../asl';

/** What the editor asks the language worker about a place of the text. Offsets count as `TextRange` does. */

/** What is known of the data at a state, from a run or from the input of the next one. Texts are JSON. */
export interface SeenData {
  readonly input: string;
  readonly variables: string;
  /** What its service, branches or items answered. */
  readonly result?: string | undefined;
  /** The execution's input. */
  readonly executionInput: string;
  /** A run's data, or the input that the next run gets. */
  readonly source: 'run' | 'input';
}

export type SuggestionKind =
  | 'field'
  | 'state'
  | 'value'
  | 'error'
  | 'resource'
  | 'function'
  | 'data'
  | 'snippet';

/** What can be written at the caret. */
export interface Suggestion {
  readonly kind: SuggestionKind;
  readonly label: string;
  readonly detail: string;
  readonly documentation?: string;
  /** What the typed text is matched with: it begins as the replaced text does. */
  readonly filter: string;
  /** A snippet: `$1` and `${1:text}` are where the user types on. */
  readonly insert: string;
  /** More is to be chosen at the first stop. */
  readonly again?: boolean;
}

export interface Suggestions {
  /** The text that the chosen one takes the place of. */
  readonly replace: TextRange;
  readonly items: readonly Suggestion[];
  /** A comma that is missing before: where it goes. */
  readonly comma?: number;
}

/** What is said about a place: paragraphs of plain text and code. */
export interface HoverText {
  readonly range: TextRange;
  readonly parts: readonly HoverPart[];
}
export type HoverPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string; readonly language: 'json' | 'plain' };

/** A state or a variable, and everywhere it is written. Ranges are of the bare name. */
export interface SymbolHere {
  readonly kind: 'state' | 'variable';
  readonly name: string;
  /** The name under the caret. */
  readonly range: TextRange;
  /** The state itself. */
  readonly state?: StatePath;
  readonly definitions: readonly TextRange[];
  /** The uses; definitions are not among them. */
  readonly references: readonly TextRange[];
}

/** The call that the caret is in. */
export interface SignatureHere {
  readonly signature: string;
  readonly help: string;
  /** Each parameter's place in the signature. */
  readonly parameters: readonly TextRange[];
  readonly active: number;
}

/** A piece of an expression, for its colour. Never longer than a line. */
export interface ColouredPiece extends TextRange {
  readonly kind: TokenKind;
}

/** What an expression comes to on the data that was seen at its state. */
export interface ValueHint {
  /** Where it is shown: behind the expression, or at the end of its line. */
  readonly at: number;
  /** Shortened JSON. */
  readonly text: string;
  /** JSON, on lines; of a large value the beginning. */
  readonly whole: string;
  readonly source: SeenData['source'];
}

/** What is known of the data at a state. */
export interface SeenAt {
  readonly state: StatePath;
  readonly seen: SeenData | null;
}

/** The hints of a range, or the states whose data is wanted first. */
export type ValueHints =
  | { readonly type: 'answer'; readonly hints: readonly ValueHint[] }
  | { readonly type: 'wants'; readonly states: readonly StatePath[] };

/** An answer, or that the data of a state is wanted first: ask again with what is known of it, or null. */
export type WithData<Answer> =
  | { readonly type: 'answer'; readonly answer: Answer | null }
  | { readonly type: 'wants'; readonly state: StatePath };

/** A place of the text; `seen` is what the answer before wanted. */
export interface PlaceQuestion {
  readonly text: string;
  readonly format: TextFormat;
  readonly offset: number;
  readonly seen?: SeenData | null;
}

/** How a field of a form is written: the string itself, an expression whose `{% %}` may be left out, or JSON. */
export type FieldNotation = 'words' | 'expression' | 'json';

/** A caret in a field of a form. What is typed there need not be in the text yet, nor ever fit into it. */
export interface FieldQuestion {
  readonly text: string;
  readonly format: TextFormat;
  /** JSON Pointer of the field in the definition; of an object, when all of it is typed as JSON. */
  readonly at: string;
  readonly draft: string;
  readonly notation: FieldNotation;
  /** Of the caret in the draft. */
  readonly offset: number;
  readonly seen?: SeenData | null;
}

/** What there is to say at a caret in a field. Offsets are of the draft. */
export interface FieldHelp {
  readonly suggestions: Suggestions | null;
  readonly signature: SignatureHere | null;
}

/** What is said of a place in a field; `unwritten`: the document does not say yet what the draft does. */
export type FieldHover = WithData<HoverText> | { readonly type: 'unwritten' };

/** A place where a name is written. */
export interface NamedPlace {
  readonly start: number;
  /** The state itself, or where the variable gets a value. */
  readonly defines: boolean;
  /** The state it is in; absent in the fields of the machine. */
  readonly state: StatePath | undefined;
  readonly name: string | undefined;
  /** From the state to the field, as keys and indices; of a key, itself. */
  readonly field: readonly string[];
}

/** A name in a field of a form. */
export type FieldSymbol =
  | {
      readonly type: 'symbol';
      readonly kind: SymbolHere['kind'];
      readonly name: string;
      /** Where it stands in the document. */
      readonly offset: number;
      /** The state that is named. */
      readonly state?: StatePath;
      /** What defines it first. */
      readonly places: readonly NamedPlace[];
    }
  | { readonly type: 'nothing' | 'unwritten' };
