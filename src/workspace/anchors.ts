import { mapOffset, type StatePath, type TextEdit } from '../asl';
import type { OutlineEntry } from '../worker';

/** A state, what is remembered of it, and where its name stands in the text; undefined while that is not known. */
interface Anchored<Value> {
  readonly path: StatePath;
  readonly value: Value;
  readonly anchor: number | undefined;
}

/**
 * What is remembered of states, by where their names stand in the text, mapped through every edit: it survives a
 * renaming.
 */
export interface Anchors<Value> {
  /** @param outline of the text as it stands; empty while that is not known */
  set(values: Iterable<readonly [StatePath, Value]>, outline: readonly OutlineEntry[]): void;
  /** The text was written. */
  follow(edits: readonly TextEdit[]): void;
  /** The newest text was analysed. @returns what is remembered of the states that are there, by the paths they have now */
  settle(outline: readonly OutlineEntry[]): readonly (readonly [StatePath, Value])[];
}

/** @param lost whether a state whose text is gone is remembered by its path, in case it comes back (Undo) */
export function createAnchors<Value>(lost: 'forgotten' | 'remembered'): Anchors<Value> {
  let anchored: readonly Anchored<Value>[] = [];
  return {
    set(values, outline) {
      const starts = new Map(outline.map(({ path, keyRange }) => [path, keyRange.start]));
      anchored = [...values].map(([path, value]) => ({ path, value, anchor: starts.get(path) }));
    },
    follow(edits) {
      anchored = anchored.map((each) => {
        const { anchor } = each;
        const gone = anchor === undefined || isReplaced(anchor, edits);
        return { ...each, anchor: gone ? undefined : mapOffset(anchor, edits, 'after') };
      });
    },
    settle(outline) {
      if (anchored.length === 0) return [];
      const byStart = new Map(outline.map((entry) => [entry.keyRange.start, entry]));
      const byPath = new Map(outline.map((entry) => [entry.path, entry]));
      const found: (readonly [StatePath, Value])[] = [];
      anchored = anchored.flatMap((each): readonly Anchored<Value>[] => {
        const { anchor, path, value } = each;
        const entry = (anchor === undefined ? undefined : byStart.get(anchor)) ?? byPath.get(path);
        if (!entry) return lost === 'remembered' ? [{ path, value, anchor: undefined }] : [];
        found.push([entry.path, value]);
        return [{ path: entry.path, value, anchor: entry.keyRange.start }];
      });
      return found;
    },
  };
}

/** Inside a replaced range a place means nothing any more; the state is then found by its path. */
const isReplaced = (offset: number, edits: readonly TextEdit[]): boolean =>
  edits.some(({ range }) => range.start < offset && offset < range.end);
