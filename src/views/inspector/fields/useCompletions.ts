import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { type CodeDialect, type Completion, completionsAt, type PathRoots } from '../../../asl';
import type { Draft } from './useDraft';

export interface OpenCompletions {
  readonly from: number;
  readonly items: readonly Completion[];
  readonly chosen: number;
}

export interface Completing {
  readonly open: OpenCompletions | undefined;
  /** The text has changed by typing. */
  typed(): void;
  close(): void;
  choose(item: Completion): void;
  /** @returns whether the key was for the list */
  press(event: KeyboardEvent): boolean;
}

/** The list of what may follow at the caret of a text area: while typing, and at Ctrl+Space. */
export function useCompletions(
  area: RefObject<HTMLTextAreaElement | null>,
  draft: Draft,
  dialect: CodeDialect,
  roots: PathRoots,
): Completing {
  const [open, setOpen] = useState<OpenCompletions>();
  const wanted = useRef(false);
  /** The user writes here and has not put the list away: it follows what becomes known meanwhile. */
  const following = useRef(false);
  /** Where the caret goes once the completed text is in the area. */
  const caretNext = useRef<number>(undefined);

  const show = () => {
    const field = area.current;
    const found = field && completionsAt(field.value, field.selectionStart, dialect, roots);
    following.current = true;
    setOpen((before) => {
      const item = before?.items[before.chosen]?.insert;
      const same = found?.items.findIndex(({ insert }) => insert === item) ?? 0;
      return found ? { ...found, chosen: Math.max(0, same) } : undefined;
    });
  };
  useEffect(() => {
    if (caretNext.current !== undefined) {
      area.current?.setSelectionRange(caretNext.current, caretNext.current);
      caretNext.current = undefined;
    }
    if (!wanted.current) return;
    wanted.current = false;
    show();
  });
  const known = useRef(roots);
  useEffect(() => {
    if (known.current === roots) return;
    known.current = roots;
    if (following.current) show();
  });

  const close = () => {
    following.current = false;
    setOpen(undefined);
  };
  const choose = (item: Completion) => {
    const field = area.current;
    if (!field || !open) return;
    const { value, selectionStart } = field;
    caretNext.current = open.from + item.insert.length;
    draft.change(value.slice(0, open.from) + item.insert + value.slice(selectionStart));
    close();
  };
  return {
    open,
    close,
    choose,
    typed() {
      wanted.current = true;
    },
    press(event) {
      if (event.key === ' ' && event.ctrlKey) {
        event.preventDefault();
        show();
        return true;
      }
      if (!open) return false;
      const item = open.items[open.chosen];
      const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (move !== undefined) {
        const count = open.items.length;
        setOpen({ ...open, chosen: (open.chosen + move + count) % count });
      } else if ((event.key === 'Enter' || event.key === 'Tab') && item) choose(item);
      else if (event.key === 'Escape') close();
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}
