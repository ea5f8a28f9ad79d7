import type { StoreApi } from 'zustand/vanilla';
import type { AnalyseResult, LanguageClient } from '../worker';
import type { AnalysisState, WorkspaceState } from './state';

export const NO_ANALYSIS: AnalysisState = {
  graph: undefined,
  layout: undefined,
  outline: [],
  diagnostics: [],
  problem: undefined,
  graphVersion: -1,
  analysedVersion: -1,
};

export interface Analyser {
  /** The text changed. */
  request(): void;
}

/**
 * Keeps the analysis in step with the document: one request at a time, always for the newest text; an
 * answer about an older one is dropped. While the text cannot be read, the last graph stays.
 */
export function createAnalyser(
  store: StoreApi<WorkspaceState>,
  language: LanguageClient,
  arrived: (result: AnalyseResult) => void,
  settled: (result: AnalyseResult) => void,
  failed: (message: string) => void,
): Analyser {
  let busy = false;
  let again = false;

  const analyse = async () => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    const { document, drawing, settings, execution } = store.getState();
    const { collapsed, moved } = drawing;
    const options = { direction: settings.direction, collapsed, moved };
    try {
      const result = await language.analyse(document.text, document.format, options, execution.type);
      const isNewest = () => store.getState().document.version === document.version;
      if (isNewest()) arrived(result);
      // A container that is closed was renamed: what came shows it open, for a moment nobody wants to see.
      if (isNewest() && store.getState().drawing === drawing) {
        store.setState(({ analysis }) => ({ analysis: advance(analysis, result, document.version) }));
        settled(result);
      }
    } catch (error) {
      failed(error instanceof Error ? error.message : String(error));
    }
    busy = false;
    if (again) {
      again = false;
      void analyse();
    }
  };

  return { request: () => void analyse() };
}

function advance(before: AnalysisState, result: AnalyseResult, version: number): AnalysisState {
  const { diagnostics } = result;
  if (!result.readable) return { ...before, diagnostics, problem: result.problem, analysedVersion: version };
  const { graph, layout, outline } = result.analysis;
  return {
    graph,
    layout,
    outline,
    diagnostics,
    problem: undefined,
    graphVersion: version,
    analysedVersion: version,
  };
}
