import type { StateType } from '../../asl';
import { classNames } from './classNames';
import { glyphOf, serviceTone } from './glyphs';
import types from './looks/typeTones.module.css';
import styles from './StateGlyph.module.css';

export interface StateGlyphProps {
  readonly type: StateType | undefined;
  /** Service of a Task's Resource: `lambda`, `aws-sdk:dynamodb`. */
  readonly service?: string | undefined;
  readonly distributed?: boolean | undefined;
  /** Side of the square in pixels. */
  readonly size?: number;
}

/** The mark of a state type, or of the service a Task calls: its icon in a tinted square. Decorative: the type is always said in words beside it. */
export function StateGlyph({ type, service, distributed, size = 28 }: StateGlyphProps) {
  const Glyph = glyphOf(type, service, distributed);
  const tone = (type === 'Task' && serviceTone(service)) || (type ?? 'unknown');
  return (
    <span
      className={classNames(styles.glyph, types[tone], styles[tone])}
      style={{ width: size, height: size }}
      aria-hidden="true"
    >
      <Glyph size={Math.round(size * 0.6)} strokeWidth={2} />
    </span>
  );
}
