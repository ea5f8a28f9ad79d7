/** Whether two pieces of plain data (texts, numbers, lists, records; no cycles) say the same. A missing field is as good as an undefined one. */
export function sameData(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isRecord(a) || !isRecord(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  for (const key of keys) {
    const [left, right] = [a[key], b[key]];
    if (left !== right && !sameData(left, right)) return false;
  }
  if (keys.length === others.length && others.every((key, index) => key === keys[index])) return true;
  return others.every((key) => b[key] === undefined || a[key] !== undefined);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
