import type { CST } from 'yaml';

/**
 * How deep the collections of a YAML document are nested. Walks the library's token tree with a list of its own,
 * because the library composes nodes recursively and would overflow the stack on hostile nesting.
 */
export function depthOf(document: CST.Document): number {
  let deepest = 0;
  const pending: { readonly token: CST.Token; readonly depth: number }[] = [];
  const visit = (token: CST.Token | null | undefined, depth: number): void => {
    if (token) pending.push({ token, depth });
  };
  visit(document.value, 1);
  for (let entry = pending.pop(); entry !== undefined; entry = pending.pop()) {
    const { token, depth } = entry;
    if (!('items' in token)) continue;
    deepest = Math.max(deepest, depth);
    for (const item of token.items) {
      visit(item.key, depth + 1);
      visit(item.value, depth + 1);
    }
  }
  return deepest;
}
