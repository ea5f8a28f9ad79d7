#!/usr/bin/env node
// The command line tool. Bundled once into .cache, and again when a source is newer than that.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleForNode } from './bundle.mjs';
import { newestIn, ROOT } from './setup.mjs';

const entry = 'src/cli/main.ts';
const built = join(ROOT, '.cache', 'cli', 'main.mjs');
const sources = ['asl', 'interpreter', 'services', 'cli'].map((folder) => join(ROOT, 'src', folder));
if (!existsSync(built) || statSync(built).mtimeMs < Math.max(...sources.map(newestIn))) {
  await bundleForNode(entry, join(ROOT, '.cache', 'cli'));
}
await import(pathToFileURL(built).href);
