import type { Scope } from '../model';
import { joinPointer, nodeAtPointer } from '../parse/pointer';
import type { ParsedText, TextRange } from '../syntax';
import { referencesIn } from './references';

/** Where the names of a scope's states are written as targets, the quotes included. */
export interface WrittenReference extends TextRange {
  readonly target: string;
}

/** Every StartAt, Next and Default of a scope, in no special order. */
export function writtenReferences(parsed: ParsedText, scope: Scope): readonly WrittenReference[] {
  return referencesIn(scope).flatMap(({ owner, field, target }) => {
    const node = nodeAtPointer(parsed.root, joinPointer(owner, field));
    return node ? [{ target, start: node.start, end: node.end }] : [];
  });
}
