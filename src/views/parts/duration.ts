/**
 * A span of time in the words a reader scans fastest.
 * @param milliseconds at least 0
 * @returns `12 ms`, `3.5 s`, `2 min 5 s`, `1 h 4 min`, `3 d 2 h`
 */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${trim(seconds)} s`;
  const parts: string[] = [];
  let rest = Math.round(seconds);
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${unit}`);
  }
  return parts.slice(0, 2).join(' ');
}

const UNITS = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
] as const;

const trim = (seconds: number): string => String(Math.floor(seconds * 10) / 10);
