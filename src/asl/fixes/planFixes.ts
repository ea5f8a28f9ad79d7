import type { EditResult, TextEdit } from '../edit.types';
import { no } from '../edits/source';
import { applyEdits, composeEdits } from '../edits/textEdits';
import { buildModel } from '../modelling/buildModel';
import { parseText } from '../parse/parseText';
import type { Diagnostic, QuickFix, TextFormat } from '../syntax';
import { planFix } from './planFix';

/** Which fixes: one finding's, every one of a kind, or every safe one. */
export type FixChoice =
  | { readonly type: 'one'; readonly code: string; readonly start: number; readonly kind: string }
  | { readonly type: 'kind'; readonly code: string; readonly kind: string }
  | { readonly type: 'safe' };

/** A fix that was applied, what it is against, and the text it was applied to. */
export interface AppliedFix extends Applicable {
  readonly text: string;
}

interface Applicable {
  readonly diagnostic: Omit<Diagnostic, 'fixes'>;
  readonly fix: QuickFix;
}

/** No text has more to be fixed than this at once; a fix that brings its finding back ends here. */
const MOST = 500;

/**
 * The text edits of the fixes that are chosen, as one change. After each the text is checked anew, so that a fix is
 * always one of the text as it stands; one that cannot be written, or that would do harm, is left out.
 *
 * @param check finds what is wrong with a text
 * @param applied is told each fix, and the text that it was applied to
 */
export function planFixes(
  text: string,
  format: TextFormat,
  choice: FixChoice,
  check: (text: string) => readonly Diagnostic[],
  applied: (fix: AppliedFix) => void = () => {},
): EditResult {
  const refused = new Set<string>();
  let now = text;
  let found = check(text);
  let edits: readonly TextEdit[] = [];
  let titles: readonly string[] = [];
  let reason = 'What this fix is about is no longer in the text.';
  while (titles.length < (choice.type === 'one' ? 1 : MOST)) {
    const next = found
      .flatMap(({ fixes = [], ...diagnostic }) => fixes.map((fix) => ({ diagnostic, fix })))
      .find((each) => isChosen(choice, each) && !refused.has(identity(each)));
    if (next === undefined) break;
    const parsed = parseText(now, format);
    const plan = planFix({ parsed, machine: buildModel(parsed) }, next.fix);
    const after = plan.ok ? applyEdits(now, plan.edits) : now;
    const left = plan.ok ? check(after) : found;
    const harm = plan.ok ? harmOf(next.diagnostic, found, left) : plan.reason;
    if (plan.ok && harm === undefined) {
      edits = edits.length === 0 ? plan.edits : composeEdits(edits, plan.edits);
      applied({ ...next, text: now });
      now = after;
      found = left;
      titles = [...titles, plan.label];
    } else {
      refused.add(identity(next));
      reason = harm ?? reason;
    }
  }
  const [first] = titles;
  if (first === undefined) return no(reason);
  return { ok: true, edits, label: titles.length === 1 ? first : `Fix ${titles.length} problems` };
}

/** Why a fix is no good: its finding is still there, or another one has come. Advice does not count. */
function harmOf(
  { code }: Pick<Diagnostic, 'code'>,
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
): string | undefined {
  const counts = countsOf(before);
  const left = countsOf(after);
  const other = after.find(
    (each) => each.severity !== 'info' && (left.get(each.code) ?? 0) > (counts.get(each.code) ?? 0),
  );
  if (other) return `This fix would bring another problem. ${other.message}`;
  return (left.get(code) ?? 0) < (counts.get(code) ?? 0)
    ? undefined
    : 'This fix would uncover another problem of the same kind. Change it in the text.';
}

function countsOf(findings: readonly Diagnostic[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

const identity = ({ diagnostic, fix }: Applicable): string =>
  `${diagnostic.code} ${diagnostic.state} ${diagnostic.message} ${fix.kind}`;

function isChosen(choice: FixChoice, { diagnostic, fix }: Applicable): boolean {
  switch (choice.type) {
    case 'one':
      return (
        diagnostic.code === choice.code && diagnostic.range.start === choice.start && fix.kind === choice.kind
      );
    case 'kind':
      return diagnostic.code === choice.code && fix.kind === choice.kind;
    case 'safe':
      return fix.safe;
  }
}
