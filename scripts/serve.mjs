// Serves dist as it is: `node scripts/serve.mjs [--port N]`.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createStaticServer, listen } from './server.mjs';
import { ROOT } from './setup.mjs';

const flag = process.argv.indexOf('--port');
const given = flag > 0 ? Number(process.argv[flag + 1]) : Number(process.env.PORT ?? Number.NaN);
const dist = join(ROOT, 'dist');
if (!existsSync(join(dist, 'index.html'))) {
  console.error('There is no build yet. `npm start` makes one; so does `npm run build`.');
  process.exit(1);
}
const port = await listen(
  createStaticServer(dist),
  Number.isInteger(given) ? given : 4173,
  !Number.isInteger(given),
);
console.log(`Statecraft is at http://127.0.0.1:${port}/`);
