/** Imports point downwards only (docs/ARCHITECTURE.md). Each layer may use those listed after it. */
const LAYERS = ['app', 'views', 'workspace', 'worker', 'services', 'interpreter', 'asl'];
const VIEWS = ['canvas', 'editor', 'inspector', 'debugger'];

const upwards = LAYERS.map((layer, index) => ({
  name: `${layer}-imports-downwards`,
  comment: `src/${layer} may only import the layers below it. What it needs from above comes in as an argument.`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: `^src/(main|${LAYERS.slice(0, index).join('|') || 'main'})[/.]` },
})).slice(1);

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
    ...siblings,
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
      from: { path: '^src/([^/]+)/' },
      to: {
        path: '^src/(asl|interpreter|services|worker|workspace)/.+',
        pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$', '^src/asl/testing/'],
      },
    },
    {
      name: 'one-face-per-view',
      comment: "The shell imports a view's index.ts only.",
      severity: 'error',
      from: { path: '^src/(app/|main)' },
      to: { path: '^src/views/[^/]+/.+', pathNot: '^src/views/[^/]+/index\\.ts$' },
    },
    {
      name: 'no-own-index',
      comment: 'Files of a folder import each other directly.',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: ['\\.test\\.ts$', '^src/views/'] },
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
