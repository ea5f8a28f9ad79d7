import type { JsonObject } from '../../json';
import type { QueryLanguage } from '../../model';

/** How a new state goes on: to a state, or to End. */
export type Onward = { readonly Next: string } | { readonly End: true };

export interface TemplateContext {
  readonly language: QueryLanguage;
  readonly onward: Onward;
  /** Gives out a name that no state of the machine has. */
  readonly nameFor: (wish: string) => string;
}

/** The fields of a new state, in the order in which they are written: Type first, transitions last. */
export type Template = (context: TemplateContext) => JsonObject;
