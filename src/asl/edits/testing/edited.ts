import type { EditIntent } from '../../edit.types';
import { buildModel } from '../../modelling/buildModel';
import { parseText } from '../../parse/parseText';
import type { StatePath, TextFormat } from '../../syntax';
import { planEdit } from '../planEdit';
import type { EditSource } from '../source';
import { applyEdits, invertEdits } from '../textEdits';

export function sourceOf(text: string, format?: TextFormat): EditSource {
  const parsed = parseText(text, format);
  return { parsed, machine: buildModel(parsed) };
}

export interface Edited {
  readonly text: string;
  readonly label: string;
  readonly select: StatePath | undefined;
}

/** The text after an intent. Throws when the intent is refused, or when it cannot be undone byte for byte. */
export function edit(text: string, intent: EditIntent, format?: TextFormat): Edited {
  const plan = planEdit(sourceOf(text, format), intent);
  if (!plan.ok) throw new Error(`Refused: ${plan.reason}`);
  const after = applyEdits(text, plan.edits);
  const undone = applyEdits(after, invertEdits(text, plan.edits));
  if (undone !== text) throw new Error('Undoing does not give the same text');
  return { text: after, label: plan.label, select: plan.select };
}

export const edited = (text: string, intent: EditIntent): string => edit(text, intent).text;

/** Why an intent is refused. Throws when it is not. */
export function refusalOf(text: string, intent: EditIntent): string {
  const plan = planEdit(sourceOf(text), intent);
  if (plan.ok) throw new Error(`Not refused, but done: ${applyEdits(text, plan.edits)}`);
  return plan.reason;
}

/** Text written in a template, without the first line end and the indentation of its first line. */
export function lines(strings: TemplateStringsArray): string {
  const text = (strings.raw[0] ?? '').replace(/^\n/, '').replace(/\n[ ]*$/, '');
  const indent = /^ */.exec(text)?.[0] ?? '';
  return text
    .split('\n')
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()))
    .join('\n');
}
