import { applyEdits, type TextEdit } from '../asl';

/** Lines around a change. */
const CONTEXT = 3;

/** Lines of the old text, and what stands in their place. */
interface Change {
  readonly first: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** What edits do to a file's text, as `diff -u` shows it; empty when nothing. Lines of the edits are not compared again. */
export function unifiedDiff(file: string, text: string, edits: readonly TextEdit[]): string {
  const lines = linesOf(text);
  const hunks = hunksOf(changesOf(text, lines, edits));
  if (hunks.length === 0) return '';
  const out = [`--- ${file}`, `+++ ${file}`];
  let shift = 0;
  for (const hunk of hunks) {
    const last = hunk.at(-1);
    const from = Math.max(0, (hunk[0]?.first ?? 0) - CONTEXT);
    const to = Math.min(lines.length, last ? last.first + last.removed.length + CONTEXT : from);
    const grown = hunk.reduce((sum, { added, removed }) => sum + added.length - removed.length, 0);
    out.push(`@@ -${span(from, to - from)} +${span(from + shift, to - from + grown)} @@`);
    shift += grown;
    let at = from;
    for (const { first, removed, added } of hunk) {
      out.push(...marked(' ', lines.slice(at, first)), ...marked('-', removed), ...marked('+', added));
      at = first + removed.length;
    }
    out.push(...marked(' ', lines.slice(at, to)));
  }
  return out.join('\n');
}

/** Lines with their ends. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

const span = (from: number, count: number): string => `${count === 0 ? from : from + 1},${count}`;

const marked = (sign: string, lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) =>
    line.endsWith('\n')
      ? [sign + line.slice(0, -1).replace(/\r$/, '')]
      : [sign + line, '\\ No newline at end of file'],
  );

/** The whole lines that edits touch. Edits that touch the same lines are one change. */
function changesOf(text: string, lines: readonly string[], edits: readonly TextEdit[]): readonly Change[] {
  const starts: number[] = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length);
  const lineAt = (offset: number): number => {
    const after = starts.findIndex((start) => start > offset);
    return Math.max(0, Math.min(after < 0 ? lines.length : after - 1, lines.length - 1));
  };
  const groups: { first: number; last: number; edits: TextEdit[] }[] = [];
  for (const edit of [...edits].sort((a, b) => a.range.start - b.range.start)) {
    const [first, last] = [lineAt(edit.range.start), lineAt(edit.range.end)];
    const before = groups.at(-1);
    if (before && first <= before.last) {
      before.last = Math.max(before.last, last);
      before.edits.push(edit);
    } else groups.push({ first, last, edits: [edit] });
  }
  return groups.flatMap(({ first, last, edits: own }) => {
    const [start, end] = [starts[first] ?? 0, starts[last + 1] ?? text.length];
    const moved = own.map(({ range, text: written }) => ({
      range: { start: range.start - start, end: range.end - start },
      text: written,
    }));
    return trimmed(first, lines.slice(first, last + 1), linesOf(applyEdits(text.slice(start, end), moved)));
  });
}

/** Without the lines that are the same at both ends. */
function trimmed(first: number, removed: readonly string[], added: readonly string[]): readonly Change[] {
  const shortest = Math.min(removed.length, added.length);
  let head = 0;
  while (head < shortest && removed[head] === added[head]) head++;
  let tail = 0;
  while (tail < shortest - head && removed.at(-1 - tail) === added.at(-1 - tail)) tail++;
  const change = {
    first: first + head,
    removed: removed.slice(head, removed.length - tail),
    added: added.slice(head, added.length - tail),
  };
  return change.removed.length + change.added.length === 0 ? [] : [change];
}

/** Changes that stand near one another are shown together. */
function hunksOf(changes: readonly Change[]): readonly (readonly Change[])[] {
  const hunks: Change[][] = [];
  for (const change of changes) {
    const before = hunks.at(-1);
    const last = before?.at(-1);
    if (before && last && change.first - (last.first + last.removed.length) <= 2 * CONTEXT)
      before.push(change);
    else hunks.push([change]);
  }
  return hunks;
}
