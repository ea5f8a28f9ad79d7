import { fuzzyScore, type SearchField } from '../../views/parts';
import { type Entry, type Findable, withinOf } from './entries';

export interface EntryGroup {
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** What a first letter restricts the search to. */
export const SCOPES = [
  { sign: '@', words: 'states' },
  { sign: '>', words: 'commands' },
  { sign: '#', words: 'problems' },
  { sign: ':', words: 'line' },
] as const;

/** Of each kind as many are shown; who looks for another types more. */
const MOST = 60;

/** What was typed finds: states first, then commands, then problems, the best of each first. */
export function search(typed: string, findable: Findable): readonly EntryGroup[] {
  const sign = SCOPES.find((scope) => typed.startsWith(scope.sign))?.sign;
  const query = sign === undefined ? typed : typed.slice(1);
  const groups: EntryGroup[] = [];
  if (sign === undefined || sign === '@') groups.push({ title: 'States', entries: states(query, findable) });
  if (sign === undefined || sign === '>')
    groups.push({ title: 'Commands', entries: commands(query, findable) });
  if (sign === '#' || (sign === undefined && query.trim() !== ''))
    groups.push({ title: 'Problems', entries: findings(query, findable) });
  if (sign === ':') groups.push({ title: 'Line', entries: lines(query, findable) });
  return groups.filter(({ entries }) => entries.length > 0);
}

function states(query: string, { outline }: Findable): readonly Entry[] {
  const entries = outline.map(({ path, name, type }) => ({
    kind: 'state' as const,
    path,
    name,
    type,
    within: withinOf(path),
  }));
  return best(query, entries, ({ name, type, within }) => [
    { text: name, weight: 4, spread: true },
    { text: type ?? '', weight: 1 },
    { text: within, weight: 0.5 },
  ]);
}

function commands(query: string, { commands: all }: Findable): readonly Entry[] {
  const entries = all.map((command) => ({ kind: 'command' as const, command }));
  return best(query, entries, ({ command }) => [
    { text: command.title, weight: 3, spread: true },
    { text: command.also ?? '', weight: 1 },
  ]);
}

function findings(query: string, { diagnostics }: Findable): readonly Entry[] {
  const entries = diagnostics.map((diagnostic) => ({ kind: 'finding' as const, diagnostic }));
  return best(query, entries, ({ diagnostic }) => [
    { text: diagnostic.message, weight: 2 },
    { text: diagnostic.code, weight: 1 },
    { text: diagnostic.severity, weight: 1 },
  ]);
}

function lines(query: string, { lines: of }: Findable): readonly Entry[] {
  const line = Number.parseInt(query, 10);
  return Number.isNaN(line) ? [] : [{ kind: 'line', line: Math.min(Math.max(line, 1), of), of }];
}

function best<E extends Entry>(
  query: string,
  entries: readonly E[],
  fieldsOf: (entry: E) => readonly SearchField[],
): readonly E[] {
  if (query.trim() === '') return entries.slice(0, MOST);
  return entries
    .flatMap((entry) => {
      const score = fuzzyScore(query, fieldsOf(entry));
      return score === undefined ? [] : [{ entry, score }];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ entry }) => entry);
}
