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
    const { document, drawing, settings, execution } = store.getState();
    const { text, format, version } = document;
    const { collapsed, moved } = drawing;
    const options = { direction: settings.direction, collapsed, moved };
    const isNewest = () => store.getState().document.version === version;
    const result = await language.analyse(text, format, options, execution.type);
    if (isNewest()) arrived(result);
    // A container that is closed was renamed: what came shows it open, for a moment nobody wants to see.
    if (isNewest() && store.getState().drawing === drawing) {
      store.setState(({ analysis }) => ({ analysis: advance(analysis, result, version) }));
      settled(result);
    }
    // The drawing does not wait for what there is to say, and who types on wants the drawing first.
    if (again || !result.readable) return;
    const diagnostics = await language.findings(text, format, execution.type);
    if (isNewest())
      store.setState(({ analysis }) => ({
        analysis: { ...analysis, diagnostics, analysedVersion: version },
      }));
  };

  const request = async () => {
    again = true;
    if (busy) return;
    busy = true;
    while (again) {
      again = false;
      await analyse().catch((error: unknown) =>
        failed(error instanceof Error ? error.message : String(error)),
      );
    }
    busy = false;
  };

  return { request: () => void request() };
}

function advance(before: AnalysisState, result: AnalyseResult, version: number): AnalysisState {
  if (!result.readable) {
    const { problem, diagnostics } = result;
    return { ...before, diagnostics, problem, analysedVersion: version };
  }
  const { graph, layout, outline } = result.analysis;
  return { ...before, graph, layout, outline, problem: undefined, graphVersion: version };
}
