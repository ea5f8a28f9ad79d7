// Sizes of the build, gzip: the first load (what index.html needs before first paint and what its entry
// imports at once), the editor, the workers. Fails when the first load is over its budget.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { ROOT } from './setup.mjs';

export const FIRST_LOAD_BUDGET_KB = 190;

const dist = join(ROOT, 'dist');
const gzipKb = (path) => gzipSync(readFileSync(join(dist, path)), { level: 9 }).length / 1024;

/** What the entry asks for together with the page it opens: its chunks, what they import, and the style sheets of all. */
function filesOfPage(entry) {
  const source = readFileSync(join(dist, entry), 'utf8');
  const [, names] = /m\.f=(\[[^\]]*\])/.exec(source) ?? [];
  const [, wanted] = /\/page-[^`"']*\.js[`"'][^[]*__vite__mapDeps\((\[[^\]]*\])/.exec(source) ?? [];
  if (names === undefined || wanted === undefined) {
    throw new Error(
      `dist/${entry} does not say what it loads with the page: the build has changed, and size.mjs must, too.`,
    );
  }
  const files = JSON.parse(names);
  return JSON.parse(wanted).map((place) => files[place]);
}

/** @returns kilobytes (gzip) of the first load, of everything else, and of each worker */
export function sizes() {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const linked = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file]) => file);
  const all = readdirSync(join(dist, 'assets')).map((file) => `assets/${file}`);
  // The entry starts a worker and imports the page at once: what the page needs is first load, too.
  const entry = linked.find((file) => /\/index-[^/]*\.js$/.test(file));
  if (entry === undefined) throw new Error('dist/index.html names no entry.');
  const first = new Set([...linked, ...filesOfPage(entry)]);
  const code = all.filter((file) => /\.(js|css)$/.test(file));
  const kb = (files) => files.reduce((sum, file) => sum + gzipKb(file), 0);
  const workers = code.filter((file) => /worker/i.test(file));
  const later = code.filter((file) => !first.has(file) && !workers.includes(file));
  return {
    firstLoad: kb([...first]) + gzipKb('index.html'),
    later: Object.fromEntries(
      later
        .map((file) => [file, gzipKb(file)])
        .sort(([, a], [, b]) => b - a)
        .slice(0, 6),
    ),
    workers: Object.fromEntries(workers.map((file) => [file, gzipKb(file)])),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { firstLoad, later, workers } = sizes();
  const row = ([file, kb]) => console.log(`  ${kb.toFixed(1).padStart(8)} KB  ${file}`);
  console.log(`First load ${firstLoad.toFixed(1)} KB gzip (budget ${FIRST_LOAD_BUDGET_KB} KB)`);
  console.log('Loaded later, largest:');
  Object.entries(later).forEach(row);
  console.log('Workers:');
  Object.entries(workers).forEach(row);
  if (firstLoad > FIRST_LOAD_BUDGET_KB) {
    console.error(
      `The first load is over its budget by ${(firstLoad - FIRST_LOAD_BUDGET_KB).toFixed(1)} KB.`,
    );
    process.exit(1);
  }
}
