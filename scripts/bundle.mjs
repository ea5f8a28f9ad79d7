// Bundles a TypeScript entry for Node with the app's own bundler, so that what runs here is what the browser runs.
import { resolve } from 'node:path';
import { build } from 'vite';
import { ROOT } from './setup.mjs';

/** Writes `<outDir>/main.mjs`. */
export async function bundleForNode(entry, outDir) {
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
}
