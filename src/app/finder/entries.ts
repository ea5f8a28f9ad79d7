import { type Diagnostic, pointerSegments, type StatePath, type StateType } from '../../asl';
import type { OutlineEntry } from '../../worker';
import type { Command } from '../commands/command';

/** Something the finder leads to. */
export type Entry =
  | {
      readonly kind: 'state';
      readonly path: StatePath;
      readonly name: string;
      readonly type: StateType | undefined;
      readonly within: string;
    }
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'finding'; readonly diagnostic: Diagnostic }
  | { readonly kind: 'line'; readonly line: number; readonly of: number };

/** Everything there is to find in a document, in the order in which it is shown when nothing is typed. */
export interface Findable {
  readonly outline: readonly OutlineEntry[];
  /** Those that can be carried out now. */
  readonly commands: readonly Command[];
  readonly diagnostics: readonly Diagnostic[];
  /** How many the text has. */
  readonly lines: number;
}

/** Names of the states around a state, outermost first: `Prepare shipment › Reserve items`; empty at the top. */
export function withinOf(path: StatePath): string {
  const names: string[] = [];
  const segments = pointerSegments(path);
  // `States`, a name, then `ItemProcessor` or `Branches` and a number, and again.
  for (let at = 1; at < segments.length; at += segments[at + 1] === 'Branches' ? 4 : 3) {
    names.push(segments[at] ?? '');
  }
  return names.slice(0, -1).join(' › ');
}

/** Identity of an entry in a list, and what is shown of it. */
export function entryId(entry: Entry): string {
  switch (entry.kind) {
    case 'state':
      return `state ${entry.path}`;
    case 'command':
      return `command ${entry.command.id}`;
    case 'finding':
      return `finding ${entry.diagnostic.code} ${entry.diagnostic.range.start} ${entry.diagnostic.message}`;
    case 'line':
      return `line ${entry.line}`;
  }
}
