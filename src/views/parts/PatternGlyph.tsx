import { FileSpreadsheet, GitFork, type LucideIcon, RefreshCw, Repeat, Undo2, UserCheck } from 'lucide-react';
import type { PatternId } from '../../asl';
import { classNames } from './classNames';
import styles from './StateGlyph.module.css';

const BY_PATTERN: Readonly<Record<PatternId, LucideIcon>> = {
  retryWithBackoff: RefreshCw,
  saga: Undo2,
  humanApproval: UserCheck,
  pollUntilDone: Repeat,
  fanOut: GitFork,
  processCsv: FileSpreadsheet,
};

export interface PatternGlyphProps {
  readonly pattern: PatternId;
  /** Diameter in pixels. */
  readonly size?: number;
}

/** The mark of several states that belong together: round, where one state's is square. Decorative. */
export function PatternGlyph({ pattern, size = 28 }: PatternGlyphProps) {
  const Glyph = BY_PATTERN[pattern];
  return (
    <span
      className={classNames(styles.glyph, styles.pattern)}
      style={{ width: size, height: size }}
      aria-hidden="true"
    >
      <Glyph size={Math.round(size * 0.56)} strokeWidth={2} />
    </span>
  );
}
