import { createLanguageClient } from './worker';

// The first drawing waits for this worker: it starts while the page's own code is still being loaded.
const language = createLanguageClient();
language.warmUp();

const { openPage } = await import('./page');
await openPage(language);
