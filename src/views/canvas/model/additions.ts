import { ACTIONS, type Blueprint, PATTERNS, type StateType } from '../../../asl';
import { fuzzyScore, type SearchField, STATE_TYPES } from '../../parts';

export type Section = 'flow' | 'services' | 'patterns';

/** Something that can be added to the workflow, as palettes show it. */
export interface Addition {
  /** Stable: what was added recently is remembered by it. */
  readonly id: string;
  readonly section: Section;
  readonly title: string;
  /** Beside the title: a state type's or pattern's purpose; an action's service and how the Task waits. */
  readonly detail: string;
  readonly purpose: string;
  /** Title and service in one: `Lambda: Invoke, waits for a callback`. */
  readonly label: string;
  readonly keywords: string;
  readonly blueprint: Blueprint;
}

export const SECTION_TITLES: Readonly<Record<Section, string>> = {
  flow: 'Flow',
  services: 'Services',
  patterns: 'Patterns',
};

export const SECTIONS: readonly Section[] = ['flow', 'services', 'patterns'];

/** How a Task waits, by the end of its Resource. */
const WAITS = [
  { suffix: '.waitForTaskToken', short: 'callback', words: 'waits for a callback' },
  { suffix: '.sync', short: 'waits', words: 'waits for the end' },
  { suffix: '.sync:2', short: 'waits', words: 'waits for the end' },
] as const;

/** Words that people look for a state type by. */
const KEYWORDS: Readonly<Record<StateType, string>> = {
  Task: 'call service function work',
  Pass: 'transform data set variable assign inject',
  Choice: 'if else switch branch condition rule decide',
  Wait: 'delay sleep pause timer schedule timestamp',
  Parallel: 'concurrent branches fork join',
  Map: 'loop foreach each iterate items array',
  Succeed: 'end stop success done',
  Fail: 'end stop error throw',
};

/** Everything that can be added, in the order palettes offer it. */
export const ADDITIONS: readonly Addition[] = [
  ...STATE_TYPES.map(
    ({ type, purpose }): Addition => ({
      id: `state:${type}`,
      section: 'flow',
      title: type,
      detail: purpose,
      purpose,
      label: type,
      keywords: `state ${KEYWORDS[type]}`,
      blueprint: { kind: 'state', stateType: type },
    }),
  ),
  ...ACTIONS.map(({ id, name, purpose, keywords }): Addition => {
    const [service = name, action = service] = name.split(': ');
    const waits = WAITS.find(({ suffix }) => id.endsWith(suffix));
    return {
      id: `action:${id}`,
      section: 'services',
      title: action,
      detail: [service === action ? 'Task' : service, waits?.short].filter(Boolean).join(' · '),
      purpose,
      label: [name, waits?.words].filter(Boolean).join(', '),
      keywords,
      blueprint: { kind: 'action', action: id },
    };
  }),
  ...PATTERNS.map(
    ({ id, name, purpose, keywords }): Addition => ({
      id: `pattern:${id}`,
      section: 'patterns',
      title: name,
      detail: purpose,
      purpose,
      label: name,
      keywords: `pattern ${keywords}`,
      blueprint: { kind: 'pattern', pattern: id },
    }),
  ),
];

/** What matches a text that was typed, the best first; all of it, in its own order, when nothing was typed. */
export function findAdditions(query: string): readonly Addition[] {
  if (query.trim() === '') return ADDITIONS;
  return ADDITIONS.map((addition) => ({ addition, score: fuzzyScore(query, searchFields(addition)) ?? -1 }))
    .filter(({ score }) => score >= 0)
    .sort((a, b) => b.score - a.score)
    .map(({ addition }) => addition);
}

/** Those of the additions that are remembered by their ids, in that order. */
export function additionsById(ids: readonly string[]): readonly Addition[] {
  return ids.flatMap((id) => ADDITIONS.find((addition) => addition.id === id) ?? []);
}

function searchFields({ title, label, purpose, keywords }: Addition): readonly SearchField[] {
  return [
    { text: title, weight: 1, spread: true },
    { text: label, weight: 0.98, spread: true },
    { text: keywords, weight: 0.6 },
    { text: purpose, weight: 0.5 },
  ];
}
