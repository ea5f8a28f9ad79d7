// `npm test`: installs what is missing, then every check, cheapest first.
import { ensureBrowser } from './ensure-browser.mjs';
import { ensurePackages, npmRun } from './setup.mjs';

ensurePackages();
for (const script of ['typecheck', 'lint', 'layers', 'dead-code', 'unit', 'build', 'size']) {
  console.log(`\n── ${script}`);
  npmRun(script);
}
console.log('\n── e2e');
ensureBrowser();
npmRun('e2e');
