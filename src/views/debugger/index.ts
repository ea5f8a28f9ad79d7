/** Faces of a run. The panel and the scrubber are heavy and are loaded after first paint. */
export { RunControls } from './RunControls';

export const loadDebuggerPanel = async () => ({ default: (await import('./DebuggerPanel')).DebuggerPanel });
export const loadScrubber = () => import('./scrubber/Scrubber');
