import type { Diagnostic, Severity } from '../../../asl';

/** The worst first. Info is what could be done better. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

export interface ProblemFilter {
  /** Severities that are left out. */
  readonly hidden: readonly Severity[];
  readonly text: string;
  /** Silenced ones are shown, too. */
  readonly silenced: boolean;
}

export const NO_FILTER: ProblemFilter = { hidden: [], text: '', silenced: false };

/** What a filter leaves, the worst first and then by place. @param silenced codes */
export function filterProblems(
  diagnostics: readonly Diagnostic[],
  filter: ProblemFilter,
  silenced: readonly string[],
): readonly Diagnostic[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return diagnostics
    .filter(({ code, severity, message }) => {
      const text = `${code} ${message}`.toLowerCase();
      return (
        !filter.hidden.includes(severity) &&
        (filter.silenced || !silenced.includes(code)) &&
        words.every((word) => text.includes(word))
      );
    })
    .sort(
      (a, b) =>
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || a.range.start - b.range.start,
    );
}

/** How many findings offer the same sort of fix for the same fault. */
export const alike = (diagnostics: readonly Diagnostic[], code: string, kind: string): number =>
  diagnostics.filter((each) => each.code === code && each.fixes?.some((fix) => fix.kind === kind)).length;
