import type { Json } from '../../../asl';
import type { CompiledPath } from '../compiled.types';

/** A call such as `States.Format('{} items', $.count)`. */
export interface IntrinsicCall {
  readonly kind: 'call';
  /** With its prefix: `States.Format`. */
  readonly name: string;
  readonly arguments: readonly IntrinsicArgument[];
}

export type IntrinsicArgument =
  | IntrinsicCall
  | { readonly kind: 'path'; readonly path: CompiledPath }
  /** A number, `true`, `false` or `null`. */
  | { readonly kind: 'literal'; readonly value: Json }
  /** A text in quotes; `raw` still has the backslashes, which States.Format has to see. */
  | { readonly kind: 'text'; readonly raw: string; readonly value: string };
