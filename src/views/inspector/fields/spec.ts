import type { Option } from './ChoiceOf';
import type { PreviewStage } from './Preview';

interface Common {
  /** JSON Pointer within the state. */
  readonly at: string;
  readonly label: string;
  readonly help?: string;
  readonly placeholder?: string;
}

/** How a field of a form is shown: what it is called, and what may be typed. */
export type FieldSpec = Common &
  (
    | { readonly kind: 'words'; readonly many?: boolean; readonly suggestions?: readonly string[] }
    /** Words that can be worked out at run time: by an expression in JSONata, by the `...Path` field in JSONPath. */
    | { readonly kind: 'dynamicWords' }
    | {
        readonly kind: 'amount';
        readonly min?: number;
        readonly max?: number;
        readonly unit?: string;
        readonly whole?: boolean;
        readonly dynamic?: boolean;
      }
    | {
        readonly kind: 'path';
        readonly preview?: PreviewStage;
        readonly discard?: string;
      }
    | {
        readonly kind: 'template';
        readonly preview?: PreviewStage;
        readonly literal?: boolean;
      }
    | { readonly kind: 'select'; readonly options: readonly Option<string>[] }
  );

/** Every field a spec writes. */
export function fieldsOf({ at, kind, ...spec }: FieldSpec): readonly string[] {
  const dynamic = kind === 'dynamicWords' || ('dynamic' in spec && spec.dynamic === true);
  return dynamic ? [at, `${at}Path`] : [at];
}
