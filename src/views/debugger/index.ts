/** Faces of a run. The panel is heavy and is loaded after first paint, by `loadDebuggerPanel`. */
export { RunControls } from './RunControls';

export const loadDebuggerPanel = async () => ({ default: (await import('./DebuggerPanel')).DebuggerPanel });
