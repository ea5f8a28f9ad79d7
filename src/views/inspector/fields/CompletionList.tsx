import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Completion } from '../../../asl';
import styles from './Field.module.css';
import type { OpenCompletions } from './useCompletions';

interface CompletionListProps {
  readonly id: string;
  readonly open: OpenCompletions;
  /** The coloured copy of the text: where its characters stand. */
  readonly colours: RefObject<HTMLPreElement | null>;
  readonly onChoose: (item: Completion) => void;
}

const HEIGHT = 224;
const WIDTH = 300;

/** What may follow, under the word it would replace. */
export function CompletionList({ id, open, colours, onChoose }: CompletionListProps) {
  const [place, setPlace] = useState<{ readonly left: number; readonly top: number }>();
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = colours.current && placeOf(colours.current, open.from);
    if (!box) return;
    const above = box.bottom + HEIGHT > window.innerHeight;
    const height = list.current?.offsetHeight ?? HEIGHT;
    setPlace({
      left: Math.max(4, Math.min(box.left, window.innerWidth - WIDTH)),
      top: above ? Math.max(4, box.top - height - 2) : box.bottom + 2,
    });
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [colours, open]);
  return (
    <div
      ref={list}
      id={`${id}-completions`}
      className={styles.completions}
      role="listbox"
      aria-label="Completions"
      style={place ?? { visibility: 'hidden' }}
    >
      {open.items.map((item, index) => (
        <div
          key={item.label}
          id={`${id}-completion-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === open.chosen}
          // Before the text area loses the focus.
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(item);
          }}
        >
          <span>{item.label}</span>
          <span>{item.detail}</span>
        </div>
      ))}
    </div>
  );
}

/** The box of the character at an offset of the text that an element's spans make up. */
function placeOf(element: Element, offset: number): DOMRect | undefined {
  let left = offset;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node as Text;
    if (left <= length) {
      const range = document.createRange();
      range.setStart(node, left);
      range.setEnd(node, left);
      return range.getBoundingClientRect();
    }
    left -= length;
  }
  return undefined;
}
