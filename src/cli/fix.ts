import { type AppliedFix, applyEdits, detectFormat, lineColumnAt, planFixes, type TextEdit } from '../asl';
import { checkDefinition } from '../interpreter';

/** A fix that was applied; its place is that in the text as it was then. */
export interface Fixed {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  /** What was done. */
  readonly fix: string;
}

export interface FixedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly edits: readonly TextEdit[];
  readonly fixed: readonly Fixed[];
}

/** Applies every fix to a definition that does what was surely meant. */
export function fixSafely(file: string, before: string): FixedFile {
  const format = detectFormat(before);
  const fixed: Fixed[] = [];
  const tell = ({ diagnostic, fix, text }: AppliedFix) =>
    fixed.push({
      file,
      ...lineColumnAt(text, diagnostic.range.start),
      code: diagnostic.code,
      fix: fix.title,
    });
  const check = (text: string) => checkDefinition(text, format, 'STANDARD').diagnostics;
  const plan = planFixes(before, format, { type: 'safe' }, check, tell);
  const edits = plan.ok ? plan.edits : [];
  return { file, before, after: applyEdits(before, edits), edits, fixed };
}
