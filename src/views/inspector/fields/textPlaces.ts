/** The box of the character at an offset of the text that an element's spans make up; the line it is on is its own. */
export function placeOf(element: Element, offset: number): DOMRect | undefined {
  let left = offset;
  for (const node of textsOf(element)) {
    const { length } = node;
    if (left < length) return boxesOf(node, left, left + 1).at(-1);
    left -= length;
  }
  return undefined;
}

/** The offset of the character at a point of the page; undefined when none is there. */
export function offsetAt(element: Element, x: number, y: number): number | undefined {
  const holds = ({ left, right, top, bottom }: DOMRect) => left <= x && x < right && top <= y && y < bottom;
  let before = 0;
  for (const node of textsOf(element)) {
    if (boxesOf(node, 0, node.length).some(holds)) {
      // Halved until one character is left.
      let [from, to] = [0, node.length];
      while (to - from > 1) {
        const middle = (from + to) >> 1;
        if (boxesOf(node, from, middle).some(holds)) to = middle;
        else from = middle;
      }
      return before + from;
    }
    before += node.length;
  }
  return undefined;
}

/** Between which heights of the page an element is seen: what scrolls or ends around it cuts it off. */
export function seenThrough(element: Element): { readonly top: number; readonly bottom: number } {
  let [top, bottom] = [0, window.innerHeight];
  for (let around: Element | null = element; around; around = around.parentElement) {
    if (getComputedStyle(around).overflowY === 'visible') continue;
    const box = around.getBoundingClientRect();
    top = Math.max(top, box.top);
    bottom = Math.min(bottom, box.bottom);
  }
  return { top, bottom };
}

function textsOf(element: Element): readonly Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text) found.push(node);
  return found;
}

function boxesOf(node: Text, from: number, to: number): readonly DOMRect[] {
  const range = document.createRange();
  range.setStart(node, from);
  range.setEnd(node, to);
  return [...range.getClientRects()];
}
