import type { StatePath, TransitionId } from '../../../../asl';
import type { CoverageState } from '../../../../workspace';
import { describeTransition } from '../../model/description';
import type { GraphIndex } from '../../model/graphIndex';

/** A state or transition that no run came to. */
export interface Missing {
  readonly key: string;
  readonly words: string;
  /** What to show when it is chosen: the state, or the one that the transition leaves. */
  readonly state: StatePath | undefined;
  readonly transition?: TransitionId;
}

export interface CoverageReport {
  readonly states: { readonly all: number; readonly covered: number };
  readonly transitions: { readonly all: number; readonly covered: number };
  readonly missing: readonly Missing[];
}

/** What the runs of a document left out of its graph, in the order of the drawing. */
export function coverageOf(index: GraphIndex, coverage: CoverageState): CoverageReport {
  const missing: Missing[] = [];
  let [states, transitions] = [0, 0];
  for (const node of index.nodes.values()) {
    if (node.kind !== 'state') continue;
    states++;
    if (!coverage.states[node.path]) missing.push({ key: node.id, words: node.name, state: node.path });
  }
  const uncovered = missing.length;
  for (const transition of index.transitions.values()) {
    transitions++;
    if (coverage.transitions[transition.id]) continue;
    const from = index.nodes.get(transition.from);
    missing.push({
      key: transition.id,
      words: describeTransition(index, transition),
      state: from?.kind === 'state' ? from.path : undefined,
      transition: transition.id,
    });
  }
  return {
    states: { all: states, covered: states - uncovered },
    transitions: { all: transitions, covered: transitions - (missing.length - uncovered) },
    missing,
  };
}

/** The share of runs that came somewhere. */
export const percent = (runs: number, all: number): string =>
  all === 0 ? '' : `${Math.round((100 * runs) / all)} %`;
