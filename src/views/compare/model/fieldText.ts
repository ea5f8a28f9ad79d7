import type { FieldChange, Json } from '../../../asl';

/** Longer values are cut; the texts show all of them. */
const MOST_SHOWN = 4000;

export interface FieldText {
  /** `''` for all of it. */
  readonly pointer: string;
  /** Where it stood before, when that is another place. */
  readonly was: string | undefined;
  readonly words: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

const WORDS: Readonly<Record<FieldChange['kind'], string>> = {
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  reordered: 'in another order',
};

/** A field's difference as a reader wants it. */
export function fieldText(change: FieldChange): FieldText {
  const before = change.kind === 'added' ? undefined : change.before;
  const after = change.kind === 'removed' ? undefined : change.after;
  const pointer = after?.pointer ?? before?.pointer ?? '';
  return {
    pointer,
    was: before && after && before.pointer !== after.pointer ? before.pointer : undefined,
    words: WORDS[change.kind],
    before: before && valueText(before.value),
    after: after && valueText(after.value),
  };
}

function valueText(value: Json): string {
  const text = JSON.stringify(value, null, 2);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}
