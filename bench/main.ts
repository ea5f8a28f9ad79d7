import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { measureBrowser } from './browser';
import { measureInterpreter, measureScenario } from './interpreter/measure';
import { measureMemory } from './interpreter/memory';
import { measureKeepingInChromium } from './keeping/inChromium';
import { measureKeeping } from './keeping/inNode';
import { measureLanguage } from './language';
import { measureScrub } from './scrub';
import { measureText } from './text';

const option = (name: string) => {
  const index = process.argv.indexOf(`--${name}`);
  return index < 0 ? undefined : process.argv[index + 1];
};

const scenario = option('scenario');
if (scenario !== undefined) {
  console.log(JSON.stringify(await measureScenario(scenario)));
  process.exit(0);
}

const only = option('only');
const part = (name: string) => only === undefined || only === name;

const OTHER_PARTS: readonly (string | undefined)[] = [
  'text',
  'browser',
  'memory',
  'scrub',
  'keeping',
  'language',
];
const interpreter = OTHER_PARTS.includes(only) ? [] : measureInterpreter(only);
if (interpreter.length > 0) {
  console.log('Interpreter, full history kept (medians of interleaved rounds):');
  console.table(
    Object.fromEntries(
      interpreter.map(({ name, perSecond, least, most, executionsPerSecond, ...times }) => [
        name,
        {
          'transitions/s': perSecond,
          least,
          most,
          'executions/s': executionsPerSecond,
          '× floor': times.timesFloor,
          '× library': times.timesLibrary,
          '× peer': times.timesPeer,
        },
      ]),
    ),
  );
}
const memory = part('memory') ? await measureMemory() : [];
if (memory.length > 0) {
  console.log('What a finished execution keeps on the heap, history included:');
  console.table(memory);
}

const text = part('text') ? measureText() : [];
if (text.length > 0) {
  console.log('Text to drawing (warm medians):');
  console.table(text);
}

const language = part('language') ? await measureLanguage() : [];
if (language.length > 0) {
  console.log('What the language worker takes to answer the editor (warm medians):');
  console.table(language);
}

const scrub = part('scrub') ? await measureScrub() : [];
if (scrub.length > 0) {
  console.log('Going through 25,000 events of a run, in the execution worker:');
  console.table(scrub);
}

const keeping = part('keeping')
  ? { node: await measureKeeping(), chromium: await measureKeepingInChromium() }
  : undefined;
if (keeping) {
  console.log('What keeping a run, and a breakpoint, add to a run in the execution worker; in this process:');
  console.table(keeping.node);
  console.log('In a worker of Chromium, with IndexedDB:');
  console.table(keeping.chromium);
}

const browser = part('browser') ? await measureBrowser() : undefined;
if (browser) {
  console.log('In Chromium, from our own server on localhost:');
  const { canvas, history, keystrokeMs, ...loading } = browser;
  console.table([{ ...loading, keystrokeMs: JSON.stringify(keystrokeMs) }]);
  console.log('The canvas, by number of states:');
  console.table(canvas);
  console.log('The views of a long history:');
  console.table([history]);
} else if (part('browser'))
  console.log('No build, so nothing was measured in the browser: `npm run build` first.');

const sizes =
  part('browser') && existsSync('dist')
    ? spawnSync(process.execPath, ['scripts/size.mjs'], { encoding: 'utf8' }).stdout
    : '';
if (sizes) console.log(sizes);

const file = option('json');
if (file) {
  writeFileSync(
    file,
    `${JSON.stringify({ node: process.version, interpreter, memory, text, language, scrub, keeping, browser, sizes }, null, 2)}\n`,
  );
  console.log(`Figures written to ${file}`);
}
// The worker's pulse is a channel, which would keep the process waiting.
process.exit(0);
