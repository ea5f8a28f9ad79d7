import './app/theme.css';
import './app/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, loadFirstDocument } from './app';
import { createExecutionClient, type LanguageClient } from './worker';
import { createStorage, createWorkspace, flushOnLeaving, systemClock, WorkspaceProvider } from './workspace';

/** What was stored of workflows is waited for this long before the page is drawn, in milliseconds. */
const PATIENCE = 400;

/** Opens the workspace on what was stored, else on the example, and draws the page. */
export async function openPage(language: LanguageClient): Promise<void> {
  const workspace = createWorkspace({
    language,
    execution: createExecutionClient(),
    storage: createStorage(),
    clock: systemClock,
    seed: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
  });
  const restored = workspace.restore(loadFirstDocument);
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  await Promise.all([workspace.restoreSettings(), Promise.race([restored, patience])]);
  flushOnLeaving(workspace);

  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no element with the id <root>');
  createRoot(root).render(
    <StrictMode>
      <WorkspaceProvider workspace={workspace}>
        <App />
      </WorkspaceProvider>
    </StrictMode>,
  );
}
