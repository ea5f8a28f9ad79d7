import type { StatePath } from '../../asl';
import type { Refactoring } from '../../worker';
import type { RefactoringKind } from '../../workspace';

export type ShownKind = Exclude<RefactoringKind, 'choose'>;

/** What a kind of refactoring is called, and what it is for. */
export interface KindWords {
  readonly kind: ShownKind;
  readonly title: string;
  readonly about: string;
}

export const KINDS: readonly KindWords[] = [
  {
    kind: 'convert',
    title: 'Convert to JSONata',
    about: 'The selected states, each in a language of its own.',
  },
  {
    kind: 'convertAll',
    title: 'Convert everything to JSONata',
    about: 'Every state; the machine is in JSONata when none is left.',
  },
  {
    kind: 'extractMachine',
    title: 'Extract into a state machine',
    about: 'A Task starts it, waits for it, and hands its output on.',
  },
  {
    kind: 'extractParallel',
    title: 'Extract into a Parallel',
    about: 'One branch, to retry or catch errors of all of them together.',
  },
  {
    kind: 'extractMap',
    title: 'Extract into a Map',
    about: 'They run once for each item of a list.',
  },
  {
    kind: 'inline',
    title: 'Inline',
    about: 'What a Parallel of one branch, or a started machine, holds comes in its place.',
  },
  { kind: 'retry', title: 'Add a Retry', about: 'As AWS advises for the resource.' },
  { kind: 'catch', title: 'Add a Catch', about: 'Every error leads to another state.' },
];

/** What the user has typed and chosen besides. */
export interface Choices {
  readonly name: string;
  readonly items: string;
  readonly to: StatePath | undefined;
}

/** The refactoring that is meant; undefined when no state is selected that it could be about. */
export function refactoringOf(
  kind: ShownKind,
  states: readonly StatePath[],
  { name, items, to }: Choices,
  machines: readonly { readonly name: string; readonly text: string }[],
): Refactoring | undefined {
  if (kind === 'convertAll') return { type: 'convert' };
  const [state] = states;
  if (state === undefined) return undefined;
  switch (kind) {
    case 'convert':
      return { type: 'convert', states };
    case 'extractMachine':
      return { type: 'extractMachine', states, name };
    case 'extractParallel':
      return { type: 'edit', intent: { type: 'wrapStates', states, container: 'Parallel', kept: true } };
    case 'extractMap':
      return { type: 'edit', intent: { type: 'wrapStates', states, container: 'Map', items } };
    case 'inline':
      return {
        type: 'edit',
        intent: { type: 'inlineState', state, machines: machines.map(({ name, text }) => ({ name, text })) },
      };
    case 'retry':
      return { type: 'edit', intent: { type: 'addRetry', state } };
    case 'catch':
      return { type: 'edit', intent: { type: 'addCatch', state, ...(to === undefined ? {} : { to }) } };
  }
}
