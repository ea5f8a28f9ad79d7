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
  },
  server: { host: '127.0.0.1' },
});
