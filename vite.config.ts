import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite';

/**
 * The entry starts a worker and then imports the page. The browser need not wait for the entry to know that:
 * the page's files are named in the HTML, to be fetched at once.
 */
function preloadPage(): Plugin {
  return {
    name: 'preload-page',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const page = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/src/page.tsx'));
        if (!page) throw new Error('no chunk for <src/page.tsx>');
        const scripts: HtmlTagDescriptor[] = [page.fileName, ...page.imports].map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', href: `/${file}`, crossorigin: '' },
        }));
        const own = chunks.filter(
          ({ fileName }) => fileName === page.fileName || page.imports.includes(fileName),
        );
        const sheets = new Set(own.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]));
        const styles = [...sheets].map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'style', href: `/${file}`, crossorigin: '' },
        }));
        return [...scripts, ...styles];
      },
    },
  };
}

/**
 * React Flow brings d3's transitions along, for zooming only, and those bring d3-color for what nobody here does:
 * fading colours. Nothing is a colour to what takes its place.
 */
function withoutColours(): Plugin {
  const id = '\0colours';
  return {
    name: 'without-colours',
    apply: 'build',
    enforce: 'pre',
    resolveId: { filter: { id: /^d3-color$/ }, handler: () => id },
    load: {
      filter: { id: /^\0colours$/ },
      // Functions, as d3 asks whether a value is an instance of one.
      handler: () =>
        ['color', 'rgb', 'hsl', 'lab', 'hcl', 'cubehelix']
          .map((name) => `export function ${name}() { return null; }`)
          .join('\n'),
    },
  };
}

/**
 * Classes of style sheets, for the page: a number of the sheet and one of the class, since there are many names in the
 * first load, twice each. The same sources always get the same names.
 */
function shortNames(): (name: string, file: string) => string {
  const sheets = readdirSync(join(import.meta.dirname, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.module.css'))
    .sort();
  const numbers = new Map<string, Map<string, number>>();
  return (name, file) => {
    const sheet = relative(join(import.meta.dirname, 'src'), file.replace(/\?.*$/, ''));
    const classes = numbers.get(sheet) ?? new Map<string, number>();
    numbers.set(sheet, classes);
    const number = classes.get(name) ?? classes.size;
    classes.set(name, number);
    return `_${sheets.indexOf(sheet).toString(36)}${String.fromCharCode(65 + (number % 26))}${number < 26 ? '' : Math.floor(number / 26)}`;
  };
}

export default defineConfig(({ command }) => ({
  plugins: [react(), preloadPage(), withoutColours()],
  worker: { format: 'es' },
  css: { modules: command === 'build' ? { generateScopedName: shortNames() } : {} },
  build: {
    target: 'es2022',
    sourcemap: false,
    // Monaco's chunk is large by nature and loaded after first paint; `npm run size` holds the first load.
    chunkSizeWarningLimit: 4096,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The page is imported by the first script only, yet it is part of the first load: what it needs is found as an entry's.
      input: ['index.html', 'src/page.tsx'],
      output: {
        // What the first picture needs of libraries, in one file: it compresses better than a dozen small ones.
        codeSplitting: {
          groups: [
            {
              name: 'libraries',
              test: /node_modules\/(react|react-dom|scheduler|@xyflow|d3-[a-z]+|classcat|zustand|use-sync-external-store|react-resizable-panels|idb)\//,
            },
            // The first script starts a worker with this alone, before the page's own code is there.
            { name: 'client', test: /\/src\/worker\//, tags: ['$initial'] },
            // All else of the first load in one file, for the same reason as the libraries.
            {
              name: 'app',
              test: /\/src\/(?!main\.tsx|page\.tsx)|\/lucide-react\//,
              tags: ['$initial'],
            },
          ],
        },
      },
      // None of these does anything when it is only imported, but none says so: without this the page would
      // load the parsers and the interpreter, which only the workers use.
      treeshake: {
        moduleSideEffects: [
          { test: /node_modules\/(yaml|jsonc-parser)\//, sideEffects: false },
          { test: /\/src\/(asl|interpreter|services)\//, sideEffects: false },
          // Monaco is set up where it is imported: its worker, its features, its languages.
          { test: /\/src\/views\/parts\/monaco\//, sideEffects: true },
          { test: /\/src\/(views|workspace|app|worker)\/.*\.tsx?$/, sideEffects: false },
        ],
      },
    },
  },
  server: { host: '127.0.0.1' },
}));
