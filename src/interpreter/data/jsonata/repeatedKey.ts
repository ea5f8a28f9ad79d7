import { visit } from 'jsonc-parser';

/** Whether an object somewhere in a valid JSON text has the same key twice. */
export function hasRepeatedKey(text: string): boolean {
  const open: Set<string>[] = [];
  let repeated = false;
  visit(text, {
    onObjectBegin: () => {
      open.push(new Set());
    },
    onObjectProperty: (key) => {
      const keys = open.at(-1);
      if (keys?.has(key)) repeated = true;
      keys?.add(key);
    },
    onObjectEnd: () => {
      open.pop();
    },
  });
  return repeated;
}
