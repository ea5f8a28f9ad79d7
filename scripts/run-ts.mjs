// Bundles a TypeScript entry for Node and runs it: `node scripts/run-ts.mjs tools/x/main.ts args...`.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleForNode } from './bundle.mjs';
import { ROOT } from './setup.mjs';

const [entry, ...args] = process.argv.slice(2);
if (!entry) {
  console.error('usage: node scripts/run-ts.mjs ENTRY.ts [args]');
  process.exit(2);
}
const outDir = join(ROOT, '.cache', 'run', entry.replace(/\.ts$/, '').replace(/[^\w]+/g, '-'));
await bundleForNode(entry, outDir);
process.argv = [process.argv[0], join(outDir, 'main.mjs'), ...args];
await import(pathToFileURL(join(outDir, 'main.mjs')).href);
