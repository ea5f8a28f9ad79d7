import {
  ADDITIONS,
  type Addition,
  additionsById,
  findAdditions,
  SECTION_TITLES,
  SECTIONS,
} from './additions';

export interface AdditionGroup {
  readonly id: string;
  readonly title: string;
  readonly additions: readonly Addition[];
}

const MOST_RECENT = 4;

/**
 * What can be added, in groups: what matches as one group, the best first; while nothing is typed, what was added
 * recently and then everything.
 *
 * @param recent ids of additions, newest first
 */
export function additionGroups(query: string, recent: readonly string[]): readonly AdditionGroup[] {
  if (query.trim() !== '') {
    const found = findAdditions(query);
    return found.length > 0 ? [{ id: 'found', title: 'Found', additions: found }] : [];
  }
  const known = additionsById(recent).slice(0, MOST_RECENT);
  return [
    ...(known.length > 0 ? [{ id: 'recent', title: 'Recent', additions: known }] : []),
    ...SECTIONS.map((section) => ({
      id: section,
      title: SECTION_TITLES[section],
      additions: ADDITIONS.filter((addition) => addition.section === section),
    })),
  ];
}
