/** Imports point downwards only (docs/ARCHITECTURE.md). Each layer may use those listed after it. */
const LAYERS = ['app', 'views', 'workspace', 'worker', 'services', 'interpreter', 'asl'];
const VIEWS = ['canvas', 'editor', 'inspector', 'debugger', 'compare', 'outline'];

const upwards = LAYERS.map((layer, index) => ({
  name: `${layer}-imports-downwards`,
  comment: `src/${layer} may only import the layers below it. What it needs from above comes in as an argument.`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: `^src/(${LAYERS.slice(0, index).join('|')})/` },
})).slice(1);

const entries = {
  name: 'nobody-imports-the-entries',
  comment: 'main.tsx and page.tsx put the page together; nothing below them knows them.',
  severity: 'error',
  from: { path: '^src/[^/]+/' },
  to: { path: '^src/(main|page)\\.tsx$' },
};

const siblings = VIEWS.map((view) => ({
  name: `view-${view}-stays-alone`,
  comment: 'Views do not import each other; what they share lives in views/parts.',
  severity: 'error',
  from: { path: `^src/views/${view}/` },
  to: { path: `^src/views/(${VIEWS.filter((other) => other !== view).join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...upwards,
    entries,
    ...siblings,
    {
      name: 'parts-know-no-view',
      comment: 'views/parts is what views share; it imports none of them.',
      severity: 'error',
      from: { path: '^src/views/parts/' },
      to: { path: `^src/views/(${VIEWS.join('|')})/` },
    },
    {
      name: 'cli-stays-below',
      comment: 'The terminal uses the core; it knows nothing of the page, and nobody knows it.',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: '^src/(app|views|workspace|worker)/' },
    },
    {
      name: 'nobody-imports-cli',
      comment: 'The command line is an entry.',
      severity: 'error',
      from: { pathNot: '^src/cli/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that import each other are one file.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'one-face-per-folder',
      comment: "Other folders import a folder's index.ts only.",
      severity: 'error',
      from: { path: '^src/([^/]+)' },
      to: {
        path: '^src/(asl|interpreter|services|worker|workspace)/.+',
        pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$', '^src/(asl|worker)/testing/'],
      },
    },
    {
      name: 'one-face-for-the-shell',
      comment: "The entries import the shell's index.ts only; style sheets have no face.",
      severity: 'error',
      from: { path: '^src/[^/]+$' },
      to: { path: '^src/app/.+', pathNot: ['^src/app/index\\.ts$', '\\.css$'] },
    },
    {
      name: 'one-face-per-view',
      comment: "Others import a view's index.ts only.",
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/views/' },
      to: { path: '^src/views/[^/]+/.+', pathNot: '^src/views/[^/]+/index\\.ts$' },
    },
    {
      name: 'one-face-between-views',
      comment: 'A view imports what views share by its index.ts only.',
      severity: 'error',
      from: { path: '^src/views/([^/]+)/' },
      to: { path: '^src/views/[^/]+/.+', pathNot: ['^src/views/$1/', '^src/views/[^/]+/index\\.ts$'] },
    },
    {
      name: 'no-own-index',
      comment: 'Files of a folder import each other directly.',
      severity: 'error',
      from: { path: '^src/(views/[^/]+|[^/]+)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/$1/index\\.ts$' },
    },
    {
      name: 'tests-only',
      comment: 'Generators for tests stay out of the product.',
      severity: 'error',
      from: { pathNot: ['\\.test\\.ts$', '/testing/'] },
      to: { path: ['\\.test\\.ts$', '/testing/'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
