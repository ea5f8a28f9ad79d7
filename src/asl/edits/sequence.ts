import type { EditResult, TextEdit } from '../edit.types';
import { buildModel } from '../modelling/buildModel';
import { parseText } from '../parse/parseText';
import type { StatePath } from '../syntax';
import type { EditSource } from './source';
import { applyEdits, composeEdits } from './textEdits';

/** One edit of several that make up an intent; it sees the text as the ones before have left it. */
export type EditStep = (source: EditSource) => EditResult;

/** Several edits one after the other as one; refused when one of them is. The last one says what is selected. */
export function inSequence(source: EditSource, steps: readonly EditStep[], label: string): EditResult {
  let current = source;
  let edits: readonly TextEdit[] = [];
  let select: StatePath | undefined;
  for (const step of steps) {
    const plan = step(current);
    if (!plan.ok) return plan;
    edits = composeEdits(edits, plan.edits);
    select = plan.select;
    const parsed = parseText(applyEdits(current.parsed.text, plan.edits), current.parsed.format);
    current = { parsed, machine: buildModel(parsed) };
  }
  return { ok: true, edits, label, ...(select === undefined ? {} : { select }) };
}
