import { PatternGlyph, StateGlyph } from '../../parts';
import type { Addition } from '../model/additions';

export interface AdditionGlyphProps {
  readonly addition: Addition;
  /** Side or diameter in pixels. */
  readonly size: number;
}

/** The mark of something that can be added: a state type's, its service's, or a pattern's. */
export function AdditionGlyph({ addition: { blueprint }, size }: AdditionGlyphProps) {
  switch (blueprint.kind) {
    case 'state':
      return <StateGlyph type={blueprint.stateType} size={size} />;
    case 'action':
      return <StateGlyph type="Task" service={serviceOf(blueprint.action)} size={size} />;
    case 'pattern':
      return <PatternGlyph pattern={blueprint.pattern} size={size} />;
  }
}

/** `dynamodb` of `aws-sdk:dynamodb:query`. */
const serviceOf = (action: string): string => action.replace(/^aws-sdk:/, '').replace(/:.*/, '');
