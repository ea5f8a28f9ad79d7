// Bundles a TypeScript entry for Node and runs it: `node scripts/run-ts.mjs tools/x/main.ts args...`.
// The app's own bundler does it, so that what is measured here is what the browser runs.
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { ROOT } from './setup.mjs';

const [entry, ...args] = process.argv.slice(2);
if (!entry) {
  console.error('usage: node scripts/run-ts.mjs ENTRY.ts [args]');
  process.exit(2);
}
const name = entry.replace(/\.ts$/, '').replace(/[^\w]+/g, '-');
const outDir = join(ROOT, '.cache', 'run', name);
await build({
  root: ROOT,
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: resolve(ROOT, entry),
    outDir,
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rollupOptions: { output: { entryFileNames: 'main.mjs', format: 'es' } },
  },
});
process.argv = [process.argv[0], join(outDir, 'main.mjs'), ...args];
await import(pathToFileURL(join(outDir, 'main.mjs')).href);
