import { mapOffset, type StatePath, type TextEdit } from '../asl';
import type { OutlineEntry } from '../worker';

/** A state and where its name stands in the text; undefined while that is not known. */
interface Anchored {
  readonly path: StatePath;
  readonly anchor: number | undefined;
}

/** States that are remembered by where their names stand in the text, mapped through every edit: they survive a renaming. */
export interface Anchors {
  /** @param outline of the text as it stands; empty while that is not known */
  set(states: readonly StatePath[], outline: readonly OutlineEntry[]): void;
  /** The text was written. */
  follow(edits: readonly TextEdit[]): void;
  /** The newest text was analysed. @returns the states that are there, by the paths they have now */
  settle(outline: readonly OutlineEntry[]): readonly StatePath[];
}

/** @param lost whether a state whose text is gone is remembered by its path, in case it comes back (Undo) */
export function createAnchors(lost: 'forgotten' | 'remembered'): Anchors {
  let anchored: readonly Anchored[] = [];
  return {
    set(states, outline) {
      const starts = new Map(outline.map(({ path, keyRange }) => [path, keyRange.start]));
      anchored = states.map((path) => ({ path, anchor: starts.get(path) }));
    },
    follow(edits) {
      anchored = anchored.map(({ path, anchor }) => ({
        path,
        anchor:
          anchor === undefined || isReplaced(anchor, edits) ? undefined : mapOffset(anchor, edits, 'after'),
      }));
    },
    settle(outline) {
      if (anchored.length === 0) return [];
      const byStart = new Map(outline.map((entry) => [entry.keyRange.start, entry]));
      const byPath = new Map(outline.map((entry) => [entry.path, entry]));
      const found: StatePath[] = [];
      anchored = anchored.flatMap((each): readonly Anchored[] => {
        const { anchor, path } = each;
        const entry = (anchor === undefined ? undefined : byStart.get(anchor)) ?? byPath.get(path);
        if (!entry) return lost === 'remembered' ? [{ path, anchor: undefined }] : [];
        found.push(entry.path);
        return [{ path: entry.path, anchor: entry.keyRange.start }];
      });
      return found;
    },
  };
}

/** Inside a replaced range a place means nothing any more; the state is then found by its path. */
const isReplaced = (offset: number, edits: readonly TextEdit[]): boolean =>
  edits.some(({ range }) => range.start < offset && offset < range.end);
