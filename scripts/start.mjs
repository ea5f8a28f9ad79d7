// `npm start`: installs and builds what is missing, then serves the app.
import { ensureBuild, ensurePackages } from './setup.mjs';

ensurePackages();
ensureBuild();
await import('./serve.mjs');
