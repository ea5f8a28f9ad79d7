import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    sourcemap: false,
    // Monaco's chunk is large by nature and loaded after first paint; `npm run size` holds the first load.
    chunkSizeWarningLimit: 4096,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Neither does anything when it is only imported, but neither says so: without this the page would
      // load the parsers that only the language worker uses.
      treeshake: { moduleSideEffects: [{ test: /node_modules\/(yaml|jsonc-parser)\//, sideEffects: false }] },
    },
  },
  server: { host: '127.0.0.1' },
});
