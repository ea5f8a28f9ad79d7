import type { StoreApi } from 'zustand/vanilla';
import type { Graph, StatePath, TextEdit } from '../../asl';
import type { OutlineEntry } from '../../worker';
import { createAnchors } from '../anchors';
import type { ProgressStore } from '../progressStore';
import type { WorkspaceState } from '../state';
import { addRun, type CountedRun, countRun } from './addRun';
import type { CoverageActions, CoverageState } from './coverage.types';
import { NO_COVERAGE } from './isCovered';
import { rememberedStates, renamed, renamedKey } from './rename';
import { type Rules, ruled, ruledIds, rulesIn } from './rules';

/** The counts, and what the rest of the workspace tells them so that they follow the text. */
export interface CoverageTracker extends CoverageActions {
  /** The run on show has begun, or goes on with another text: it goes by the rules as they stand now. */
  begin(): void;
  /** Another document comes: nothing is known of it. */
  leave(): void;
  /** The run on show has ended: it counts, once. */
  count(): void;
  follow(edits: readonly TextEdit[]): void;
  settle(analysis: { readonly graph: Graph; readonly outline: readonly OutlineEntry[] }): void;
}

export function createCoverage(
  store: StoreApi<WorkspaceState>,
  progress: Pick<ProgressStore, 'whole'>,
): CoverageTracker {
  const anchors = createAnchors<StatePath>('remembered');
  let last: CountedRun | undefined;
  /** As the counts know them; none until the text is read. */
  let rules: Rules = new Map();
  /** Where they were read: runs of one text share them. */
  let drawn: Graph | undefined;
  /** By run: the rules of the text that it runs, where that was read. */
  const begun = new Map<string, { readonly version: number; readonly rules: Rules }>();
  /** The counts as they were left here: those that came from elsewhere are of another text. */
  let left: CoverageState | undefined;

  const write = (coverage: CoverageState) => {
    const { analysis, document } = store.getState();
    store.setState({ coverage });
    left = coverage;
    const outline = analysis.graphVersion === document.version ? analysis.outline : [];
    anchors.set(
      rememberedStates(coverage).map((path) => [path as StatePath, path as StatePath] as const),
      outline,
    );
  };
  write(store.getState().coverage);
  const { analysis, document } = store.getState();
  const learn = (graph: Graph) => {
    drawn = graph;
    rules = rulesIn(graph);
  };
  if (analysis.graph && analysis.graphVersion === document.version) learn(analysis.graph);

  const begin = () => {
    const { execution, analysis: read } = store.getState();
    const { run } = execution;
    if (!run || !read.graph || run.version !== read.graphVersion) return;
    const { version } = run;
    if (begun.get(run.id)?.version !== version)
      begun.set(run.id, { version, rules: read.graph === drawn ? rules : rulesIn(read.graph) });
  };
  /** A run that goes on while rules change places knows them by their old ones. */
  const asNow = (run: CountedRun): CountedRun => {
    const now = ruledIds(begun.get(run.id)?.rules ?? new Map(), rules);
    return now ? { ...run, transitions: new Map(now(run.transitions)) } : run;
  };

  /** What runs still goes by the rules that it began with. */
  const reset = () => {
    last = undefined;
    write(NO_COVERAGE);
  };

  return {
    begin,
    reset,
    leave() {
      begun.clear();
      rules = new Map();
      drawn = undefined;
      reset();
    },
    count() {
      const { execution, coverage } = store.getState();
      if (!execution.run) return;
      const run = countRun(execution.run.id, progress.whole());
      write(addRun(coverage, asNow(run), last?.id === run.id ? asNow(last) : undefined));
      last = run;
    },
    follow: (edits) => anchors.follow(edits),
    settle({ outline, graph }) {
      begin();
      const paths = new Map<string, string>();
      for (const [now, before] of anchors.settle(outline)) if (now !== before) paths.set(before, now);
      const { coverage } = store.getState();
      const known = paths.size > 0 ? renamed(coverage, paths) : coverage;
      const own = coverage === left;
      const before = own ? [...rules].map(([list, said]) => [renamedKey(list, paths), said] as const) : [];
      learn(graph);
      left = coverage;
      const followed = ruled(known, new Map(before), rules);
      if (followed !== coverage) write(followed);
    },
  };
}
